import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import { useI18n } from '../i18n.tsx';
import { sentences } from './sentences.ts';

/** A file before it is open: none, on its way, not readable for a technical reason, or refused with a cure. */
export type FileReadingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'refused';
      readonly file: string;
      readonly message: Bilingual;
      readonly cure: Bilingual;
    };

/** That a file is being read, or why it was not; nothing without a file. */
export function FileReading({ state }: { readonly state: FileReadingState }): JSX.Element | null {
  const { t, language } = useI18n();
  switch (state.kind) {
    case 'none':
      return null;
    case 'reading':
      return <p role="status">{t('fieldReading', { file: state.file })}</p>;
    case 'failed':
      return (
        <p class="is-loss" role="alert">
          {t('fieldFailed', { reason: state.reason })}
        </p>
      );
    case 'refused':
      return (
        <p class="issue issue--error" role="alert">
          <strong class="field-sheet__place">{state.file}</strong> {sentences(state, language)}
        </p>
      );
  }
}
