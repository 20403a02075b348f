import type { JSX } from 'preact';
import {
  areCountedAlike,
  drawnYears,
  type RatioOfYear,
  yearBefore,
} from '../../domain/versions/ratio-series.ts';
import { pointsText } from '../coast-change/change-words.ts';
import { formatLength, formatPercent, formatTarget } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { seriesNotes } from './series-notes.ts';

const [LEFT, RIGHT, TOP, BOTTOM] = [14, 326, 20, 116];
/** The least distance of two labels along the axis of years, in units of the drawing. */
const LABEL_GAP = 34;

/** Props of the ratio over the years. */
export type RatioSeriesProps = {
  readonly series: readonly RatioOfYear[];
  /** Compares a version with that of the year before. */
  readonly onCompare: (before: string, after: string) => void;
  readonly onSave: () => void;
};

/** The ratio of each surveyed year, drawn and in figures; nothing before there are two years. */
export function RatioSeriesSection(props: RatioSeriesProps): JSX.Element | null {
  const { t } = useI18n();
  const { series, onSave } = props;
  if (drawnYears(series).length < 2) return null;
  return (
    <section class="ratio-series" aria-label={t('seriesTitle')}>
      <h4>{t('seriesTitle')}</h4>
      <RatioSeriesFigures {...props} />
      <button type="button" class="text-button" onClick={onSave}>
        {t('seriesFile')}
      </button>
    </section>
  );
}

/** The chart, the table and what to read them by. */
export function RatioSeriesFigures({
  series,
  onCompare,
}: Pick<RatioSeriesProps, 'series'> & Partial<Pick<RatioSeriesProps, 'onCompare'>>): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <SeriesChart years={drawnYears(series)} />
      <SeriesTable series={series} onCompare={onCompare} />
      <p class="quiet">{t('seriesNote')}</p>
    </>
  );
}

type TableProps = {
  readonly series: readonly RatioOfYear[];
  /** Undefined on paper, where nothing can be pressed. */
  readonly onCompare: RatioSeriesProps['onCompare'] | undefined;
};

type Point = { readonly of: RatioOfYear; readonly share: number; readonly x: number };

/** Years by their distance in time; a line leads on only where both years were counted alike. */
function SeriesChart({ years }: { readonly years: readonly RatioOfYear[] }): JSX.Element | null {
  const { t, language } = useI18n();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const points = years.flatMap((of): readonly Point[] => {
    const share = of.figures.ratio;
    const x = LEFT + ((RIGHT - LEFT) * (of.year - first.year)) / (last.year - first.year);
    return share === undefined ? [] : [{ of, share, x }];
  });
  const target = last.figures.settings.target;
  const shares = [...points.map(({ share }) => share), target];
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const room = Math.max((most - least) * 0.15, 0.005);
  const y = (share: number): number =>
    BOTTOM - ((BOTTOM - TOP) * (share - least + room)) / (most - least + 2 * room);
  const labelled = spread(points);
  // The target is named at the end where the ratio is farther from it.
  const gap = (point: Point | undefined): number => Math.abs((point?.share ?? target) - target);
  const isTargetNearEnd = gap(points.at(-1)) < gap(points[0]);
  const anchor = (x: number): 'start' | 'middle' | 'end' =>
    x === LEFT ? 'start' : x === RIGHT ? 'end' : 'middle';
  return (
    <svg class="ratio-series__chart" viewBox="0 0 340 148" role="img" aria-label={t('seriesChart')}>
      <line class="ratio-series__target" x1={LEFT} x2={RIGHT} y1={y(target)} y2={y(target)} />
      <text
        x={isTargetNearEnd ? LEFT : RIGHT}
        y={y(target) - 4}
        text-anchor={isTargetNearEnd ? 'start' : 'end'}
        class="ratio-series__target-label"
      >
        {t('seriesTarget', { target: formatTarget(target, language) })}
      </text>
      {points.map((point, index) => {
        const before = points[index - 1];
        if (before === undefined || !areCountedAlike(before.of.figures, point.of.figures))
          return null;
        return (
          <line
            key={point.of.id}
            class="ratio-series__line"
            x1={before.x}
            x2={point.x}
            y1={y(before.share)}
            y2={y(point.share)}
          />
        );
      })}
      {points.map((point) => (
        <g key={point.of.id}>
          <circle
            class={isSure(point.of) ? 'ratio-series__dot' : 'ratio-series__dot is-provisional'}
            cx={point.x}
            cy={y(point.share)}
            r="4"
          />
          {labelled.has(point) && (
            <>
              <text
                x={point.x}
                y={y(point.share) + (point.share < target ? 16 : -8)}
                text-anchor={anchor(point.x)}
              >
                {formatPercent(point.share, 1, language)}
              </text>
              <text x={point.x} y={BOTTOM + 24} text-anchor={anchor(point.x)}>
                {point.of.year}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Which points have room for a label: the last one always, then from the first on. */
function spread(points: readonly Point[]): ReadonlySet<Point> {
  const last = points.at(-1);
  const chosen = new Set<Point>();
  let from = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const isFree = point.x - from >= LABEL_GAP;
    if (point === last || (isFree && last !== undefined && last.x - point.x >= LABEL_GAP)) {
      chosen.add(point);
      from = point.x;
    }
  }
  return chosen;
}

function isSure({ figures }: RatioOfYear): boolean {
  return !figures.isProvisional && !figures.isIllustration;
}

function SeriesTable({ series, onCompare }: TableProps): JSX.Element {
  const { t } = useI18n();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-box" aria-label={t('seriesTable')} tabIndex={0}>
      <table class="model-table">
        <caption class="visually-hidden">{t('seriesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('surveyYear')}</th>
            <th scope="col">{t('ratio')}</th>
            <th scope="col">{t('seriesChange')}</th>
            <th scope="col">{t('seriesCounted')}</th>
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {series.map((of) => (
            <SeriesRow key={of.id} of={of} before={yearBefore(series, of)} onCompare={onCompare} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SeriesRow({
  of,
  before,
  onCompare,
}: Pick<TableProps, 'onCompare'> & {
  readonly of: RatioOfYear;
  readonly before: RatioOfYear | undefined;
}): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const { figures } = of;
  const [was, is] = [before?.figures.ratio, figures.ratio];
  return (
    <>
      <tr>
        <th scope="row">{of.year}</th>
        <td>{is === undefined ? '–' : formatPercent(is, 2, language)}</td>
        <td>
          {before === undefined || was === undefined || is === undefined ? (
            '–'
          ) : !areCountedAlike(before.figures, figures) ? (
            t('seriesNotComparable')
          ) : onCompare === undefined ? (
            t('seriesPoints', { points: pointsText(is - was, language, 2) })
          ) : (
            <button
              type="button"
              class="text-button"
              aria-label={t('seriesCompare', { before: before.name, after: of.name })}
              onClick={() => onCompare(before.id, of.id)}
            >
              {t('seriesPoints', { points: pointsText(is - was, language, 2) })}
            </button>
          )}
        </td>
        <td>{formatLength(of.countedM, language)}</td>
        <td>{formatLength(of.totalM, language)}</td>
      </tr>
      <tr class="ratio-series__notes">
        <td colSpan={5}>{seriesNotes(of, before, words).join(' · ')}</td>
      </tr>
    </>
  );
}
