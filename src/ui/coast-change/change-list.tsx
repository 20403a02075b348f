import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { shoreKey } from '../../domain/coast-change/change-ledger.ts';
import type { ChangeFigure, ListedStretch } from '../../domain/coast-change/stretches-behind.ts';
import type { Theme } from '../../domain/symbology.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { formatNumber, UNITS, withUnit } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';
import { behind, type ChangeResult, type ShownScope } from './change-result.ts';
import {
  figureName,
  hectaresText,
  pointsText,
  SHOWN_M,
  shoreLabel,
  signedMetres,
} from './change-words.ts';

/** How many stretches are listed at first. */
const FIRST = 30;

/** Props of the list of stretches behind a figure. */
export type ChangeListProps = {
  readonly figure: ChangeFigure;
  readonly result: ChangeResult;
  readonly shown: ShownScope;
  /** The stretch that the map marks, by its place in the comparison. */
  readonly marked: number | undefined;
  readonly theme: Theme;
  readonly onShow: (index: number) => void;
  readonly onSave: (figure: ChangeFigure) => void;
  readonly onClose: () => void;
};

/** The stretches that a figure is the sum of, each one step away on the map. */
export function ChangeList(props: ChangeListProps): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { figure, result, shown, marked, theme, onShow } = props;
  const showsAll = useSignal(false);
  const rows = behind(result.answer, shown, figure).filter(
    ({ lengthM, areaM2 }) => Math.abs(lengthM) >= SHOWN_M || Math.abs(areaM2) >= 1,
  );
  const listed = showsAll.value ? rows : rows.slice(0, FIRST);
  return (
    <section class="change-list" aria-label={figureName(figure, words)}>
      <div class="change-list__head">
        <h5>
          {figureName(figure, words)} <span class="count">{rows.length}</span>
        </h5>
        <button type="button" class="link-button" onClick={() => props.onSave(figure)}>
          {t('coastChangeListFile')}
        </button>
        <IconButton icon="close" label={t('coastChangeListClose')} onPress={props.onClose} />
      </div>
      <p class="quiet">{t(rows.length === 0 ? 'coastChangeListEmpty' : 'coastChangeListNote')}</p>
      <ul>
        {listed.map((row) => (
          <li key={row.index} class={`evidence-item${row.index === marked ? ' is-selected' : ''}`}>
            <button
              type="button"
              class="evidence-row"
              aria-pressed={row.index === marked}
              onClick={() => onShow(row.index)}
            >
              <CoastlineSwatch
                of={
                  row.stretch.after === undefined
                    ? row.stretch.before?.class
                    : row.stretch.after.class
                }
                theme={theme}
              />
              <span>{placeOf(row, result, words)}</span>
              <span class="evidence-row__length">{sizeOf(row, figure, words)}</span>
              <span class="evidence-row__facts">{factsOf(row, result, words)}</span>
            </button>
          </li>
        ))}
      </ul>
      {listed.length < rows.length && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            showsAll.value = true;
          }}
        >
          {t('coastChangeMore', { count: rows.length })}
        </button>
      )}
    </section>
  );
}

/** The name of a stretch's coast: of the coast after, or before where it is gone. */
function placeOf(
  { stretch: { before, after } }: ListedStretch,
  { sides }: ChangeResult,
  { t, pick }: I18n,
): string {
  const named = [
    sides.after.segments.find(({ id }) => id === after?.segmentId),
    sides.before.segments.find(({ id }) => id === before?.segmentId),
  ].flatMap((segment) => (segment === undefined ? [] : [pick(segment.name)]));
  return named.find((name) => name !== '') ?? t('coastChangeUnnamed');
}

function sizeOf(
  { lengthM, stretch }: ListedStretch,
  { kind, ...figure }: ChangeFigure,
  { language }: I18n,
): string {
  const isArea = kind === 'reclaimed' || kind === 'eroded';
  if (isArea) {
    const area = kind === 'reclaimed' ? stretch.reclaimedM2 : stretch.erodedM2;
    return withUnit(hectaresText(area, language), UNITS.hectare[language]);
  }
  // What both have is told as such; what one has more is told with its sign.
  const isDifference = 'of' in figure && ['moved', 'detail', 'extent'].includes(figure.of);
  const number = isDifference
    ? signedMetres(lengthM, language)
    : formatNumber(lengthM, 1, language);
  return withUnit(number, UNITS.metre[language]);
}

function factsOf(
  { stretch, ratio }: ListedStretch,
  { answer }: ChangeResult,
  { t, pick, language }: I18n,
): string {
  const { before, after, displacementM, isBorder } = stretch;
  const [from, to] = [before, after].map((side) => side && pick(shoreLabel(shoreKey(side))));
  const classes =
    from !== undefined && to !== undefined
      ? from === to
        ? from
        : t('coastChangePair', { from, to })
      : `${from ?? to} (${t(from === undefined ? 'coastChangeOnlyAfter' : 'coastChangeOnlyBefore')})`;
  const zones = (after ?? before)?.zones ?? [];
  const names = zones.flatMap((zone) => {
    const of = answer.change.zones[zone]?.zone;
    return of === undefined ? [] : [pick(of.name) || of.id];
  });
  const moved =
    displacementM === undefined || Math.abs(displacementM) < SHOWN_M
      ? []
      : [
          t(displacementM > 0 ? 'coastChangeSeawardBy' : 'coastChangeLandwardBy', {
            metres: formatNumber(Math.abs(displacementM), 1, language),
          }),
        ];
  return (
    [
      classes,
      names.length === 0 ? t('coastChangeOutside') : names.join(' / '),
      ...(isBorder ? [t('coastChangeBorderRow')] : []),
      ...moved,
      ...(ratio === undefined || Math.abs(ratio) < LEAST_RATIO
        ? []
        : [t('coastChangePoints', { points: pointsText(ratio, language) })]),
    ]
      // A figure and its unit stay together.
      .map((fact, at) => (at < 2 ? fact : fact.replaceAll(' ', NO_BREAK)))
      .join(' · ')
  );
}

const NO_BREAK = '\u00a0';

/** A part of the ratio that is not 0.000 points. */
const LEAST_RATIO = 5e-6;
