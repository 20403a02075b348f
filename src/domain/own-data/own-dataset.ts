import type { Bilingual } from '../bilingual.ts';
import type { SurveyStatement } from '../coast-status.ts';
import type { IssueSeverity } from '../issue.ts';
import type { FieldMapping } from './field-mapping.ts';

/** What the importer states of a survey. */
export type { SurveyStatement } from '../coast-status.ts';

/** What a dataset of the user may be taken as; `shown` is drawn and counts nowhere. */
export const OWN_DATA_ROLES = ['coastline', 'zones', 'projects', 'shown'] as const;
/** What a dataset of the user is taken as. */
export type OwnDataRole = (typeof OWN_DATA_ROLES)[number];

/** A dataset of the user that was accepted. It is work: undoable, saved, replaceable. */
export type OwnDataset = {
  /** `own-1`, `own-2` …; it stays when the dataset is replaced by a newer one. */
  readonly id: string;
  readonly name: string;
  readonly role: OwnDataRole;
  /** False for coast or zones that no figure of the audit counts: they can be compared and counted by, and count later. */
  readonly isCounted?: false;
  /**
   * The features as the text of a GeoJSON file in the plan's own schema (`docs/own-data.md`), so that the reader,
   * the checks and the hash of the plan's files serve here as well.
   */
  readonly text: string;
  /** SHA-256 of the text in hexadecimal digits. */
  readonly sha256: string;
  readonly lineage: DatasetLineage;
};

/** Where a dataset came from and what was decided on its way (ISO 19115 LI_Lineage). */
export type DatasetLineage = {
  /** The files as given, with the SHA-256 of their bytes in hexadecimal digits. */
  readonly files: readonly SourceFileHash[];
  readonly format: string;
  /** Layer, table or file inside what was given. */
  readonly layer: string;
  readonly encoding: { readonly name: string; readonly how: DecisionSource };
  /** Absent for a dataset without coordinates. */
  readonly crs?: {
    readonly code: string;
    readonly isSwapped?: true;
    readonly how: DecisionSource;
  };
  readonly mapping: FieldMapping;
  /** Records of the file; read = kept + setAside. */
  readonly read: number;
  readonly kept: number;
  readonly setAside: number;
  /** What was changed before it was accepted, in order. */
  readonly repairs: readonly AppliedRepair[];
  /** What was known when it was accepted. */
  readonly issues: readonly LineageIssue[];
  /** ISO 8601. */
  readonly acceptedAt: string;
  /** What the importer states of a survey; the illustration notice gives way to it. */
  readonly statement?: SurveyStatement;
  /** Whom maps and exports credit, as the importer states; one language stands for the other where only one is given. */
  readonly credit?: Bilingual;
  /** How sure the classes are, as the importer states. */
  readonly confidence?: string;
  /** A copy of a layer of the plan, which says of its figures what the plan does. */
  readonly isPlanCopy?: true;
};

/** Who decided: the file declares it, its content proposes it, or the user said so. */
export type DecisionSource = 'declared' | 'proposed' | 'confirmed';

/** A file as it was given. */
export type SourceFileHash = { readonly name: string; readonly sha256: string };

/** A repair that the user asked for, with the number of places that it changed. */
export type AppliedRepair = { readonly code: string; readonly count: number };

/** A finding at the time of acceptance. */
export type LineageIssue = {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly message: Bilingual;
};

/** Whether the audit counts a dataset: coast and zones do, unless the user leaves them out. */
export function isCountedDataset({ role, isCounted }: OwnDataset): boolean {
  return (role === 'coastline' || role === 'zones') && isCounted !== false;
}

/** Has the audit count a dataset, or leave it out. */
export function countDataset(
  { isCounted: _, ...dataset }: OwnDataset,
  isCounted: boolean,
): OwnDataset {
  return { ...dataset, ...(!isCounted && { isCounted }) };
}

/** Whether a system is shifted: what is corrected from it is off by an unknown rest. */
export function isShiftedCode(code: string | null | undefined): boolean {
  return code === 'GCJ-02' || code === 'BD-09';
}
