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
  const scale = waterfallScale(rows);
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
                {scale.parts({ kind, from, to }).map(([start, end]) => (
                  <rect
                    key={start}
                    class={`waterfall__${kind}`}
                    x={start}
                    width={end - start}
                    y="1"
                    height="10"
                  />
                ))}
              </svg>
            </td>
            <td>{kind === 'end' ? formatLength(to, language, 2) : signed(to - from)}</td>
            <td>{ratio === undefined ? '–' : formatPercent(ratio, 2, language)}</td>
          </tr>
        ))}
      </tbody>
      {scale.floorM > 0 && (
        <tfoot>
          <tr>
            <td colSpan={4} class="quiet">
              {t('waterfallCut', { length: formatLength(scale.floorM, language, 2) })}
            </td>
          </tr>
        </tfoot>
      )}
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

/** The scale of the bars. */
export type WaterfallScale = {
  /** Where the scale begins, in metres; more than 0 where it is cut. */
  readonly floorM: number;
  /**
   * The parts of a bar, from 0 to 100: none for a step that changes nothing, two where the scale is cut below a bar that
   * begins at 0, with a gap between them as the sign of the cut.
   */
  readonly parts: (
    bar: Pick<Bar, 'kind' | 'from' | 'to'>,
  ) => readonly (readonly [start: number, end: number])[];
};

/** Where a bar is broken, and the least width of a bar. */
const BREAK = { from: 3, to: 5.5 } as const;
const LEAST_WIDTH = 0.6;

/**
 * The scale of the bars. From 0, most changes would be too thin to see: it then begins a little below the least value, which
 * the chart has to say.
 */
export function waterfallScale(rows: readonly Pick<Bar, 'kind' | 'from' | 'to'>[]): WaterfallScale {
  const reach = Math.max(...rows.map(({ to, from }) => Math.max(to, from)), 1);
  const least = Math.min(
    ...rows.filter(({ kind }) => kind !== 'end').map(({ to, from }) => Math.min(to, from)),
  );
  const floorM = Math.max(0, least - (reach - least) * 1.5);
  const place = (metres: number): number =>
    (Math.max(0, metres - floorM) / (reach - floorM || 1)) * 100;
  return {
    floorM,
    parts: ({ kind, from, to }) => {
      if (kind !== 'end' && from === to) return [];
      const [low, high] = [place(Math.min(from, to)), place(Math.max(from, to))];
      if (kind === 'end' && floorM > 0 && high > BREAK.to)
        return [
          [0, BREAK.from],
          [BREAK.to, high],
        ];
      return [[low, Math.max(low + LEAST_WIDTH, high)]];
    },
  };
}
