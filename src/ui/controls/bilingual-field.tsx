import type { JSX } from 'preact';
import { type Bilingual, LANGUAGES, type Language } from '../../domain/bilingual.ts';
import { LONGEST_LABEL } from '../../domain/views/slide-subject.ts';
import { useI18n } from '../i18n.tsx';
import { Field, TextArea } from './field.tsx';

/** The longest texts, in characters, as in deck files. */
const LONGEST = {
  title: 10_000,
  caption: 10_000,
  notes: 10_000,
  number: LONGEST_LABEL,
  callout: LONGEST_LABEL,
} as const;

type FieldEvent = { readonly currentTarget: { readonly value: string } };

/** A text in both languages, the page's first; changes are reported when a field is left. */
export function BilingualField({
  of,
  text,
  rows = 1,
  onChange,
}: {
  readonly of: keyof typeof LONGEST;
  readonly text: Bilingual;
  readonly rows?: number;
  readonly onChange: (text: Bilingual) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const labelOf = (own: Language): string => {
    switch (of) {
      case 'title':
        return t(`titleIn_${own}`);
      case 'caption':
        return t(`captionIn_${own}`);
      case 'notes':
        return t(`notesIn_${own}`);
      case 'number':
        return t(`numberIn_${own}`);
      case 'callout':
        return t(`calloutIn_${own}`);
    }
  };
  const inOrder = language === 'zh' ? LANGUAGES : LANGUAGES.toReversed();
  return (
    <>
      {inOrder.map((own) => {
        const control = {
          label: labelOf(own),
          lang: own === 'zh' ? 'zh-CN' : 'en',
          maxLength: LONGEST[of],
          defaultValue: text[own],
          onChange: ({ currentTarget }: FieldEvent): void => {
            const value = currentTarget.value.trim();
            if (value !== text[own]) onChange({ ...text, [own]: value });
          },
        };
        const key = `${own} ${text[own]}`;
        return rows === 1 ? (
          <Field key={key} {...control} />
        ) : (
          <TextArea key={key} {...control} rows={rows} />
        );
      })}
    </>
  );
}
