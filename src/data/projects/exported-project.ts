import type { Bilingual } from '../../domain/bilingual.ts';
import type { Conflict } from '../../domain/conflicts/conflict.ts';
import type { Measurement, OnBothModels } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Project } from '../../domain/project.ts';
import type { ShoreRelation } from '../../domain/projects/shore-relation.ts';

/** A project for export, with the measurements of its sketch; an unlocated project has none. */
export type ExportedProject = {
  readonly project: Project;
  /** A position on the site that represents it in a table with a single position. */
  readonly point?: Position;
  readonly measurement?: Measurement;
  /** Undefined when distances to the coast could not be measured. */
  readonly relation?: ShoreRelation;
  /**
   * The most serious first; undefined when nothing can be said: no site, a protective project, or not
   * computed.
   */
  readonly conflicts?: readonly Conflict[];
};

/** A dataset in an export, for its credit and its version. */
export type ExportSource = {
  readonly layer: string;
  readonly title: Bilingual;
  readonly attribution: string | Bilingual;
  readonly licence: string;
  readonly source: Bilingual;
  /** ISO 8601: year, month or day. */
  readonly date: string;
  readonly file: string;
  /** SHA-256 of the file as read; undefined when its text was not kept. */
  readonly sha256?: string;
};

/** Accompanying information on exported projects, so that they are not mistaken for authoritative data. */
export type ExportAbout = {
  readonly title: Bilingual;
  /** What the data are not, one sentence each. */
  readonly notices: readonly Bilingual[];
  /** The filter in words. */
  readonly filter: Bilingual;
  /**
   * The query of the address that shows the same selection: any copy of the app filters the same with it.
   */
  readonly query: string;
  /** The number of matching projects, and the total. */
  readonly count: number;
  readonly all: number;
  readonly sources: readonly ExportSource[];
  /** Project layers that could not be read and are missing in the export. */
  readonly missingLayers: readonly string[];
  /** The instant of the export, ISO 8601. */
  readonly exportedAt: string;
};

/**
 * Returns the length of a linear site in kilometres on both earth models; undefined for an area's outline.
 */
export function measuredLengthKm({
  project: { geometry },
  measurement,
}: ExportedProject): OnBothModels | undefined {
  const isLine = geometry?.type === 'LineString' || geometry?.type === 'MultiLineString';
  return isLine && measurement !== undefined ? scaled(measurement.lengthM, 1e3) : undefined;
}

/** Returns the area of an areal site in square kilometres on both earth models. */
export function measuredAreaKm2({
  project: { geometry },
  measurement,
}: ExportedProject): OnBothModels | undefined {
  const isAreal = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
  return isAreal && measurement !== undefined ? scaled(measurement.areaM2, 1e6) : undefined;
}

function scaled({ ellipsoid, sphere }: OnBothModels, unit: number): OnBothModels {
  return { ellipsoid: sixDecimals(ellipsoid / unit), sphere: sixDecimals(sphere / unit) };
}

/** Rounds a number to six decimals: 0.1 m in degrees, 1 mm in kilometres, 1 m² in square kilometres. */
export function sixDecimals(value: number): number {
  return Number(value.toFixed(6));
}
