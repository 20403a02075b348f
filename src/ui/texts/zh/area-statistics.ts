import type { EN_AREA_STATISTICS } from '../en/area-statistics.ts';

/** The words of the coast by other areas than its zones, in Chinese. */
export const ZH_AREA_STATISTICS: Readonly<Record<keyof typeof EN_AREA_STATISTICS, string>> = {
  areaStatisticsTitle: '按其他区域统计',
  areaStatisticsLayer: '区域图层',
  areaStatisticsNone: '没有其他面状图层。可添加镇街、功能区或其他面数据文件，也可直接拖到地图上。',
  areaStatisticsRunning: '正在按“{{layer}}”统计岸线……',
  areaStatisticsFailed: '无法按“{{layer}}”统计岸线：{{reason}}',
  areaStatisticsStopped: '已停止，未作统计。',
  areaStatisticsAgain: '统计',
  areaStatisticsOutside: '有 {{length}} 岸线不在这些区域内。',
  areaStatisticsWhole: '全部岸线均在这些区域内。',
  areaStatisticsOverlap: '有 {{length}} 岸线同时位于多个区域，在各区域分别计入。',
  areaStatisticsAccuracy: '边界精度最差为 ± {{metres}} 米：距边界小于此值的岸线可能属于另一侧。',
  areaStatisticsAccuracyUnstated: '这些边界未注明精度。',
  areaStatisticsTarget: '规划目标针对全部岸线，不逐区评定；末列为各区域在全部余量中所占的部分。',
  areaStatisticsCaption: '各区域的保有率、岸线长度、面积和所占余量；末行为全部岸线',
  areaStatisticsRow: '区域',
  areaStatisticsAll: '全部 {{count}} 个区域',
  areaStatisticsBehind: '{{name}}：数据对应的岸段',
  reportStatisticsTitle: '分区域统计：{{layer}}',
  islandsTitle: '岸线中的海岛',
  islandsCaption: '各海岛的保有率、岸线长度和面积；末行为全部海岛岸线',
  islandsRow: '海岛',
  islandsAll: '全部 {{count}} 个海岛',
  islandsJoined:
    '岸段首尾相接（含缺口两侧）者计为同一海岛；岛名取各岸段名称的共同开头，面积为所绘岸线围成的面积。',
  islandsOpen: '其中 {{count}} 个岸线未闭合，无法计算面积，合计面积不含这些海岛。',
  islandsTarget: '目标只针对大陆岸线，海岛岸线不计入法定保有率；不逐岛评定，末列仅供对照。',
  areaStatisticsSave: '保存分区域岸段表（CSV）',
};
