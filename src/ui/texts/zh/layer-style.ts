import type { EN_LAYER_STYLE } from '../en/layer-style.ts';

/** The words of how layers are drawn, in Chinese. */
export const ZH_LAYER_STYLE: Readonly<Record<keyof typeof EN_LAYER_STYLE, string>> = {
  layerOpacity: '不透明度',
  layerOpacityValue: '{{percent}}%',
  layerOrder: '绘制次序',
  layerOrderPlace: '同类 {{all}} 个图层中自下而上第 {{place}} 个',
  layerOrderWhy_projects:
    '项目的面在岸线之下，线和点在岸线之上，名称在最上面：次序只在项目图层之间调整。',
  layerOrderWhy_zones: '保护区段垫在最下面，以免遮住岸线和项目：次序只在区段图层之间调整。',
  layerOrderWhy_coastline: '岸线压在所有的面之上、项目的线和点之下：次序只在岸线图层之间调整。',
  layerOrderWhy_shown:
    '仅显示的面在区段之上、项目的面和岸线之下；线和点在岸线之上、项目的点之下：次序只在仅显示的图层之间调整。',
  layerForward: '上移一层',
  layerBackward: '下移一层',
  layerStyleReset: '恢复原来的样式',
  layerColour: '颜色',
  layerWidth: '线宽',
  layerWidthUnit: '像素',
  layerColourBy: '着色方式',
  layerColourBy_none: '单一颜色',
  layerColourBy_categories: '按属性值',
  layerColourBy_quantile: '分级：各级数量相等',
  'layerColourBy_natural-breaks': '分级：自然断点',
  layerField: '属性',
  layerClasses: '级数',
  layerPalette: '色带',
  layerPalette_viridis: 'Viridis（紫至黄）',
  layerPalette_cividis: 'Cividis（蓝至黄）',
  layerNoField: '各要素都没有可用的属性。',
  layerNoNumbers: '该属性中不同的数字不足两个：请换一个属性，或按属性值着色。',
  layerFewerClasses: '只能分成 {{count}} 级：数字不够分散。',
  layerMoreValues: '最常见的六个值各用一种颜色，其余为灰色。',
};
