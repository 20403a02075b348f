import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChangeFigure, ListedStretch } from '../../domain/coast-change/stretches-behind.ts';
import type { Theme } from '../../domain/symbology.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { formatNumber, UNITS, withUnit } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';
import { behind, type ChangeResult, type PickedStretch, type ShownScope } from './change-result.ts';
import { figureName, hectaresText, pointsText, SHOWN_M, signedMetres } from './change-words.ts';
import { stretchClasses, stretchPlace, stretchZones } from './stretch-words.ts';

/** How many stretches are listed at first. */
const FIRST = 30;

/** Props of the list of stretches behind a figure. */
export type ChangeListProps = {
  readonly figure: ChangeFigure;
  readonly result: ChangeResult;
  readonly shown: ShownScope;
  /** The stretch that the map marks, by its place in the comparison. */
  readonly marked: number | undefined;
  /** A stretch that was picked on the map: its row is shown and gets the focus, once. */
  readonly picked?: PickedStretch | undefined;
  readonly theme: Theme;
  readonly onShow: (index: number) => void;
  readonly onSave: (figure: ChangeFigure) => void;
  readonly onClose: () => void;
};

/** The stretches that a figure is the sum of, each one step away on the map. */
export function ChangeList(props: ChangeListProps): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { figure, result, shown, picked } = props;
  const showsAll = useSignal(false);
  const rows = behind(result.answer, shown, figure).filter(
    ({ lengthM, areaM2 }) => Math.abs(lengthM) >= SHOWN_M || Math.abs(areaM2) >= 1,
  );
  const isFarDown = rows.findIndex(({ index }) => index === picked?.index) >= FIRST;
  const listed = showsAll.value || isFarDown ? rows : rows.slice(0, FIRST);
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
          <ChangeRow
            key={row.index}
            {...props}
            row={row}
            picked={picked?.index === row.index ? picked : undefined}
          />
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

function ChangeRow({
  row,
  figure,
  result,
  marked,
  picked,
  theme,
  onShow,
}: ChangeListProps & { readonly row: ListedStretch }): JSX.Element {
  const words = useI18n();
  const { stretch, index } = row;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (picked === undefined) return;
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [picked]);
  return (
    <li class={`evidence-item${index === marked ? ' is-selected' : ''}`}>
      <button
        ref={button}
        type="button"
        class="evidence-row"
        aria-pressed={index === marked}
        onClick={() => onShow(index)}
      >
        <CoastlineSwatch of={(stretch.after ?? stretch.before)?.class} theme={theme} />
        <span>{stretchPlace(stretch, result, words)}</span>
        <span class="evidence-row__length">{sizeOf(row, figure, words)}</span>
        <span class="evidence-row__facts">{factsOf(row, result, words)}</span>
      </button>
    </li>
  );
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

function factsOf({ stretch, ratio }: ListedStretch, result: ChangeResult, words: I18n): string {
  const { t, language } = words;
  const { displacementM, isBorder } = stretch;
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
      stretchClasses(stretch, words),
      stretchZones(stretch, result, words),
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
