import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { RealmChoice } from '../../domain/coastline.ts';
import type { ShownFigures } from '../../domain/views/shown-figures.ts';
import type { SlideFigureKind } from '../../domain/views/slide-blocks.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { NamedSummary, SlideFigure } from '../../ui/presentation/slide-figures.tsx';

/** What a slide can say of the coast. */
export type FigureChoices = {
  /** The slide's own choice; undefined for what its view suggests. */
  readonly kind: Exclude<SlideFigureKind, 'none'> | undefined;
  readonly realm: RealmChoice;
  readonly overall: CoastSummary;
  /** The view's zone. */
  readonly zone: NamedSummary | undefined;
  /** The view's scenario and what it leads to. */
  readonly tried: { readonly name: string; readonly after: CoastSummary } | undefined;
  /** The scenario of which a site could not be worked out. */
  readonly incomplete: string | undefined;
  /** The figures that the view was saved with: without a ratio it shows none. */
  readonly saved: ShownFigures;
};

/** The figure of a slide without a comparison; undefined for a view that was saved without a ratio. */
export function chooseFigure(
  { kind, realm, overall, zone, tried, incomplete, saved }: FigureChoices,
  { t }: I18n,
): SlideFigure | undefined {
  const { ratio, zoneRatio, afterRatio } = saved;
  const isShown = ratio !== undefined || zoneRatio !== undefined || afterRatio !== undefined;
  if (zone === undefined && !isShown) return undefined;
  if (incomplete !== undefined) return withheld(incomplete, { t });
  const whole = t(`allZones_${realm}`);
  if (tried !== undefined) {
    const name = `${whole} · ${tried.name}`;
    if (kind === 'gauge' || kind === 'number') return { kind, name, summary: tried.after };
    const before = { name: t('slideToday'), summary: overall };
    const after = { name: tried.name, summary: tried.after };
    return { kind: 'change', of: whole, rows: [before, after] };
  }
  const shown = zone ?? { name: whole, summary: overall };
  return { kind: kind === 'number' ? kind : 'gauge', ...shown };
}

/** A site without ground would read as no change at all, so the slide says instead that it lacks one. */
function withheld(name: string, { t }: Pick<I18n, 't'>): SlideFigure {
  return { kind: 'withheld', reason: t('slideRatioWithheld', { name }) };
}

/** A compared state with its ratio. */
export type SideOfFigure = NamedSummary & {
  /** Whether it counts the coast by other settings than the slide. */
  readonly hasOwnCounting: boolean;
  /** Whether a site of its scenario could not be worked out and is not in the ratio. */
  readonly isIncomplete: boolean;
};

/**
 * The figure of a comparison; where a scenario is incomplete, why there is none. Projects do not change the coast as
 * drawn: sides that say the same say so once.
 */
export function figureOfSides(
  sides: readonly [SideOfFigure, SideOfFigure],
  { t }: I18n,
): SlideFigure {
  const incomplete = sides.find(({ isIncomplete }) => isIncomplete);
  if (incomplete !== undefined) return withheld(incomplete.name, { t });
  const [left, right] = sides;
  if (!sides.some(({ hasOwnCounting }) => hasOwnCounting) && isAlike(left.summary, right.summary))
    return { kind: 'gauge', name: t('slideBothSides'), summary: right.summary };
  const rowOf = ({ name, summary, hasOwnCounting }: SideOfFigure): NamedSummary => ({
    name: [name, ...(hasOwnCounting ? [t('sideOwnCounting')] : [])].join(' · '),
    summary,
  });
  return { kind: 'change', of: t('ratio'), rows: [rowOf(left), rowOf(right)] };
}

function isAlike(one: CoastSummary, other: CoastSummary): boolean {
  return one.ratio === other.ratio && one.target === other.target && one.verdict === other.verdict;
}
