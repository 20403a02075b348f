import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { ChangeScope } from '../../domain/coast-change/change-ledger.ts';
import type { ChangeAnswer } from '../../domain/coast-change/change-question.ts';
import type { ScopeChange } from '../../domain/coast-change/compare-coasts.ts';
import {
  type ChangeFigure,
  type ListedStretch,
  ratioMeans,
  stretchesBehind,
} from '../../domain/coast-change/stretches-behind.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';

/** One of the two coasts of a comparison. */
export type Side = 'before' | 'after';

/** A coast that can be compared. */
export type CoastOption = {
  readonly id: string;
  readonly title: Bilingual;
  readonly date: string;
  /** Whether it is the user's and the audit counts it. */
  readonly isOwnCounted: boolean;
};

/** One coast of a result, with what speaks against its figures. */
export type ResultSide = {
  /** Id of its layer. */
  readonly layer: string;
  readonly title: Bilingual;
  readonly segments: readonly CoastlineSegment[];
  readonly status: CoastStatus;
  readonly reasons: readonly ProvisionalReason[];
  /** What the rule leaves open for this coast, and how it was counted. */
  readonly assumed: readonly Bilingual[];
};

/** Two coasts compared, as the page shows it. */
export type ChangeResult = {
  readonly answer: ChangeAnswer;
  readonly sides: Readonly<Record<Side, ResultSide>>;
  /** Why the figures of both are provisional: their zones and their rule. */
  readonly sharedReasons: readonly ProvisionalReason[];
  /** How many stretches of the coast after the user has reclassified here. */
  readonly judgedCount: number;
};

/** A stretch that was picked on the map, by its place in the comparison; each pick is a new value. */
export type PickedStretch = { readonly index: number };

/** How far a comparison is. */
export type ChangeState =
  | { readonly kind: 'waiting'; readonly share: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'ready'; readonly result: ChangeResult }
  | { readonly kind: 'failed'; readonly reason: string };

/** The whole coast, or one zone of it, with its figures. */
export type ShownScope = {
  readonly figures: ScopeChange;
  readonly scope: ChangeScope;
  /** Absent for the whole coast. */
  readonly zone?: number;
};

/** The figures of the whole coast or of a zone, by its index; of the whole coast where there is no such zone. */
export function scopeOf({ change, scope }: ChangeAnswer, zone: number | undefined): ShownScope {
  const figures = zone === undefined ? undefined : change.zones[zone];
  if (zone === undefined || figures === undefined) return { figures: change.overall, scope };
  return { figures, scope: { ...scope, zone }, zone };
}

/** The stretches behind a figure of a scope. */
export function behind(
  { change }: ChangeAnswer,
  { figures, scope }: ShownScope,
  figure: ChangeFigure,
): readonly ListedStretch[] {
  const means = ratioMeans(figures.before, figures.after);
  return stretchesBehind(figure, change.stretches, { scope, means });
}
