import type { Geometry, MultiLineString } from 'geojson';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { ArealGeometry } from '../../domain/geometry.ts';
import {
  type ImportedFeature,
  isArea,
  isLine,
  type LengthOf,
  lineLength,
  partsOf,
} from './imported-feature.ts';
import { type ImportIssue, issue, type RawDataset } from './raw-dataset.ts';

type Row = Pick<ImportedFeature, 'mapped' | 'row'> & { readonly geometry?: Geometry | undefined };

/**
 * Values that nobody knows, the longest coast first, and levels that disagree.
 * @param lengthOf metres of a geometry; absent while coordinates are not in degrees
 */
export function mappingIssues(rows: readonly Row[], lengthOf?: LengthOf): readonly ImportIssue[] {
  const unknown = new Map<string, { count: number; lengthM: number }>();
  const contradictions: ImportIssue[] = [];
  for (const { mapped, row, geometry } of rows) {
    const lengthM = lengthOf?.(geometry) ?? 0;
    // A label or a point has no coast to be classified.
    if (mapped.class === undefined && !(lengthOf && lengthM === 0))
      for (const value of new Set(mapped.unknown)) {
        const known = unknown.get(value) ?? { count: 0, lengthM: 0 };
        unknown.set(value, { count: known.count + 1, lengthM: known.lengthM + lengthM });
      }
    if (mapped.contradiction !== undefined)
      contradictions.push(levelsDisagree(row, mapped.contradiction));
  }
  const listed = [...unknown]
    .sort(([, a], [, b]) => b.lengthM - a.lengthM || b.count - a.count)
    .map(([value, { count, lengthM }]) => ({
      zh: `${value}（${count} 条${lengthOf ? `，${lengthM.toFixed(1)} 米` : ''}）`,
      en: `${value} (${count}${lengthOf ? `, ${lengthM.toFixed(1)} m` : ''})`,
    }));
  return [...(listed.length === 0 ? [] : [valuesUnmapped(listed)]), ...contradictions];
}

/** How many unknown values are named. */
const NAMED = 10;

function valuesUnmapped(listed: readonly Bilingual[]): ImportIssue {
  const more = listed.length - NAMED;
  const names = (language: keyof Bilingual, separator: string): string =>
    listed
      .slice(0, NAMED)
      .map((value) => value[language])
      .join(separator);
  return issue(
    'value-unmapped',
    'warning',
    {
      zh: `这些取值不认识，所在岸线未分类：${names('zh', '、')}${more > 0 ? `，另有 ${more} 种` : ''}。`,
      en: `these values are not known, and their coast is not classified: ${names('en', ', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    },
    {
      zh: '在映射表中逐个指定类型；代码须注明所用的分类表。',
      en: 'Give each a class in the mapping; codes need the list that they are of.',
    },
  );
}

function levelsDisagree(row: number, values: readonly string[]): ImportIssue {
  return issue(
    'levels-disagree',
    'warning',
    {
      zh: `第 ${row} 条的分类互相矛盾（${values.join('、')}），类型留空。`,
      en: `the levels of row ${row} contradict each other (${values.join(', ')}); its class is left open.`,
    },
    { zh: '核对该岸段的类型。', en: 'Check the class of this stretch.' },
    row,
  );
}

/** Areas among the lines of a coast, such as islands: their shores are in no length. */
export function areasInCoast(features: readonly ImportedFeature[]): readonly ImportIssue[] {
  const areas = features.filter(({ geometry }) => partsOf(geometry).some(isArea));
  const [first] = areas;
  if (first === undefined || !features.some(({ geometry }) => partsOf(geometry).some(isLine)))
    return [];
  const shoreM = areas
    .flatMap(({ geometry }) => partsOf(geometry).filter(isArea))
    .reduce((sum, area) => sum + lineLength(ringsOf(area)), 0)
    .toFixed(1);
  return [
    issue(
      'area-in-coastline',
      'warning',
      {
        zh: `岸线中有 ${areas.length} 条是面（如第 ${first.row} 条，多为海岛），周长 ${shoreM} 米，不计入长度。`,
        en: `${areas.length} records of the coast are areas, as islands may be (such as record ${first.row}); their ${shoreM} m of border are in no length.`,
      },
      { zh: '把这些面转成线再选入。', en: 'Turn them into lines and add the file again.' },
      first.row,
    ),
  ];
}

/** The shores of an area as lines. */
function ringsOf(area: ArealGeometry): MultiLineString {
  return {
    type: 'MultiLineString',
    coordinates: area.type === 'Polygon' ? area.coordinates : area.coordinates.flat(),
  };
}

/** A drawing has no areas: a closed line of its coast is the shore of an island. */
export function asDrawnShore<Geometries extends Geometry | undefined>(
  geometry: Geometries,
): Geometries | MultiLineString {
  return geometry !== undefined && isArea(geometry) ? ringsOf(geometry) : geometry;
}

/** Closed lines of a drawn coast, which count as lines. */
export function closedShores({ features }: RawDataset): readonly ImportIssue[] {
  const closed = features.filter(({ geometry }) => partsOf(geometry).some(isArea));
  const [first] = closed;
  if (first === undefined) return [];
  return [
    issue(
      'closed-line-in-coastline',
      'note',
      {
        zh: `图中 ${closed.length} 条闭合线（如第 ${first.row} 个图元，多为海岛）按岸线计入长度。`,
        en: `${closed.length} closed lines of the drawing, as islands may be (such as entity ${first.row}), count as coast by their whole length.`,
      },
      {
        zh: '不是岸线的（图框、地块），先在 CAD 中删除或分开导出。',
        en: 'Delete what is no coast, such as frames and parcels, or export it apart.',
      },
      first.row,
    ),
  ];
}
