import type { Bilingual } from '../../domain/bilingual.ts';

/** What a view is called until somebody names it. */
export function viewName(number: number): Bilingual {
  return { zh: `视图 ${number}`, en: `View ${number}` };
}

/** What a deck is called until somebody names it. */
export function deckName(number: number): Bilingual {
  return { zh: `汇报 ${number}`, en: `Deck ${number}` };
}

/** What the copy of something is called until somebody names it; no words stay no words. */
export function copyName({ zh, en }: Bilingual): Bilingual {
  return { zh: zh === '' ? '' : `${zh}（副本）`, en: en === '' ? '' : `${en} (copy)` };
}
