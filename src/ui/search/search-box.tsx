import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import type { Searchable } from '../../domain/search/search-records.ts';
import type { Theme } from '../../domain/symbology.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import { lazy } from '../lazy.tsx';

/** What the search field shows and tells. */
export type SearchBoxProps = {
  readonly text: string;
  readonly answer: SearchAnswer;
  readonly theme: Theme;
  readonly onOpen: () => void;
  readonly onType: (text: string) => void;
  /** A thing was picked from the list. */
  readonly onPick: (hit: Searchable) => void;
  /** A typed position is to be shown. */
  readonly onGoTo: (position: Extract<SearchAnswer, { kind: 'position' }>) => void;
};

/** Id of the field, for the key that jumps to it. */
export const SEARCH_FIELD_ID = 'search-field';
const LIST_ID = 'search-list';

const SearchList = lazy(async () => (await import('./search-list.tsx')).SearchList);

/** The search in the header: a field with a list of what it finds below (ARIA combobox). */
export function SearchBox(props: SearchBoxProps): JSX.Element {
  const { text, answer, onOpen, onType } = props;
  const { t } = useI18n();
  const field = useRef<HTMLInputElement>(null);
  const isOpen = useSignal(false);
  const active = useSignal(0);
  const isAwaited = useSignal(false);
  const count = optionCount(answer);
  const isShown = isOpen.value && answer.kind !== 'silent';
  const hasList = isShown && count > 0;
  const close = (): void => {
    isOpen.value = false;
    // A touch keyboard would cover the map that one has just asked for.
    if (matchMedia('(pointer: coarse)').matches) field.current?.blur();
  };
  const choose = (index: number): void => {
    if (answer.kind === 'position' && answer.isInMapBounds) props.onGoTo(answer);
    else {
      const hit = answer.kind === 'hits' ? answer.hits[index] : undefined;
      if (hit === undefined) return;
      props.onPick(hit);
    }
    close();
  };
  // Enter was quicker than what searches: it counts as soon as there is something to take.
  useEffect(() => {
    if (!isAwaited.value || count === 0) return;
    isAwaited.value = false;
    choose(0);
  }, [answer]);
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.isComposing) return;
    if (step !== 0) {
      event.preventDefault();
      if (!isOpen.value) isOpen.value = true;
      else if (count > 0) active.value = (active.value + step + count) % count;
    } else if (event.key === 'Enter' && isShown) {
      event.preventDefault();
      if (count > 0) choose(active.value);
      else isAwaited.value = isOnItsWay(answer);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      isAwaited.value = false;
      if (isShown) isOpen.value = false;
      else if (text !== '') onType('');
      else field.current?.blur();
    }
  };
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        id={SEARCH_FIELD_ID}
        class="search__field"
        type="text"
        inputMode="search"
        enterkeyhint="search"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('search')}
        aria-autocomplete="list"
        aria-expanded={hasList}
        aria-controls={hasList ? LIST_ID : undefined}
        aria-activedescendant={hasList ? `${LIST_ID}-${active.value}` : undefined}
        placeholder={t('searchHint')}
        value={text}
        onFocus={() => {
          isOpen.value = true;
          onOpen();
        }}
        onBlur={() => {
          isOpen.value = false;
          isAwaited.value = false;
        }}
        onClick={() => {
          isOpen.value = true;
        }}
        onInput={({ currentTarget }) => {
          isOpen.value = true;
          active.value = 0;
          isAwaited.value = false;
          onType(currentTarget.value);
        }}
        onKeyDown={press}
      />
      {text === '' ? (
        <kbd class="search__key">/</kbd>
      ) : (
        <button
          type="button"
          class="icon-button search__clear"
          aria-label={t('searchClear')}
          onClick={() => {
            onType('');
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
      {isShown && (
        <div class="search__answer">
          <SearchList
            id={LIST_ID}
            text={text}
            answer={answer}
            active={Math.min(active.value, Math.max(0, count - 1))}
            theme={props.theme}
            onChoose={choose}
          />
        </div>
      )}
    </search>
  );
}

function isOnItsWay(answer: SearchAnswer): boolean {
  return answer.kind === 'loading' || (answer.kind === 'hits' && !answer.isComplete);
}

function optionCount(answer: SearchAnswer): number {
  if (answer.kind === 'hits') return answer.hits.length;
  return answer.kind === 'position' && answer.isInMapBounds ? 1 : 0;
}
