import type { PlanFrame } from '../dataset.ts';

/** A zone of CGCS2000 in Gauss–Krüger: 3° or 6° wide around a central meridian, in degrees. */
export type GaussKruegerZone = {
  readonly widthDegrees: 3 | 6;
  readonly centralMeridian: number;
  /** The number that some systems write in front of the easting; absent in the others. */
  readonly prefix?: number;
};

/**
 * The zone of an EPSG code, or undefined for any other code. Source: EPSG dataset v10.098: 4491–4501 and
 * 4513–4533 are the zones with a prefix (13–23 of 6°, 25–45 of 3°), 4502–4512 and 4534–4554 those without,
 * from 75° E to 135° E.
 */
export function gaussKruegerZone(code: number): GaussKruegerZone | undefined {
  if (code >= 4491 && code <= 4501) return prefixedZone(code - 4478);
  if (code >= 4513 && code <= 4533) return prefixedZone(code - 4488);
  if (code >= 4502 && code <= 4512)
    return { widthDegrees: 6, centralMeridian: 75 + 6 * (code - 4502) };
  if (code >= 4534 && code <= 4554)
    return { widthDegrees: 3, centralMeridian: 75 + 3 * (code - 4534) };
  return undefined;
}

/** The zone with a prefix: 13–23 are zones of 6°, 25–45 of 3°; there are no others in CGCS2000. */
export function prefixedZone(prefix: number): GaussKruegerZone | undefined {
  if (prefix >= 13 && prefix <= 23)
    return { widthDegrees: 6, centralMeridian: 6 * prefix - 3, prefix };
  if (prefix >= 25 && prefix <= 45) return { widthDegrees: 3, centralMeridian: 3 * prefix, prefix };
  return undefined;
}

/** The EPSG code of a zone with a prefix. */
export function prefixedCode(prefix: number): number {
  return prefix <= 23 ? 4478 + prefix : 4488 + prefix;
}

/** The number that a zone has in front of its eastings where they carry one. */
export function prefixOf({ widthDegrees, centralMeridian }: GaussKruegerZone): number {
  return widthDegrees === 3 ? centralMeridian / 3 : (centralMeridian + 3) / 6;
}

/** The EPSG code of a zone without its prefix. */
export function meridianCode({ widthDegrees, centralMeridian }: GaussKruegerZone): number {
  return (widthDegrees === 3 ? 4534 : 4502) + (centralMeridian - 75) / widthDegrees;
}

/**
 * The zone in which a plan writes metres without a zone number: the one that it states, else the zone of 3° in
 * the middle of its extent. Undefined outside the zones of CGCS2000, 73.5–136.5° E.
 */
export function zoneOfPlan({
  extent: [west, , east],
  projectedCrs,
}: Pick<PlanFrame, 'extent' | 'projectedCrs'>): GaussKruegerZone | undefined {
  if (projectedCrs !== undefined) return gaussKruegerZone(codeOf(projectedCrs));
  return prefixedZone(Math.max(24, Math.round((west + east) / 6)));
}

/** The number of an `EPSG:` code. */
export function codeOf(system: string): number {
  return Number(system.slice('EPSG:'.length));
}

/** The EPSG codes of the zone of a plan, without and with its prefix; for a plan in no zone, of the nearest one of 3°. */
export function zoneCodesOfPlan(frame: Pick<PlanFrame, 'extent' | 'projectedCrs'>): {
  readonly zone: GaussKruegerZone;
  readonly plain: number;
  readonly prefixed: number;
} {
  const [west, , east] = frame.extent;
  const zone = zoneOfPlan(frame) ?? {
    widthDegrees: 3,
    centralMeridian: (west + east) / 2 < 105 ? 75 : 135,
  };
  return { zone, plain: meridianCode(zone), prefixed: prefixedCode(prefixOf(zone)) };
}
