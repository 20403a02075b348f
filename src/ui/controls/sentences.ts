import type { Bilingual, Language } from '../../domain/bilingual.ts';

/** What is wrong and what helps, as sentences one after the other: Chinese has no space between them. */
export function sentences(
  { message, cure }: { readonly message: Bilingual; readonly cure?: Bilingual },
  language: Language,
): string {
  const parts = [message, ...(cure === undefined ? [] : [cure])];
  return parts.map((part) => part[language]).join(language === 'zh' ? '' : ' ');
}
