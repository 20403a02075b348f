import type { EN_CHECK } from './en-deck-check.ts';

/** The words of checking a deck before a meeting, in Chinese. */
export const ZH_CHECK: Readonly<Record<keyof typeof EN_CHECK, string>> = {
  deckCheck: '核对全部数字',
  deckChecking: '正在逐个核算…',
  deckCheckedNone: '已核对 {{count}} 个视图，数字均与保存时一致。',
  deckCheckedSome: '已核对 {{count}} 个视图，其中 {{changed}} 个有变化：',
  deckCheckFailed: '无法核对：{{reason}}',
};
