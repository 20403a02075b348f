import type { EN_EMBED } from '../en/embed.ts';

/** 嵌入其他网页时的用语。 */
export const ZH_EMBED = {
  openFullView: '打开完整视图',
} as const satisfies Record<keyof typeof EN_EMBED, string>;
