import type { JSX } from 'preact';
import type { CoastlineClass } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS, type Theme } from '../../domain/symbology.ts';
import { classesPresent, type ScaledCoast } from '../../domain/uncertainty/rulers.ts';
import type { Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import { formatLength, formatNumber, formatPercent, UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';

const [LEFT, RIGHT, TOP, BOTTOM] = [8, 236, 8, 150];
/** The least distance of two labels, in units of the drawing. */
const LABEL_GAP = 11;

/** Length by class against the ruler, both logarithmic, and the ratio at each ruler and tolerance. */
export function RulerChart({
  found: { rulers, detail, meanEdgeM },
  theme,
}: {
  readonly found: Uncertainty;
  readonly theme: Theme;
}): JSX.Element {
  const { t, language } = useI18n();
  const rows = [
    ...rulers.map((scaled) => [t('rulerStep'), scaled] as const),
    ...detail.map((scaled) => [t('tolerance'), scaled] as const),
  ];
  return (
    <>
      <Curves rulers={rulers} theme={theme} />
      <table class="model-table">
        <caption class="visually-hidden">{t('rulersTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rulerStep')}</th>
            <th scope="col">{`${t('total')} ${UNITS.kilometre[language]}`}</th>
            <th scope="col">{t('ratio')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([kind, { atM, totalM, ratio }]) => (
            <tr key={`${kind} ${atM}`}>
              <th scope="row">
                {kind} {formatNumber(atM, 0, language)} {language === 'zh' ? '米' : 'm'}
              </th>
              <td>{formatNumber(totalM / 1000, 1, language)}</td>
              <td>{ratio === undefined ? '–' : formatPercent(ratio, 2, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{t('rulerEdges', { length: formatLength(meanEdgeM, language, 0) })}</p>
    </>
  );
}

function Curves({
  rulers,
  theme,
}: {
  readonly rulers: readonly ScaledCoast[];
  readonly theme: Theme;
}): JSX.Element | null {
  const { t, language } = useI18n();
  const names = classesPresent(rulers);
  const lengths = rulers.flatMap(({ byClass }) =>
    names.flatMap((name) => (byClass[name] > 0 ? [byClass[name]] : [])),
  );
  const [first, last] = [rulers[0], rulers.at(-1)];
  if (lengths.length === 0 || first === undefined || last === undefined) return null;
  const [least, most] = [Math.min(...lengths) / 1.2, Math.max(...lengths) * 1.2];
  const x = (atM: number): number =>
    LEFT + ((RIGHT - LEFT) * Math.log(atM / first.atM)) / Math.log(last.atM / first.atM);
  const y = (lengthM: number): number =>
    BOTTOM - ((BOTTOM - TOP) * Math.log(lengthM / least)) / Math.log(most / least);
  const drawn = names.filter((name) => last.byClass[name] > 0);
  const labels = spreadLabels(drawn, (name) => y(last.byClass[name]));
  return (
    <svg class="how-sure__chart" viewBox="0 0 340 170" role="img" aria-label={t('rulerChart')}>
      {rulers.map(({ atM }) => (
        <g key={atM}>
          <line x1={x(atM)} x2={x(atM)} y1={TOP} y2={BOTTOM} />
          <text x={x(atM)} y={BOTTOM + 13} text-anchor="middle">
            {atM}
          </text>
        </g>
      ))}
      {drawn.map((name) => (
        <g key={name}>
          <path
            d={`M${rulers
              .filter(({ byClass }) => byClass[name] > 0)
              .map(({ atM, byClass }) => `${x(atM).toFixed(1)} ${y(byClass[name]).toFixed(1)}`)
              .join('L')}`}
            fill="none"
            stroke={COASTLINE_SYMBOLS[name].colour[theme]}
            stroke-width="2.5"
          />
          <text x={RIGHT + 6} y={(labels.get(name) ?? 0) + 3}>
            {COASTLINE_SYMBOLS[name].label[language]}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Places labels beside the ends of curves, apart where two would touch, and none below the drawing. */
function spreadLabels(
  names: readonly CoastlineClass[],
  at: (name: CoastlineClass) => number,
): ReadonlyMap<CoastlineClass, number> {
  const upwards = names.toSorted((one, other) => at(other) - at(one));
  const placed = new Map<CoastlineClass, number>();
  let free = BOTTOM - LABEL_GAP / 2;
  for (const name of upwards) {
    const place = Math.min(free, at(name));
    placed.set(name, place);
    free = place - LABEL_GAP;
  }
  return placed;
}
