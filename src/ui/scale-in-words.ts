import type { Language } from '../domain/bilingual.ts';
import { formatPlain, formatScale } from './format.ts';

const WAN = 10_000;

/** A scale in a sentence: `1:100 000`, `1:10 万`. */
export function scaleInWords(n: number, language: Language): string {
  return language === 'en' || n < WAN ? formatScale(n) : `1:${formatPlain(n / WAN, language)} 万`;
}
