import type { Bilingual } from '../../domain/bilingual.ts';
import type { Confidence } from '../../domain/coastline.ts';
import type { CrsOutline, Repair } from '../../domain/own-data/dataset-card.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';
import type { OwnDataRole, SurveyStatement } from '../../domain/own-data/own-dataset.ts';

/** What the user has decided of a dataset so far. */
export type CardDecisions = {
  readonly crs?: string;
  readonly isSwapped?: boolean;
  readonly encoding?: string;
  readonly role: OwnDataRole;
  readonly mapping?: FieldMapping;
  readonly repairs: readonly Repair[];
  readonly snapM?: number;
  readonly name: string;
  readonly confidence?: Confidence;
  readonly accuracyM?: number;
  readonly statement: Partial<SurveyStatement>;
  /** Whom maps and exports credit, as typed so far. */
  readonly credit: Partial<Bilingual>;
  readonly replaces?: string;
  readonly insistsOnShifted: boolean;
};

/** What the user can do with a dataset before it is accepted. */
export type ImportCardActions = {
  readonly decide: (change: Partial<CardDecisions>) => void;
  readonly preview: (reading: CrsOutline | undefined) => void;
  readonly goTo: (box: CrsOutline['bounds']) => void;
  readonly applyToAll: () => void;
  readonly saveMapping: () => void;
  readonly openMapping: (file: File) => void;
  readonly accept: () => void;
  readonly dismiss: () => void;
};
