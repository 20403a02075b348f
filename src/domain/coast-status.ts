import type { Bilingual } from './bilingual.ts';

/** What the importer states of a survey; only complete it counts. */
export type SurveyStatement = {
  readonly survey: string;
  /** ISO 8601, year, month or day. */
  readonly date: string;
  readonly unit: string;
  readonly waterLevel: string;
};

/** Where the classes of a coast come from, which every figure of it says. */
export type CoastStatus =
  /** Judged from maps, or not stated; with what the plan's rule says of figures of its own coast besides. */
  | { readonly kind: 'illustration'; readonly notice?: Bilingual }
  /** The dataset of the plan declares itself surveyed. */
  | { readonly kind: 'surveyed' }
  /** The user has imported it and states a survey; one statement for each dataset, alike or not. */
  | { readonly kind: 'stated'; readonly statements: readonly SurveyStatement[] };

const ILLUSTRATION: CoastStatus = { kind: 'illustration' };

/** The status of a coast of several datasets: an illustration as soon as one of them is, or when there is none. */
export function jointStatus(parts: readonly CoastStatus[]): CoastStatus {
  if (parts.length === 0 || parts.some(({ kind }) => kind === 'illustration')) return ILLUSTRATION;
  const statements = parts.flatMap((part) => (part.kind === 'stated' ? part.statements : []));
  return statements.length === 0 ? { kind: 'surveyed' } : { kind: 'stated', statements };
}

/** An illustration with what the plan's rule says of its figures; any other coast as it is. */
export function withNotice(status: CoastStatus, notice: Bilingual | undefined): CoastStatus {
  return status.kind === 'illustration' && notice !== undefined ? { ...status, notice } : status;
}
