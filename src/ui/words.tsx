import { createInstance } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Bilingual, Language } from '../domain/bilingual.ts';
import { EN, type TextKey } from './texts/en.ts';
import { ZH } from './texts/zh.ts';

/** The words of the interface in the chosen language. */
export type Words = {
  readonly language: Language;
  /** A text of the interface, its `{{places}}` filled. */
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
  /** The right half of a text that the data carry in both languages. */
  readonly pick: (text: Bilingual) => string;
};

/** Makes the words for a language. Texts are plain: they reach the page as text nodes only. */
export function createWords(language: Language): Words {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: EN }, zh: { translation: ZH } },
  });
  return {
    language,
    t: (key, values = {}) => i18n.t(key, values),
    pick: (text) => text[language],
  };
}

const WordsContext = createContext<Words>(createWords('zh'));
/** Gives the words to everything inside. */
export const WordsProvider = WordsContext.Provider;

/** The words that the nearest provider gives. */
export function useWords(): Words {
  return useContext(WordsContext);
}
