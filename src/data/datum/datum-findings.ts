import type { Geometry } from 'geojson';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { linesOf } from '../../domain/geodesy.ts';
import type { Issue } from '../../domain/issue.ts';
import { type Finding, toIssue } from '../finding.ts';
import { checkDatum, checkLineDatum, type DatumReference } from './check-datum.ts';
import { referenceLines } from './reference-lines.ts';

/** Geometries to compare with lines of known datum. */
export type DatumSample = {
  readonly geometries: readonly Geometry[];
  /** The segments of a coastline; empty for other files. */
  readonly segments: readonly Pick<CoastlineSegment, 'id' | 'geometry'>[];
};

/** What looks like another datum: a file as a whole, otherwise single segments of a coastline. */
export type DatumFindings = {
  readonly ofFile?: Finding;
  readonly ofSegments: readonly { readonly id: string; readonly finding: Finding }[];
};

/** Compares a file with references, of which it must not be one. */
export function datumFindings(
  { geometries, segments }: DatumSample,
  references: readonly DatumReference[],
): DatumFindings {
  const ofFile = checkDatum(geometries, references);
  if (ofFile !== undefined) return { ofFile, ofSegments: [] };
  const coasts = references.filter(({ isCoast }) => isCoast);
  const ofSegments = segments.flatMap(({ id, geometry }) => {
    const finding = checkLineDatum(geometry, coasts);
    // A single line sometimes fits by chance, so this is only a note.
    return finding === undefined
      ? []
      : [{ id, finding: { ...finding, severity: 'note' as const } }];
  });
  return { ofSegments };
}

/** A dataset that has been read, and others of the same plan to compare it with. */
export type DatumQuestion = DatumSample & {
  /** The id of its layer. */
  readonly dataset: string;
  readonly others: readonly {
    /** The name shown in messages. */
    readonly name: string;
    readonly geometries: readonly Geometry[];
    /** True when its lines follow the water's edge. */
    readonly isCoast: boolean;
  }[];
};

/** Returns the issues of a dataset whose datum looks like another than that of the other datasets. */
export function datumIssuesOf({ dataset, others, ...sample }: DatumQuestion): readonly Issue[] {
  const references = others.flatMap(({ name, geometries, isCoast }): readonly DatumReference[] => {
    const lines = referenceLines(geometries.flatMap(linesOf));
    return lines === undefined ? [] : [{ name, lines, isCoast }];
  });
  const { ofFile, ofSegments } = datumFindings(sample, references);
  return [
    ...(ofFile === undefined ? [] : [{ ...ofFile, dataset }]),
    ...ofSegments.map(({ id, finding }) =>
      toIssue({ dataset, featureIndex: indexOf(id), featureId: id }, finding),
    ),
  ];

  function indexOf(id: string): number {
    return sample.segments.findIndex((segment) => segment.id === id);
  }
}
