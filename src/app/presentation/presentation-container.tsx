import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { effectiveSplit } from '../../domain/views/choose-side.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import { ComparedMaps } from '../../ui/compare/compared-maps.tsx';
import { useI18n } from '../../ui/i18n.tsx';
import { PresentationShortcutsList } from '../../ui/presentation/presentation-shortcuts.tsx';
import { SlideOverview } from '../../ui/presentation/slide-overview.tsx';
import { type Thumbnails, useThumbnails } from '../image/use-view-thumbnails.ts';
import type { Controller, Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { comparedNames } from './compared-slide.ts';
import { keepScreenAwake } from './keep-screen-awake.ts';
import { usePresentationGestures } from './presentation-gestures.ts';
import { usePresentationScale } from './presentation-scale.ts';
import { handlePresentationKey, type PresentationActions } from './presentation-shortcuts.ts';
import { autoplay } from './presenter.ts';
import { type PresentationProps, SlideContainer } from './slide-container.tsx';
import { showSubjects } from './slide-subject.ts';
import { openSpeakerWindow, SpeakerWindow } from './speaker-window.tsx';

/** The presentation of the open deck, over the map; nothing until there is a view to show. */
export function PresentationContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  const [presenter, take] = useState<Presenter | undefined>(undefined);
  useEffect(() => {
    void controller.openPresenter().then((made) => take(() => made));
  }, [controller]);
  const placed = model.views.opened.value;
  if (presenter === undefined || placed === undefined) return null;
  return <Presentation controller={controller} presenter={presenter} placed={placed} />;
}

const NO_VIEWS: PlacedView['deck']['views'] = [];

function Presentation({ controller, presenter, placed }: PresentationProps): JSX.Element {
  const { model } = controller;
  const halo = useRef<HTMLDivElement>(null);
  const [speaker, openSpeaker, closeSpeaker] = useSpeakerWindow(model, presenter);
  useEffect(() => autoplay(model, presenter), [model, presenter]);
  useEffect(() => keepScreenAwake(navigator.wakeLock), []);
  useEffect(() => showSubjects(model), [model]);
  const press = usePresentationKeys(controller, { presenter, openSpeaker });
  usePresentationScale(model);
  usePresentationGestures({ model, presenter, halo });
  const { deck, index, view } = placed;
  const next = deck.views[index + 1];
  const pictures = useThumbnails(
    model,
    model.presentation.cover.value === 'overview'
      ? deck.views
      : speaker === undefined
        ? NO_VIEWS
        : [view, ...(next === undefined ? [] : [next])],
  );
  return (
    <>
      <SlideContainer
        controller={controller}
        presenter={presenter}
        placed={placed}
        onSpeaker={openSpeaker}
      />
      <ComparedLine model={model} />
      {model.presentation.hasHalo.value && (
        <div ref={halo} class="presentation-halo" aria-hidden="true" hidden />
      )}
      <SlideCover model={model} presenter={presenter} placed={placed} pictures={pictures} />
      {model.presentation.areShortcutsShown.value && (
        <PresentationShortcutsList onClose={() => model.presentation.showShortcuts(false)} />
      )}
      {speaker !== undefined && (
        <SpeakerWindow
          key={speaker.count}
          opened={speaker.opened}
          controller={controller}
          presenter={presenter}
          pictures={pictures}
          onKey={press}
          onClose={() => closeSpeaker(speaker.opened)}
        />
      )}
    </>
  );
}

/** The line between two compared maps. */
function ComparedLine({ model }: { readonly model: Model }): JSX.Element | null {
  const words = useI18n();
  const comparison = model.comparison.current.value;
  const compared = comparedNames(model, words);
  if (comparison === undefined || compared === undefined) return null;
  return (
    <ComparedMaps
      names={compared.names}
      split={effectiveSplit(comparison)}
      isSideBySide={compared.isBeside}
      onSplit={model.comparison.moveSplit}
    />
  );
}

/** How long a key is good for a window that turns out to be closed, in milliseconds: browsers allow a few seconds. */
const STILL_WANTED = 1500;

/** A speaker's window that is open; each has a number of its own. */
type OpenSpeaker = { readonly opened: Window; readonly count: number };

/**
 * The speaker's window: undefined while there is none. Opening it a second time brings it to the front; one that was
 * closed a moment ago is opened anew.
 */
function useSpeakerWindow(
  model: Pick<Model, 'page'>,
  presenter: Presenter,
): readonly [speaker: OpenSpeaker | undefined, open: () => void, close: (closed: Window) => void] {
  const [speaker, show] = useState<OpenSpeaker | undefined>(undefined);
  // The handlers of keys outlive a rendering: they ask for what is open now.
  const current = useRef<OpenSpeaker | undefined>(undefined);
  const set = (next: OpenSpeaker | undefined): void => {
    current.current = next;
    show(next);
  };
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const openNew = (): void => {
    presenter.expectWindow();
    const opened = openSpeakerWindow();
    if (opened === undefined)
      model.page.showMessage({ kind: 'failure', key: 'speakerRefused', isForAudience: true });
    else set({ opened, count: (current.current?.count ?? 0) + 1 });
  };
  const open = (): void => {
    if (current.current === undefined || current.current.opened.closed) {
      openNew();
      return;
    }
    // It may be closing: that is noticed a little later, and the window then opened after all.
    askedAt.current = performance.now();
    current.current.opened.focus();
  };
  const noteClosed = (closed: Window): void => {
    // The one before may be noticed after the next has been opened, which would be left empty.
    if (current.current?.opened !== closed) return;
    const isWanted = performance.now() - askedAt.current < STILL_WANTED;
    askedAt.current = Number.NEGATIVE_INFINITY;
    if (isWanted) openNew();
    else set(undefined);
  };
  return [speaker, open, noteClosed];
}

/**
 * Handles the keys of a presentation before all others, and those pressed before its code was there; returns the
 * handler for the speaker's window, where some actions are others.
 */
function usePresentationKeys(
  { model, earlyKeys }: Controller,
  actions: PresentationActions,
): (event: KeyboardEvent, over?: Partial<Presenter>) => void {
  const press = (event: KeyboardEvent, over: Partial<Presenter> = {}): void => {
    const presenter = { ...actions.presenter, ...over };
    if (!handlePresentationKey(event, model, { ...actions, presenter })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', onKey, { capture: true });
    earlyKeys.release();
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [model, actions.presenter]);
  return press;
}

/** The overview, or a black or white screen, over the slide. */
function SlideCover({
  model,
  presenter,
  placed,
  pictures,
}: Omit<PresentationProps, 'controller'> & {
  readonly model: Model;
  readonly pictures: Thumbnails;
}): JSX.Element | null {
  const { t } = useI18n();
  const cover = model.presentation.cover.value;
  switch (cover) {
    case undefined:
      return null;
    case 'overview':
      return (
        <SlideOverview
          views={placed.deck.views}
          openNumber={placed.view.number}
          pictures={pictures}
          onPick={(index) => {
            model.presentation.play(false);
            presenter.goTo(index);
          }}
        />
      );
    case 'black':
    case 'white':
      return (
        <button
          type="button"
          class={`presentation-cover presentation-cover--${cover}`}
          onClick={model.presentation.uncover}
        >
          <span class="visually-hidden" role="status">
            {t('presentationBlanked')}
          </span>
        </button>
      );
  }
}
