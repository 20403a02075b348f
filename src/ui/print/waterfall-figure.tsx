import type { JSX } from 'preact';
import type { Waterfall } from '../../domain/audit/waterfall.ts';
import { INK_COLOURS } from '../../domain/ink-colours.ts';
import { waterfallBars, waterfallScale } from '../audit/waterfall-chart.tsx';
import { formatLength, formatPercent, formatTarget } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { PRINT_INK, typeOf } from './print-typography.ts';

/** Height of a row, and where its parts begin as shares of the width. */
const ROW = 6;
const COLUMNS = { bar: 0.3, barEnd: 0.68, length: 0.84 } as const;
const INK = {
  end: '#5b6b7a',
  gain: INK_COLOURS.pass.paper,
  loss: INK_COLOURS.fail.paper,
} as const;

/** How high the figure of a waterfall is, in millimetres. */
export function waterfallHeight(waterfall: Waterfall): number {
  const rows = waterfallBars(waterfall);
  return (rows.length + (waterfallScale(rows).floorM > 0 ? 1 : 0)) * ROW;
}

/** From the data as loaded to the data as edited, as a figure for paper. */
export function WaterfallFigure({
  waterfall,
  target,
  width,
  words: { t, language },
}: {
  readonly waterfall: Waterfall;
  readonly target: number;
  readonly width: number;
  readonly words: I18n;
}): JSX.Element {
  const rows = waterfallBars(waterfall);
  const scale = waterfallScale(rows);
  const [left, right] = [COLUMNS.bar * width, COLUMNS.barEnd * width];
  const at = (share: number): number => left + (share / 100) * (right - left);
  return (
    <g aria-label={t('waterfallCaption', { target: formatTarget(target, language) })}>
      {rows.map(({ kind, label, from, to, ratio }, index) => {
        const y = index * ROW;
        const signed = `${to > from ? '+' : ''}${formatLength(to - from, language, 2)}`;
        return (
          <g key={label}>
            <text x="0" y={y + 4} {...typeOf({ size: 2.6 })}>
              {t(label)}
            </text>
            {scale.parts({ kind, from, to }).map(([start, end]) => (
              <rect
                key={start}
                x={at(start)}
                y={y + 1}
                width={at(end) - at(start)}
                height={ROW - 2}
                fill={INK[kind]}
              />
            ))}
            <text x={COLUMNS.length * width} y={y + 4} text-anchor="end" {...typeOf({ size: 2.6 })}>
              {kind === 'end' ? formatLength(to, language, 2) : signed}
            </text>
            <text x={width} y={y + 4} text-anchor="end" {...typeOf({ size: 2.6, isBold: true })}>
              {ratio === undefined ? '–' : formatPercent(ratio, 2, language)}
            </text>
            <path
              d={`M0 ${y + ROW}H${width}`}
              stroke={PRINT_INK.line}
              stroke-width="0.1"
              fill="none"
            />
          </g>
        );
      })}
      {scale.floorM > 0 && (
        <text x="0" y={rows.length * ROW + 4} {...typeOf({ size: 2.6 })}>
          {t('waterfallCut', { length: formatLength(scale.floorM, language, 2) })}
        </text>
      )}
    </g>
  );
}
