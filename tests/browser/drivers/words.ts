/** The languages of the desk. */
export type Language = 'en' | 'zh';
/** The panels by their names in the address. */
export type Panel = 'layers' | 'projects' | 'coastline' | 'data';

/**
 * The words that people see and hear, in both languages: written down here from the contract
 * (DESIGN section 5) and the screen, not taken from the code.
 */
export const WORDS = {
  en: {
    tabs: { layers: 'Layers', projects: 'Projects', coastline: 'Coastline', data: 'Data' },
    title: 'Coastplan',
    documentLanguage: 'en',
    map: 'Map',
    legend: 'Legend',
    theme: { light: 'Light', dark: 'Dark', room: 'Projector' },
    toOtherLanguage: '中文',
    clearSelection: 'Clear the selection',
    skipToMap: 'Skip to the map',
    skipToPanel: 'Skip to the panel',
    collapsePanel: 'Collapse the panel',
    expandPanel: 'Open the panel',
    keyboard: 'Keyboard',
    close: 'Close',
    showAll: 'Show all',
    asOnFirstStart: 'As on first start',
    wholeDistrict: 'Show the whole district',
    showOnMap: 'Show on the map',
    illustration: 'Illustration: coastline classes judged from maps, not surveyed.',
    unlocated: 'No published site',
    zones: /per protection zone/,
    earthModels: /ellipsoid and with Turf/,
    wholeMainland: 'Whole mainland',
    noMap: 'This browser cannot draw the map',
    reload: 'Load again',
    headroom: /May still lose|Must restore/,
    verdicts: /Keeps the target|Below the target|Too close to call/,
  },
  zh: {
    tabs: { layers: '图层', projects: '项目', coastline: '岸线', data: '数据' },
    title: '岸线规划图',
    documentLanguage: 'zh-CN',
    map: '地图',
    legend: '图例',
    theme: { light: '浅色', dark: '深色', room: '投影' },
    toOtherLanguage: 'English',
    clearSelection: '取消选中',
    skipToMap: '跳到地图',
    skipToPanel: '跳到面板',
    collapsePanel: '收起面板',
    expandPanel: '展开面板',
    keyboard: '键盘操作',
    close: '关闭',
    showAll: '全部显示',
    asOnFirstStart: '恢复初始',
    wholeDistrict: '查看全区',
    showOnMap: '在图上查看',
    illustration: '数据为示意：岸线类型据地图判读，未经测量。',
    unlocated: '未公布选址',
    zones: /各保护区段/,
    earthModels: /椭球面与 Turf 球面/,
    wholeMainland: '大陆岸线合计',
    noMap: '此浏览器无法绘制地图',
    reload: '重新载入',
    headroom: /可占用余量|尚需修复/,
    verdicts: /达到管控目标|低于管控目标|判定接近临界/,
  },
} as const;
