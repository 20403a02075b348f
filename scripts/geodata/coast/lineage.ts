/** The description of a position's or a class's source, in English and in Chinese. */
export type Lineage = { readonly en: string; readonly zh: string };

/** For manually drawn positions. */
export const BY_HAND: Lineage = {
  en: 'drawn by hand for this plan: control points on a grid of 0.0005° (about 50 m), measured against independent coastlines',
  zh: '本图手绘：控制点取 0.0005° 网格（约 50 米），并与独立岸线量测对照',
};
/** For positions from the registry. */
export const FROM_REGISTRY: Lineage = {
  en: 'OpenStreetMap nodes of November 2017 (ODbL 1.0); shape between them from GSHHG (LGPL-3.0) or straight',
  zh: 'OpenStreetMap 2017 年 11 月节点（ODbL 1.0）；节点间形状取自 GSHHG（LGPL-3.0）或直线',
};
