import type { Bilingual } from '../../domain/bilingual.ts';

/** Default name of a view. */
export function viewName(number: number): Bilingual {
  return { zh: `视图 ${number}`, en: `View ${number}` };
}

/** Default name of a deck. */
export function deckName(number: number): Bilingual {
  return { zh: `汇报 ${number}`, en: `Deck ${number}` };
}

/** Default name of a copy; an empty name stays empty. */
export function copyName({ zh, en }: Bilingual): Bilingual {
  return { zh: zh === '' ? '' : `${zh}（副本）`, en: en === '' ? '' : `${en} (copy)` };
}
