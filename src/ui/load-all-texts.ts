import type { Language } from '../domain/bilingual.ts';
import { type I18n, loadDeferredTexts, loadTexts } from './i18n.tsx';

/** Fetches all texts of a language: a file may be in the other one than the page. Apart from the first load. */
export async function loadAllTexts(language: Language): Promise<I18n> {
  const [words] = await Promise.all([loadTexts(language), loadDeferredTexts(language)]);
  return words;
}
