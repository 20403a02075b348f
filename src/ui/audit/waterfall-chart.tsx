import type { JSX } from 'preact';
import type { Waterfall } from '../../domain/audit/waterfall.ts';
import { formatLength, formatPercent, formatTarget } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** From the data as loaded to the data as edited: signed bars of counted coast, with the ratio after each. */
export function WaterfallChart({
  waterfall,
  target,
}: {
  readonly waterfall: Waterfall;
  readonly target: number;
}): JSX.Element {
  const { t, language } = useI18n();
  const rows = waterfallBars(waterfall);
  const place = waterfallScale(rows);
  return (
    <table class="waterfall">
      <caption class="visually-hidden">
        {t('waterfallCaption', { target: formatTarget(target, language) })}
      </caption>
      <tbody>
        {rows.map(({ kind, label, from, to, ratio }) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
            <td class="waterfall__bar">
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  class={`waterfall__${kind}`}
                  x={place(Math.min(from, to))}
                  width={Math.max(0.6, Math.abs(place(to) - place(from)))}
                  y="1"
                  height="10"
                />
              </svg>
            </td>
            <td>{kind === 'end' ? formatLength(to, language, 2) : signed(to - from)}</td>
            <td>{ratio === undefined ? '–' : formatPercent(ratio, 2, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function signed(metres: number): string {
    return `${metres > 0 ? '+' : ''}${formatLength(metres, language, 2)}`;
  }
}

/** One bar: from how many metres of counted coast to how many, and the ratio after it. */
export type Bar = {
  readonly kind: 'end' | 'gain' | 'loss';
  readonly label:
    | 'waterfall_start'
    | 'waterfall_end'
    | `waterfall_${Waterfall['steps'][number]['reason']}`;
  readonly from: number;
  readonly to: number;
  readonly ratio: number | undefined;
};

/** The bars of a waterfall from top to bottom: where it starts, each reason, where it ends. */
export function waterfallBars({
  startM,
  startRatio,
  steps,
  endM,
  endRatio,
}: Waterfall): readonly Bar[] {
  let at = startM;
  const floor = 0;
  const changes = steps.map(({ reason, deltaM, ratio }): Bar => {
    const from = at;
    at += deltaM;
    return {
      kind: deltaM < 0 ? 'loss' : 'gain',
      label: `waterfall_${reason}`,
      from,
      to: at,
      ratio,
    };
  });
  return [
    { kind: 'end', label: 'waterfall_start', from: floor, to: startM, ratio: startRatio },
    ...changes,
    { kind: 'end', label: 'waterfall_end', from: floor, to: endM, ratio: endRatio },
  ];
}

/** The place of a length on the bars' scale, from 0 to 100. */
export function waterfallScale(rows: readonly Bar[]): (metres: number) => number {
  const reach = Math.max(...rows.map(({ to, from }) => Math.max(to, from)), 1);
  const least = Math.min(
    ...rows.filter(({ kind }) => kind !== 'end').map(({ to, from }) => Math.min(to, from)),
  );
  // On a scale from 0 the changes would be too thin to see: it starts a little below the least value.
  const floor = Math.max(0, least - (reach - least) * 1.5);
  return (metres) => ((metres - floor) / (reach - floor || 1)) * 100;
}
