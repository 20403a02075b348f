import type { EN_MAP_FOOT } from '../en/map-foot.ts';

/** 图面下方与图例下方的用语。 */
export const ZH_MAP_FOOT = {
  footScale: '图面比例尺；可改写后按回车',
  footScaleHint: '图面中心的比例尺，按每英寸 96 点的屏幕计。可改写为 1:50000 或 5万，按回车缩放。',
  footScaleWrong: '“{{text}}”不是比例尺，请写作 1:50000 或 5万。',
  footScaleClosest: '图面最大到 {{scale}}，未能显示 {{asked}}：数据没有更细的内容。',
  footScaleFarthest: '图面最小到 {{scale}}，未能显示 {{asked}}：底图到此为止。',
  footDrawnFor: '按 {{scale}} 精度绘制',
  footDrawnForWhy: '岸线按 {{scale}} 精度绘制，放得再大，拐点也不会更准。',
  footPointer: '指针处：',
  footCentre: '图面中心：',
  footPlane: 'X（北）{{north}}，Y（东）{{east}} 米',
  footPlaneWhy:
    '{{system}}，CGCS2000 高斯—克吕格投影，中央经线 {{meridian}}°，单位米：X 向北，Y 向东。',
  legendScale: '图面中心比例尺 {{scale}}（屏幕 96 dpi）',
  legendProjection: 'Web 墨卡托投影；长度、面积按 CGCS2000 椭球量算',
  legendCoast: '{{title}}：{{date}}',
  legendCoastFor: '{{title}}：{{date}}，按 {{scale}} 精度绘制',
} as const satisfies Record<keyof typeof EN_MAP_FOOT, string>;
