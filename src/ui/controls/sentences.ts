import type { Bilingual, Language } from '../../domain/bilingual.ts';

/**
 * What is wrong and what helps, as sentences one after the other: Chinese has no space between them. In the terminal a
 * message follows the name of its file, so that it begins small; here its first word, if it is one, begins large.
 */
export function sentences(
  { message, cure }: { readonly message: Bilingual; readonly cure?: Bilingual },
  language: Language,
): string {
  const parts = [message, ...(cure === undefined ? [] : [cure])];
  return parts
    .map((part) => part[language].replace(/^[a-z]+(?= )/, capitalised))
    .join(language === 'zh' ? '' : ' ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
