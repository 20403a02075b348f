import { createInstance } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Bilingual, Language } from '../domain/bilingual.ts';
import type { TextKey } from './texts/en.ts';

/** The words of the interface in the chosen language. */
export type Words = {
  readonly language: Language;
  /** A text of the interface, its `{{places}}` filled. */
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
  /** The right half of a text that the data carry in both languages. */
  readonly pick: (text: Bilingual) => string;
  /** A source as given, or in Chinese for who reads Chinese, where the data carry that apart. */
  readonly inOwnWords: (given: string | undefined, inChinese: string | undefined) => string;
};

/** A language's texts, fetched when a person first reads in it. */
const TABLES = {
  en: async () => (await import('./texts/en.ts')).EN,
  zh: async () => (await import('./texts/zh.ts')).ZH,
} as const satisfies Record<Language, () => Promise<Readonly<Record<TextKey, string>>>>;

/** Fetches the words of a language. Texts are plain: they reach the page as text nodes only. */
export async function loadWords(language: Language): Promise<Words> {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: await TABLES[language]() } },
  });
  return {
    language,
    t: (key, values = {}) => i18n.t(key, values),
    pick: (text) => text[language],
    inOwnWords: (given, inChinese) => (language === 'zh' ? (inChinese ?? given) : given) ?? '',
  };
}

const WordsContext = createContext<Words | undefined>(undefined);
/** Gives the words to everything inside. */
export const WordsProvider = WordsContext.Provider;

/** The words that the nearest provider gives. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('a component stands outside every WordsProvider');
  return words;
}
