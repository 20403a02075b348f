import type { EN_OFFLINE } from './en-offline.ts';

/** 离线使用与新版本的用语。 */
export const ZH_OFFLINE = {
  updateTitle: '新版本',
  updateNote: '新版本已就绪，您的改动都会保留。',
  updateNow: '立即载入',
  updateLater: '稍后',
  updateWaits: '另一标签页正在演示，请在演示结束后载入新版本。',
  kept_nothing: '未能保存供离线使用：此浏览器或此网址不支持。',
  kept_some: '正在保存，供离线使用……',
  kept_all: '已保存在此浏览器，断网也能打开。',
} as const satisfies Record<keyof typeof EN_OFFLINE, string>;
