import { type Bilingual, LANGUAGES, type Language } from '../bilingual.ts';

/**
 * The words that several names begin with, as a name of what they share: 东岛 for 东岛南岸 and 东岛码头, “East Island” for
 * “East Island, south shore” and “East Island, landing”. In a language in which they share less than two Chinese
 * characters or a word, it is the first name.
 */
export function commonName(names: readonly Bilingual[]): Bilingual {
  const inLanguage = (language: Language): string => {
    const [first = '', ...others] = names.map((name) => name[language].trim());
    if (others.length === 0) return first;
    const shared = others.reduce(commonStart, first);
    // Letters that belong to a word that goes on in one of the names are no part of what they share.
    const isCut = [first, ...others].some((name) =>
      /^[\p{Script=Latin}\p{N}]/u.test(name.slice(shared.length)),
    );
    const whole = isCut ? shared.replace(/[\p{Script=Latin}\p{N}]+$/u, '') : shared;
    const name = whole.replace(/[\s\p{P}]+$/u, '');
    return name.length < 2 ? first : name;
  };
  const [zh, en] = LANGUAGES.map(inLanguage);
  return { zh: zh ?? '', en: en ?? '' };
}

function commonStart(one: string, other: string): string {
  const [characters, others] = [[...one], [...other]];
  const length = characters.findIndex((character, index) => character !== others[index]);
  return characters.slice(0, length === -1 ? characters.length : length).join('');
}
