import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import type { Searchable } from '../../domain/search/search-records.ts';
import type { Theme } from '../../domain/symbology.ts';
import { Icon } from '../controls/icon.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { lazy } from '../lazy.tsx';

/** Props of the search field. */
export type SearchBoxProps = {
  readonly text: string;
  readonly answer: SearchAnswer;
  readonly theme: Theme;
  readonly onOpen: () => void;
  readonly onType: (text: string) => void;
  /** The user picks a hit from the list. */
  readonly onPick: (hit: Searchable) => void;
  /** The user asks for a typed position. */
  readonly onGoTo: (position: Extract<SearchAnswer, { kind: 'position' }>) => void;
  /** The user has picked something and is done with the field. */
  readonly onLeave: () => void;
};

/** Id of the field, for the shortcut that focuses it. */
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
  const choose = (index: number): void => {
    if (!takeOption(props, index)) return;
    isOpen.value = false;
    // The map is what was asked for: its keys work at once, and no touch keyboard covers it.
    field.current?.blur();
    props.onLeave();
  };
  // Enter was pressed before the search was done: the first option is taken as soon as there is one.
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
        <IconButton
          icon="close"
          class="search__clear"
          label={t('searchClear')}
          onPress={() => {
            onType('');
            field.current?.focus();
          }}
        />
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

/** Takes an option of the answer; returns whether there was one. */
function takeOption({ answer, onPick, onGoTo }: SearchBoxProps, index: number): boolean {
  if (answer.kind === 'position' && answer.isInMapBounds) onGoTo(answer);
  else {
    const hit = answer.kind === 'hits' ? answer.hits[index] : undefined;
    if (hit === undefined) return false;
    onPick(hit);
  }
  return true;
}

function isOnItsWay(answer: SearchAnswer): boolean {
  return answer.kind === 'loading' || (answer.kind === 'hits' && !answer.isComplete);
}

function optionCount(answer: SearchAnswer): number {
  if (answer.kind === 'hits') return answer.hits.length;
  return answer.kind === 'position' && answer.isInMapBounds ? 1 : 0;
}
