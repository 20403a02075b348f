import type { JSX } from 'preact';
import { ZONE_STANDINGS, type ZoneStanding } from '../../domain/audit/zone-standing.ts';
import { VERDICT_SHAPES } from '../audit/verdict.tsx';
import { formatTarget } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** Zones by how they stand. */
type StandingCounts = Readonly<Record<ZoneStanding, readonly string[]>>;

/** A heading of the legend with its rows: verdicts of zones with targets of their own apart from the others. */
export type StandingGroup = {
  readonly title: string;
  readonly rows: readonly { readonly standing: ZoneStanding; readonly name: string }[];
};

/** The legend of zones that are coloured by how they stand, each row with the number of its zones. */
export function standingGroups(
  counts: StandingCounts,
  target: number,
  { t, language }: I18n,
): readonly StandingGroup[] {
  const rowsOf = (isVerdict: boolean): StandingGroup['rows'] =>
    ZONE_STANDINGS.filter(
      (standing) => counts[standing].length > 0 && VERDICTS.has(standing) === isVerdict,
    ).map((standing) => ({
      standing,
      name: t('verdictLegendRow', {
        verdict: t(`verdictName_${standing}`),
        count: counts[standing].length,
      }),
    }));
  return [
    { title: t('verdictLegend'), rows: rowsOf(true) },
    {
      title: t('standingLegend', { target: formatTarget(target, language) }),
      rows: rowsOf(false),
    },
  ].filter(({ rows }) => rows.length > 0);
}

const VERDICTS: ReadonlySet<ZoneStanding> = new Set(['fail', 'too-close', 'pass']);

/** The rows of a legend for zones coloured by how they stand. */
export function VerdictLegend({
  counts,
  target,
}: {
  readonly counts: StandingCounts;
  /** That of the whole coast. */
  readonly target: number;
}): JSX.Element {
  return (
    <>
      {standingGroups(counts, target, useI18n()).map(({ title, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {rows.map(({ standing, name }) => (
              <li key={standing}>
                <span class={`verdict-swatch verdict-swatch--${standing}`} aria-hidden="true">
                  {VERDICT_SHAPES[standing]}
                </span>
                {name}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
