import { pinyin, polyphonic } from 'pinyin-pro';
import type { ReadPinyin } from '../../domain/search/spoken-name.ts';

/** A reader of Chinese that looks each character's readings up once. */
export function createReadPinyin(): ReadPinyin {
  const known = new Map<string, readonly string[]>();
  const readingsOf = (character: string): readonly string[] => {
    const readings = known.get(character) ??
      polyphonic(character, { type: 'array' })[0] ?? [character];
    known.set(character, readings);
    return readings;
  };
  return (text) => {
    const inWords = pinyin(text, { type: 'array' });
    return [...text].map((character, index) => [
      ...new Set([inWords[index] ?? character, ...readingsOf(character)]),
    ]);
  };
}
