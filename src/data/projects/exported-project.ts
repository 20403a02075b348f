import type { Bilingual } from '../../domain/bilingual.ts';
import type { Conflict } from '../../domain/conflicts/conflict.ts';
import type { Measurement, OnBothModels } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Project } from '../../domain/project.ts';
import type { ShoreRelation } from '../../domain/projects/shore-relation.ts';

/** A project as it leaves the desk, with what was measured of its sketch; nothing of an unlocated one. */
export type ExportedProject = {
  readonly project: Project;
  /** A position on the site that stands for it where a table has room for one only. */
  readonly point?: Position;
  readonly measurement?: Measurement;
  /** Absent where distances to the coast could not be measured. */
  readonly relation?: ShoreRelation;
  /** Gravest first; absent where nothing can be said: no site, one that protects, or not found out. */
  readonly conflicts?: readonly Conflict[];
};

/** A dataset that went into an export, for credit and for telling one version from another. */
export type ExportSource = {
  /** Layer id of the catalogue. */
  readonly layer: string;
  readonly title: Bilingual;
  readonly attribution: string;
  readonly licence: string;
  readonly source: Bilingual;
  /** ISO 8601, year, month or day. */
  readonly date: string;
  readonly file: string;
  /** SHA-256 of the file as it was read; absent where its text was not kept. */
  readonly sha256?: string;
};

/** What goes along with exported projects, so that nobody takes them for more than they are. */
export type ExportAbout = {
  /** The plan's title. */
  readonly title: Bilingual;
  /** What the data are not, a sentence each. */
  readonly notices: readonly Bilingual[];
  /** The filter in words. */
  readonly filter: Bilingual;
  /** The query of the address that shows the same: with it, any copy of the app filters alike. */
  readonly query: string;
  /** How many projects fit the filter, of how many. */
  readonly count: number;
  readonly all: number;
  readonly sources: readonly ExportSource[];
  /** Layers of projects that could not be read and are missing here. */
  readonly missingLayers: readonly string[];
  /** Instant, as ISO 8601. */
  readonly exportedAt: string;
};

/** Length in kilometres of a site that is a line, on both earth models; an area's outline is none. */
export function measuredLengthKm({
  project: { geometry },
  measurement,
}: ExportedProject): OnBothModels | undefined {
  const isLine = geometry?.type === 'LineString' || geometry?.type === 'MultiLineString';
  return isLine && measurement !== undefined ? scaled(measurement.lengthM, 1e3) : undefined;
}

/** Area in square kilometres of a site that is an area, on both earth models. */
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

/** A number to six decimals: 0.1 m in degrees, 1 mm in kilometres, 1 m² in square kilometres. */
export function sixDecimals(value: number): number {
  return Number(value.toFixed(6));
}
