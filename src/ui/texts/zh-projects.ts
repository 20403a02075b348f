import type { EN_PROJECTS } from './en-projects.ts';

/** The words of the table of projects and of the statistics per zone, in Chinese. */
export const ZH_PROJECTS: Readonly<Record<keyof typeof EN_PROJECTS, string>> = {
  siteKind_line: '线状',
  siteKind_area: '面状',
  siteKind_point: '点位',
  siteKind_unlocated: '未定位',
  siteKinds_line: '线状 {{count}} 项',
  siteKinds_area: '面状 {{count}} 项',
  siteKinds_point: '点位 {{count}} 项',
  siteKinds_unlocated: '未定位 {{count}} 项',
  tableSumCount: '共 {{count}} 项',
  tableSumOf: '{{all}} 项中的 {{count}} 项',
  tableSumNote: '按示意图形在椭球面（CGCS2000）上量算；两个项目重叠的部分各计一次。',
  tableSumNoLength: '长度合计未含：{{left}}。',
  tableSumNoArea: '面积合计未含：{{left}}。',
  sizesFailed: '未能量算：{{reason}}',
  columnWidth: '“{{column}}”列的宽度',
  columnWidthHint: '拖动，或按 ← →',
  columnWidthsReset: '恢复列宽',
};
