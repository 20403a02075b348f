import type { Geometry } from 'geojson';
import { prefixedZone } from '../../../domain/coordinates/gauss-krueger-zone.ts';
import { type DeclaredCrs, type ImportIssue, issue, type ReadFeature } from '../raw-dataset.ts';
import { parseAngle } from '../text/parse-angle.ts';
import { zoneOf } from './crs-text.ts';

/** What words beside coordinates state of their plane, and the eastings themselves. */
export type PlaneWords = {
  readonly width: 3 | 6;
  /** A zone's number (带号). */
  readonly zone?: number;
  /** A central meridian in degrees (中央子午线). */
  readonly meridian?: number;
  readonly eastings: readonly number[];
};

/**
 * The zone of CGCS2000 that words and eastings state together: the millions of an easting are its zone. Where both
 * disagree nothing is declared, since one of them is wrong and nobody but the source knows which.
 */
export function planeOfWords({ width, zone, meridian, eastings }: PlaneWords): {
  readonly declared: DeclaredCrs;
  readonly issues: readonly ImportIssue[];
} {
  const prefix = prefixIn(eastings);
  const ofPrefix = prefix === undefined ? undefined : prefixedZone(prefix);
  const ofWords =
    meridian ?? (zone === undefined ? undefined : width === 3 ? zone * 3 : zone * 6 - 3);
  if (prefix !== undefined && ofWords !== undefined && ofPrefix?.centralMeridian !== ofWords)
    return { declared: { kind: 'none' }, issues: [contradicts(zone ?? `${ofWords}°`, prefix)] };
  const central = ofPrefix?.centralMeridian ?? ofWords;
  if (central === undefined) return { declared: { kind: 'none' }, issues: [] };
  const easting = (prefix ?? 0) * 1_000_000 + 500_000;
  const declared = zoneOf(central, easting, ofPrefix?.widthDegrees ?? width);
  if (declared !== undefined) return { declared, issues: [] };
  // A plane of one's own, about a meridian that no zone has.
  return {
    declared:
      meridian === undefined ? { kind: 'none' } : { kind: 'unusable', name: `${meridian}°` },
    issues: [],
  };
}

/** A central meridian in degrees as people write it: `120`, `120.5`, `120°30′`, `120度30分`; NaN for anything else. */
export function meridianIn(written: string): number {
  return parseAngle(written) ?? Number.NaN;
}

/** The millions of the eastings, when all have the same and it is a zone's number. */
function prefixIn(eastings: readonly number[]): number | undefined {
  const prefixes = new Set(eastings.map((east) => Math.floor(east / 1_000_000)));
  const [only] = prefixes;
  return prefixes.size === 1 && only !== undefined && prefixedZone(only) !== undefined
    ? only
    : undefined;
}

/** The first easting of each feature. */
export function eastingsOf(features: readonly Pick<ReadFeature, 'geometry'>[]): readonly number[] {
  return features.flatMap(({ geometry }) => firstEasting(geometry));
}

function firstEasting(geometry: Geometry | undefined): readonly number[] {
  if (geometry === undefined || geometry.type === 'GeometryCollection') return [];
  let first: unknown = geometry.coordinates;
  while (Array.isArray(first)) first = first[0];
  return typeof first === 'number' ? [first] : [];
}

function contradicts(stated: number | string, found: number): ImportIssue {
  return issue(
    'zone-contradicts',
    'error',
    {
      zh: `文件写明 ${stated} 带（或中央经线），而坐标的带号是 ${found}。`,
      en: `the file states zone or meridian ${stated}, but its eastings begin with zone ${found}.`,
    },
    { zh: '向来源方核实，再指明坐标系。', en: 'Ask whoever made it, then name the system.' },
  );
}
