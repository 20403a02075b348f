/** What a column of a table says of a place. */
export type PlaceColumn =
  | 'longitude'
  | 'latitude'
  | 'x'
  | 'y'
  | 'start-longitude'
  | 'start-latitude'
  | 'end-longitude'
  | 'end-latitude'
  | 'wkt'
  | 'group'
  | 'sequence'
  | 'ring';

/** Names of columns in comparable form: no case, width, blanks, brackets with units, or punctuation. */
export function plainColumn(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\uFEFF]/g, '')
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/[\s_:：·.。,，/\\-]/g, '')
    .toLowerCase();
}

const PATTERNS: readonly (readonly [PlaceColumn, RegExp])[] = [
  ['wkt', /^(?:wkt|geom|geometry|thegeom|几何|图形|空间数据)$/],
  ['start-longitude', /^(?:起点|起始|start)(?:点)?(?:经度|东经|lon|lng|longitude|x)$/],
  ['start-latitude', /^(?:起点|起始|start)(?:点)?(?:纬度|北纬|lat|latitude|y)$/],
  ['end-longitude', /^(?:终点|结束|止点|end)(?:点)?(?:经度|东经|lon|lng|longitude|x)$/],
  ['end-latitude', /^(?:终点|结束|止点|end)(?:点)?(?:纬度|北纬|lat|latitude|y)$/],
  ['longitude', /^(?:(?:中心|位置|gps)?经度(?:坐标)?|东经|lon|lng|long|longitude|jd|经|e经度)$/],
  ['latitude', /^(?:(?:中心|位置|gps)?纬度(?:坐标)?|北纬|lat|latitude|wd|纬|n纬度)$/],
  ['x', /^(?:x|x坐标|坐标x|纵坐标|纵坐标x|北坐标|northing|n|北|cgcs2000x|高斯x)$/],
  ['y', /^(?:y|y坐标|坐标y|横坐标|横坐标y|东坐标|easting|e|东|cgcs2000y|高斯y)$/],
  [
    'sequence',
    /^(?:点序|顺序|次序|点号|序|界址点编号|界址点号|节点号|顶点号|拐点号|拐点编号|seq|sequence|order|vertex|vertexindex|pointindex|ptno)$/,
  ],
  ['ring', /^(?:圈号|环号|ring|part)$/],
  [
    'group',
    /^(?:岸段序号|岸段编号|岸段号|线号|图斑编号|图斑号|地块编号|地块号|宗海代码|宗海编号|宗地代码|宗地号|宗海号|要素编号|lineid|segmentid|segid|polygonid|parcel|parcelid|featureid|fid|group|shapeid)$/,
  ],
];

/** What a column says of a place, by its name; undefined for any other. */
export function placeColumn(name: string): PlaceColumn | undefined {
  const plain = plainColumn(name);
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Whether the points of a table are corners of areas, by the names of its columns. */
export function namesAreas(names: readonly string[]): boolean {
  return names.some((name) => /界址|宗海|宗地|地块|图斑|parcel|polygon/i.test(name));
}

/** Whether the points of a table are those of coast, of which a closed line is an island and no area. */
export function namesCoast(names: readonly string[]): boolean {
  return (
    !namesAreas(names) && names.some((name) => /岸段|岸线|海岸线|coastline|shoreline/i.test(name))
  );
}
