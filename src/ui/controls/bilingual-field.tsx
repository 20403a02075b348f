import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type Bilingual, LANGUAGES, type Language } from '../../domain/bilingual.ts';
import { useI18n } from '../i18n.tsx';

/** The longest text that is taken, in characters, as deck files have it. */
const LONGEST = 10_000;

/** A text in both languages, the one that is read first; told when the field is left. */
export function BilingualField({
  of,
  text,
  rows = 1,
  onChange,
}: {
  readonly of: 'title' | 'caption' | 'notes';
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
    }
  };
  // Deck and view both have a title, and may both stand open.
  const scope = useId();
  const inOrder = language === 'zh' ? LANGUAGES : LANGUAGES.toReversed();
  return (
    <>
      {inOrder.map((own) => {
        const field = {
          id: `${scope}-${of}-${own}`,
          class: 'text-field',
          lang: own === 'zh' ? 'zh-CN' : 'en',
          maxLength: LONGEST,
          defaultValue: text[own],
          onChange: ({
            currentTarget,
          }: {
            readonly currentTarget: { readonly value: string };
          }): void => {
            const value = currentTarget.value.trim();
            if (value !== text[own]) onChange({ ...text, [own]: value });
          },
        };
        return (
          <div key={`${own} ${text[own]}`} class="field">
            <label for={field.id}>{labelOf(own)}</label>
            {rows === 1 ? <input {...field} /> : <textarea {...field} rows={rows} />}
          </div>
        );
      })}
    </>
  );
}
