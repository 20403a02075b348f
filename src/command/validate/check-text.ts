import { visit } from 'jsonc-parser';
import type { Finding } from '../../data/finding.ts';
import { getOwn, isRecord, type JsonRecord } from '../../data/record.ts';

/** A name that stands twice in one object: where the second stands, and the path to its object. */
export type RepeatedKey = {
  readonly name: string;
  readonly offset: number;
  readonly path: readonly (string | number)[];
};

/**
 * Names that stand twice in one object: readers keep the last and lose the first in silence. A text
 * nested deeper than the call stack is not looked through; its readers refuse it.
 */
export function repeatedKeys(text: string): readonly RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: Set<string>[] = [];
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, offset, _length, _line, _character, path) => {
        const names = open.at(-1);
        if (names?.has(name)) found.push({ name, offset, path: path() });
        names?.add(name);
      },
    });
  } catch {
    return [];
  }
  return found;
}

/** What the old `crs` member says, if it says anything but WGS 84 or CGCS2000 in degrees. */
export function checkCrs(collection: JsonRecord): Finding | undefined {
  const crs = getOwn(collection, 'crs');
  if (crs === undefined || crs === null) return undefined;
  const properties = isRecord(crs) ? getOwn(crs, 'properties') : undefined;
  const name = isRecord(properties) ? getOwn(properties, 'name') : undefined;
  if (typeof name === 'string' && /CRS:?84|EPSG:+(4326|4490)$/i.test(name)) return undefined;
  return {
    code: 'crs-not-wgs84',
    kind: 'positional-accuracy',
    severity: 'error',
    path: ['crs'],
    message: {
      zh: `文件声明的坐标系是 ${JSON.stringify(name ?? crs)}，GeoJSON 只用 WGS 84 经纬度。`,
      en: `the file declares the reference system ${JSON.stringify(name ?? crs)}; GeoJSON is in WGS 84 degrees.`,
    },
    cure: {
      zh: '转换为 WGS 84 后删去 crs。',
      en: 'Convert it to WGS 84 and remove crs (RFC 7946, section 4).',
    },
  };
}
