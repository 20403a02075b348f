/** The two languages of the plan and of the app. */
export const LANGUAGES = ['zh', 'en'] as const;
/** A language of the app: Chinese or English. */
export type Language = (typeof LANGUAGES)[number];
/** The same words in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
/** No words in either language. */
export const NO_TEXT: Bilingual = { zh: '', en: '' };
