import type { JSX } from 'preact';
import type { PlanFrame } from '../../domain/dataset.ts';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import type { Searchable } from '../../domain/search/search-records.ts';
import type { Theme } from '../../domain/symbology.ts';
import { Icon } from '../controls/icon.tsx';
import { useScrollIntoView } from '../controls/use-scroll-into-view.ts';
import { describeCoordinateFault } from '../describe-coordinate.ts';
import { formatPosition } from '../format.ts';
import { formatPlane } from '../format-plane.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { CoastlineSwatch, LayerSwatch, ZoneSwatch } from '../legend/symbols.tsx';
import { usePlanFrame } from '../plan-frame.ts';

/** Props of the list below the search field. */
export type SearchListProps = {
  /** Options are `<id>-<index>`. */
  readonly id: string;
  readonly text: string;
  readonly answer: SearchAnswer;
  /** Index of the option that Enter takes. */
  readonly active: number;
  readonly theme: Theme;
  readonly onChoose: (index: number) => void;
};

/** The hits, best first; or the typed position; or why there is nothing. */
export function SearchList(props: SearchListProps): JSX.Element {
  const { id, answer, active } = props;
  const words = useI18n();
  const frame = usePlanFrame();
  const options = optionsOf(props);
  return (
    <>
      <p class="search__status" role="status">
        {statusText(props, frame, words)}
      </p>
      {options.length > 0 && (
        <div id={id} role="listbox" aria-label={words.t('searchFound')} class="search__list">
          {options.map((option, index) => (
            <Option
              key={answer.kind === 'hits' ? option.key : 'position'}
              id={`${id}-${index}`}
              isActive={index === active}
              onChoose={() => props.onChoose(index)}
            >
              {option.content}
            </Option>
          ))}
        </div>
      )}
    </>
  );
}

function optionsOf({
  answer,
  theme,
}: SearchListProps): readonly { readonly key: string; readonly content: JSX.Element }[] {
  if (answer.kind === 'hits')
    return answer.hits.map((hit) => ({
      key: `${hit.record.kind}:${hit.record.id}`,
      content: <Hit hit={hit} theme={theme} />,
    }));
  if (answer.kind === 'position' && answer.isInMapBounds)
    return [{ key: 'position', content: <TypedPosition answer={answer} /> }];
  return [];
}

function Option({
  id,
  isActive,
  onChoose,
  children,
}: {
  readonly id: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const row = useScrollIntoView<HTMLDivElement>(isActive);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys (ARIA combobox)
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      class="search__option"
      // The field keeps the focus, so that the user can go on typing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}

/** One line about the answer, in words. */
function statusText(
  { answer, text }: Pick<SearchListProps, 'answer' | 'text'>,
  frame: PlanFrame,
  words: I18n,
): string {
  const { t, language } = words;
  switch (answer.kind) {
    case 'silent':
      return '';
    case 'loading':
      return t('searchLoading');
    case 'failed':
      return t('partFailed', { reason: answer.reason });
    case 'fault':
      return describeCoordinateFault(answer, frame, words);
    case 'position':
      if (answer.isInMapBounds) return t('positionRead');
      return t('positionOff', {
        position: formatPosition(answer.at, language),
        system: answer.system,
      });
    case 'hits':
      if (answer.hits.length > 0) return t('searchCount', { count: answer.hits.length });
      return answer.isComplete ? t('searchNothing', { text }) : t('searchLoading');
  }
}

function TypedPosition({
  answer: { at, plane, system },
}: {
  readonly answer: Extract<SearchAnswer, { kind: 'position' }>;
}): JSX.Element {
  const { t, language } = useI18n();
  return (
    <>
      <Icon name="pin" />
      <span class="search__name">{t('goTo', { position: formatPosition(at, language) })}</span>
      <span class="search__facts">
        {t('readAs', { system: plane === undefined ? system : formatPlane(plane, language) })}
      </span>
    </>
  );
}

function Hit({ hit, theme }: { readonly hit: Searchable; readonly theme: Theme }): JSX.Element {
  const { t, pick } = useI18n();
  const { record, layer } = hit;
  return (
    <>
      <Sign hit={hit} theme={theme} />
      <span class="search__name">{pick(record.name)}</span>
      <span class="search__facts">
        {record.kind === 'segment' ? t('coastlineSegment') : pick(layer.title)}
        {record.articles.length > 0 &&
          ` · ${t('article', { numbers: record.articles.join(', ') })}`}
        {!hit.isLocated && ` · ${t('unlocated')}`}
      </span>
    </>
  );
}

function Sign({
  hit: { record, layer, shoreClass },
  theme,
}: {
  readonly hit: Searchable;
  readonly theme: Theme;
}): JSX.Element {
  switch (record.kind) {
    case 'project':
    case 'shown':
      return <LayerSwatch symbology={layer.symbology} theme={theme} />;
    case 'zone':
      return <ZoneSwatch theme={theme} />;
    case 'segment':
      return <CoastlineSwatch of={shoreClass} theme={theme} />;
    case 'place':
      return <Icon name="pin" />;
  }
}
