import type { Geometry } from 'geojson';
import type { Bilingual } from '../bilingual.ts';
import type { CoastlineClass } from '../coastline.ts';
import type { BoundingBox } from '../geometry.ts';
import type { IssueSeverity } from '../issue.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { OwnDataRole } from './own-dataset.ts';

/** A dataset as `import --format json` prints it. */
export type DatasetReport = {
  readonly file: string;
  readonly name: string;
  readonly format: string;
  /** The kinds of geometry, the most frequent first, joined by a slash; `none` without any. */
  readonly geometry: string;
  readonly read: number;
  readonly kept: number;
  readonly setAside: number;
  readonly role: { readonly proposed: OwnDataRole };
  readonly encoding: { readonly name: string; readonly how: string };
  readonly crs: {
    readonly code: string | null;
    readonly how: string;
    readonly candidates: readonly { readonly code: string; readonly swapped?: true }[];
  };
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    /** The first distinct values. */
    readonly samples: readonly (string | number | boolean | null)[];
  }[];
  /** On the ellipsoid; null without lines, and until the system is confirmed. */
  readonly lengthM: number | null;
  readonly areaM2: number | null;
  /** Metres by class, `unclassified` among them. */
  readonly byClass: Readonly<Record<string, number>> | null;
  readonly bounds: readonly number[] | null;
  readonly issues: readonly DatasetIssue[];
};

/** Something that was noticed in a dataset. */
export type DatasetIssue = {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly message: Bilingual;
  readonly cure: Bilingual;
  readonly row?: number;
};

/** A reading of coordinates, shown as an outline beside the plan's coast. */
export type CrsOutline = {
  readonly code: string;
  /** True when the file gives latitude or northing first. */
  readonly isSwapped?: boolean;
  /** Median distance in metres of its vertices from the plan's coast; undefined when they are far from it. */
  readonly medianM?: number;
  /** A sample of the dataset in degrees. */
  readonly outline: Geometry;
  readonly bounds: BoundingBox;
};

/** How far an import has come. */
export type ImportProgress = {
  /** From 0 to 1. */
  readonly share: number;
  /** The file that is being read, and its features so far; absent until the first of them. */
  readonly reading?: { readonly file: string; readonly features: number };
};

/** A value of a class field, and what it is taken as. */
export type ClassValue = {
  readonly field: string;
  readonly value: string;
  readonly count: number;
  /** Undefined while the coordinate reference system is open. */
  readonly lengthM?: number;
  readonly means?: CoastlineClass | 'unclassified';
  /** Whether the user has decided it. */
  readonly isDecided: boolean;
};

/** Repairs that the user may ask for; none is made unasked. */
export const REPAIRS = ['close-rings', 'doubled-vertices', 'spikes', 'snap-ends'] as const;
/** A repair that the user may ask for. */
export type Repair = (typeof REPAIRS)[number];
/** How many places a repair changes or would change. */
export type RepairCount = { readonly code: Repair; readonly count: number };

/** A dataset as it is shown before it is accepted. */
export type DatasetCard = {
  readonly report: DatasetReport;
  readonly mapping: FieldMapping;
  /** Every reading of the coordinates to choose from, those of the file first. */
  readonly readings: readonly CrsOutline[];
  readonly isSwapped: boolean;
  /** Values of the class fields, the longest coast first; empty for other roles. */
  readonly values: readonly ClassValue[];
  /** The first rows, a text a field in the order of the fields. */
  readonly rows: readonly (readonly string[])[];
  /** Repairs that would change something, and those that were made. */
  readonly offered: readonly RepairCount[];
  readonly applied: readonly RepairCount[];
  /** Whether it can be accepted: its coordinates are decided, or it has none. */
  readonly isDecided: boolean;
};

/** Sample rows in another encoding, where declaration and bytes disagree or nothing is declared. */
export type EncodingPreview = {
  readonly encoding: string;
  readonly rows: readonly (readonly string[])[];
};

/** A dataset of an import: its card, and previews of other encodings. */
export type SessionDataset = DatasetCard & {
  /** Unique within the import. */
  readonly key: string;
  readonly previews: readonly EncodingPreview[];
};

/** Something that the importer should know before accepting a dataset. */
export type DatasetFinding = {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly message: Bilingual;
  readonly cure?: Bilingual;
  /** Line of a text, row of a sheet or record of a table; one-based. */
  readonly row?: number;
  /** Where it is, in degrees; absent where it has no place. */
  readonly box?: BoundingBox;
  /** Length in metres of the coast that it concerns; 0 when none. */
  readonly lengthM: number;
};

/** What the plan's reader and checks say of a dataset. */
export type CheckedDataset = {
  readonly read: number;
  readonly kept: number;
  readonly findings: readonly DatasetFinding[];
};
