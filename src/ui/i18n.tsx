import { type I18n as Lingui, setupI18n } from '@lingui/core';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Bilingual, Language } from '../domain/bilingual.ts';
import type { TextKey } from './texts/en.ts';

/** The words of the interface in the chosen language. */
export type I18n = {
  readonly language: Language;
  /** A text of the interface, its `{{places}}` filled. */
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
  /** The text in the page's language. */
  readonly pick: (text: Bilingual) => string;
  /** A source as given; on a Chinese page its Chinese form where the data have one. */
  readonly inOwnWords: (given: string | undefined, inChinese: string | undefined) => string;
};

type Texts = Readonly<Record<string, string>>;

/** A language's texts: those of the first load, and those of the parts that are fetched later. */
const TABLES = {
  en: {
    first: async () => (await import('./texts/en.ts')).EN,
    deferred: async () => (await import('./texts/en-deferred.ts')).EN_DEFERRED,
  },
  zh: {
    first: async () => (await import('./texts/zh.ts')).ZH,
    deferred: async () => (await import('./texts/zh-deferred.ts')).ZH_DEFERRED,
  },
} as const satisfies Record<Language, Record<'first' | 'deferred', () => Promise<Texts>>>;

/** The texts of each language as far as they have been fetched. */
const CATALOGUES = { en: catalogue('en'), zh: catalogue('zh') } as const satisfies Record<
  Language,
  Lingui
>;
/** Whether the later words have been needed: a language is then fetched with both. */
let isDeferredLoaded = false;
/** The languages whose later words are there. */
const complete = new Set<Language>();

function catalogue(language: Language): Lingui {
  return setupI18n({ locale: language, messages: { [language]: {} } });
}

/** Fetches the words of a language. Texts are plain: they reach the page as text nodes only. */
export async function loadTexts(language: Language): Promise<I18n> {
  const [first] = await Promise.all([
    TABLES[language].first(),
    isDeferredLoaded && loadDeferredTexts(language),
  ]);
  addTexts(language, first);
  const i18n = CATALOGUES[language];
  return {
    language,
    t: (key, values = {}) => i18n._(key, { ...values }),
    pick: (text) => text[language],
    inOwnWords: (given, inChinese) => (language === 'zh' ? (inChinese ?? given) : given) ?? '',
  };
}

/** Fetches the words of the later parts, in this language and from now on in every other. */
export async function loadDeferredTexts(language: Language): Promise<void> {
  isDeferredLoaded = true;
  addTexts(language, await TABLES[language].deferred());
  complete.add(language);
}

/** Whether the words of the later parts are there in a language. */
export function hasDeferredTexts(language: Language): boolean {
  return complete.has(language);
}

/**
 * Whether the text of a key is loaded; fetches the later texts where it is not, and renders again once they are there. For
 * texts that any part may show, such as messages.
 */
export function useIsTextLoaded(key: TextKey | undefined): boolean {
  const { language } = useI18n();
  const [, renderAgain] = useState(0);
  const isLoaded = key === undefined || key in CATALOGUES[language].messages;
  useEffect(() => {
    if (isLoaded) return;
    loadDeferredTexts(language).then(
      () => renderAgain((count) => count + 1),
      (cause: unknown) => console.error('no later words:', cause),
    );
  }, [isLoaded, language]);
  return isLoaded;
}

function addTexts(language: Language, texts: Texts): void {
  const messages = Object.entries(texts).map(([key, text]) => [key, tokensOf(text)] as const);
  CATALOGUES[language].load(language, Object.fromEntries(messages));
}

/** A text as Lingui reads it: words, and the names of its places. */
function tokensOf(text: string): (string | [name: string])[] {
  return text
    .split(/\{\{\s*(\w+)\s*\}\}/)
    .map((part, index): string | [name: string] => (index % 2 === 0 ? part : [part]));
}

const I18nContext = createContext<I18n | undefined>(undefined);
/** Gives the words to everything inside. */
export const I18nProvider = I18nContext.Provider;

/** The words that the nearest provider gives. */
export function useI18n(): I18n {
  const words = useContext(I18nContext);
  if (words === undefined) throw new Error('no I18nProvider');
  return words;
}
