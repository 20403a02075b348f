import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { classChanges } from '../../domain/own-data/class-changes.ts';
import type { Theme } from '../../domain/symbology.ts';
import {
  CHANGED_PARTS,
  type ChangedPart,
  countChanges,
  type VersionChange,
} from '../../domain/versions/version-change.ts';
import type { VersionFigures } from '../../domain/views/named-version.ts';
import { Choice } from '../controls/choice.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { formatList, formatPercent } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { ClassChangesTable } from '../own-data/class-changes-chart.tsx';
import {
  changedWords,
  differingSettings,
  type NameOfSegment,
  nameOfChange,
} from './version-change-words.ts';

/** How many changes of a part are listed at first. */
const FIRST = 30;

/** A side of a comparison. */
export type VersionSide = 'before' | 'after';

/** How far a comparison is. */
export type ComparisonState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ready'; readonly changes: readonly VersionChange[] };

/** Props of the comparison of two versions, or of one with the present state. */
export type VersionComparisonProps = {
  /** What may be compared: by its name in sentences, by its label in lists. */
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
  }[];
  readonly chosen: Readonly<Record<VersionSide, string>>;
  readonly figures: Readonly<Record<VersionSide, VersionFigures | undefined>>;
  readonly state: ComparisonState;
  readonly theme: Theme;
  readonly nameOfSegment: NameOfSegment;
  readonly hasPlace: (change: VersionChange) => boolean;
  readonly onChoose: (side: VersionSide, id: string) => void;
  readonly onSwap: () => void;
  readonly onShow: (change: VersionChange) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
};

/** What differs between two states of the work, and the ratio of one and the other. */
export function VersionComparison(props: VersionComparisonProps): JSX.Element {
  const { t } = useI18n();
  const { options, chosen, state } = props;
  return (
    <section class="version-comparison" aria-label={t('versionChangesTitle')}>
      <div class="version-comparison__head">
        <h4>{t('versionChangesTitle')}</h4>
        <IconButton icon="close" label={t('versionCompareClose')} onPress={props.onClose} />
      </div>
      <div class="version-comparison__sides">
        {(['before', 'after'] as const).map((side) => (
          <Choice
            key={side}
            label={t(side === 'before' ? 'versionBefore' : 'versionAfter')}
            options={options.map(({ id, label }) => [id, label] as const)}
            value={chosen[side]}
            onChoose={(id) => props.onChoose(side, id)}
          />
        ))}
        <button type="button" class="text-button" onClick={props.onSwap}>
          {t('versionSwap')}
        </button>
      </div>
      <RatioSteps {...props} />
      {state.kind === 'waiting' && <p role="status">{t('versionComparing')}</p>}
      {state.kind === 'failed' && (
        <p role="alert">{t('versionCompareFailed', { reason: state.reason })}</p>
      )}
      {state.kind === 'ready' && <Changes {...props} changes={state.changes} />}
    </section>
  );
}

/** The ratio from one state to the other, class by class, and what speaks against comparing them. */
function RatioSteps({ options, chosen, figures, theme }: VersionComparisonProps): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const { before, after } = figures;
  const nameOf = (side: VersionSide): string =>
    options.find(({ id }) => id === chosen[side])?.name ?? '';
  const names = (isMeant: (of: VersionFigures | undefined) => boolean): string =>
    formatList(
      (['before', 'after'] as const).filter((side) => isMeant(figures[side])).map(nameOf),
      language,
    );
  if (before === undefined || after === undefined)
    return <p>{t('versionNoFigures', { names: names((of) => of === undefined) })}</p>;
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? '–' : formatPercent(ratio, 2, language);
  const what = differingSettings(before.settings, after.settings, words);
  const provisional = names((of) => of?.isProvisional === true);
  const illustrated = names((of) => of?.isIllustration === true);
  const changes = classChanges(before, after);
  const isMoved =
    before.ratio !== after.ratio || changes.some(({ beforeM, afterM }) => beforeM !== afterM);
  return (
    <>
      <h5>{t('versionRatioTitle')}</h5>
      <p class="import-result__figures">
        <span>{percent(before.ratio)}</span> → <strong>{percent(after.ratio)}</strong>
      </p>
      {what !== '' && <p class="notice">{t('versionSettingsDiffer', { what })}</p>}
      {isMoved && <ClassChangesTable changes={changes} theme={theme} />}
      {illustrated !== '' && (
        <p class="notice">
          {before.isIllustration && after.isIllustration
            ? t('illustration')
            : t('versionIllustrationNote', { names: illustrated })}
        </p>
      )}
      <p class="quiet">
        {t('versionFiguresNote')}
        {provisional !== '' && ` ${t('versionProvisionalNote', { names: provisional })}`}
      </p>
    </>
  );
}

function Changes(
  props: VersionComparisonProps & { readonly changes: readonly VersionChange[] },
): JSX.Element {
  const { t } = useI18n();
  const { changes } = props;
  if (changes.length === 0) return <p role="status">{t('versionSame')}</p>;
  const counts = countChanges(changes);
  return (
    <>
      {CHANGED_PARTS.map((part) => {
        const { added, removed, changed } = counts[part];
        if (added + removed + changed === 0) return null;
        return (
          <details key={part} class="data-sheet">
            <summary>
              <span>{t(`versionPart_${part}`)}</span>
              <span class="count">{t('versionCounts', { added, removed, changed })}</span>
            </summary>
            <ChangesOf {...props} part={part} />
          </details>
        );
      })}
      <p class="quiet">{t('versionWholeNote')}</p>
      <button type="button" class="text-button" onClick={props.onSave}>
        {t('versionListFile')}
      </button>
    </>
  );
}

function ChangesOf({
  part,
  changes,
  nameOfSegment,
  hasPlace,
  onShow,
}: VersionComparisonProps & {
  readonly part: ChangedPart;
  readonly changes: readonly VersionChange[];
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const showsAll = useSignal(false);
  const all = changes.filter((change) => change.part === part);
  const listed = showsAll.value ? all : all.slice(0, FIRST);
  return (
    <>
      <ul class="version-comparison__list">
        {listed.map((change, index) => {
          const facts = (
            <>
              <strong>{nameOfChange(change, nameOfSegment, words)}</strong>
              <span class="version-comparison__facts">
                {changedWords(change, words)}
                {!hasPlace(change) && ` · ${t('versionNoPlace')}`}
              </span>
            </>
          );
          return (
            <li key={index}>
              {hasPlace(change) ? (
                <button
                  type="button"
                  class="version-comparison__row"
                  onClick={() => onShow(change)}
                >
                  {facts}
                </button>
              ) : (
                <div class="version-comparison__row">{facts}</div>
              )}
            </li>
          );
        })}
      </ul>
      {listed.length < all.length && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            showsAll.value = true;
          }}
        >
          {t('versionMore', { count: all.length })}
        </button>
      )}
    </>
  );
}
