import type { EN_CHECK } from '../en/deck-check.ts';

/** The words of checking a deck before a meeting, in Chinese. */
export const ZH_CHECK: Readonly<Record<keyof typeof EN_CHECK, string>> = {
  deckCheck: '核对全部数字',
  deckChecking: '正在逐个核算…',
  deckAccept: '采用 {{count}} 个视图的新数值',
  deckAcceptNote: '说明文字不会改动，请再读一遍；视角不变。',
  deckAccepted: '已采用新数值，视图：{{count}} 个',
  deckCheckedNone: '已核对 {{count}} 个视图，数字均与保存时一致。',
  deckCheckedSome: '已核对 {{count}} 个视图，其中 {{changed}} 个有变化：',
  deckCheckFailed: '无法核对：{{reason}}',
};
