import type { JSX } from 'preact';
import type { CoastSummary, Verdict } from '../../domain/audit/audit.ts';
import { INK_COLOURS } from '../../domain/ink-colours.ts';
import type { Box } from '../../domain/print/page-layout.ts';
import type { Theme } from '../../domain/symbology.ts';
import { classShares } from '../audit/class-bar.tsx';
import { VERDICT_SHAPES, verdictWords } from '../audit/verdict.tsx';
import { formatLength, formatPercent, formatRatio, formatTarget } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { PRINT_INK, typeOf } from './print-typography.ts';

/** Props of the ratio's figure. */
export type RatioFigureProps = {
  readonly summary: CoastSummary;
  readonly box: Box;
  readonly theme: Theme;
  readonly words: I18n;
};

const VERDICT_INK: Readonly<Record<Verdict, string>> = {
  pass: INK_COLOURS.pass.paper,
  'too-close': INK_COLOURS['too-close'].paper,
  fail: INK_COLOURS.fail.paper,
  'no-coast': PRINT_INK.quiet,
};
/** The figure is set for a box of 56 × 23 and scaled with its height. */
const HEIGHT = 23;

/** The headline as a figure for paper: ratio, target, verdict, headroom, bar of classes, tick and band. */
export function RatioFigure({ summary, box, theme, words }: RatioFigureProps): JSX.Element {
  const { t, language } = words;
  const { ratio, target, verdict, band, headroomM } = summary;
  const unit = box.height / HEIGHT;
  const width = box.width / unit;
  const length = headroomM === undefined ? '' : formatLength(Math.abs(headroomM), language);
  const headroom =
    headroomM === undefined ? '' : t(headroomM >= 0 ? 'mayLose' : 'mustRestore', { length });
  const share = (value: number): number => Math.max(0, Math.min(1, value)) * width;
  let start = 0;
  return (
    <g transform={`translate(${box.x} ${box.y}) scale(${unit})`}>
      <text x="0" y="2.6" {...typeOf({ size: 2.7, isQuiet: true })}>
        {t('ratioTitle')}
      </text>
      <text x="0" y="9.4" {...typeOf({ size: 7, isBold: true })}>
        {ratio === undefined ? '–' : formatRatio(ratio, target, language)}
      </text>
      <text x={width} y="9.4" text-anchor="end" {...typeOf({ size: 2.7, isQuiet: true })}>
        {t('target', { target: formatTarget(target, language) })}
      </text>
      <text x="0" y="13.2" {...typeOf({ size: 2.6, isBold: true })} fill={VERDICT_INK[verdict]}>
        {`${VERDICT_SHAPES[verdict]} ${verdictWords(summary, words)}`}
      </text>
      <text x="0" y="16.6" {...typeOf({ size: 2.6 })}>
        {headroom}
      </text>
      {classShares(summary).map(({ symbol, lengthM }) => {
        const x = start;
        const part = summary.totalM === 0 ? 0 : (lengthM / summary.totalM) * width;
        start += part;
        return (
          <rect
            key={symbol.label.en}
            {...{ x, y: 18.4, width: part, height: 2.2 }}
            fill={symbol.colour[theme]}
          />
        );
      })}
      {band !== undefined && (
        <path
          d={`M${share(band.low)} 18.6V17.6H${share(band.high)}V18.6`}
          fill="none"
          stroke={PRINT_INK.ink}
          stroke-width="0.35"
        />
      )}
      <path d={`M${share(target)} 17.4V21.6`} stroke={PRINT_INK.ink} stroke-width="0.5" />
      <text x="0" y="22.9" {...typeOf({ size: 2, isQuiet: true })}>
        0
      </text>
      <text x={width} y="22.9" text-anchor="end" {...typeOf({ size: 2, isQuiet: true })}>
        {formatPercent(1, 0, language)}
      </text>
    </g>
  );
}
