import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import { creditsOf } from '../../domain/dataset.ts';
import { along } from '../../domain/geometry.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import type { ViewCorners } from '../../map/scene.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { LegendGroups } from '../../ui/legend/legend-groups.tsx';
import { PresentationShortcutsList } from '../../ui/presentation/presentation-shortcuts.tsx';
import { PresenterControls } from '../../ui/presentation/presenter-controls.tsx';
import { Slide as RoomView } from '../../ui/presentation/slide.tsx';
import { SlideOverview } from '../../ui/presentation/slide-overview.tsx';
import { Attribution } from '../../ui/shell/attribution.tsx';
import { currentDrifts } from '../audit/current-figures.ts';
import { CompareContainer } from '../compare/compare-container.tsx';
import { type Thumbnails, useThumbnails } from '../image/use-view-thumbnails.ts';
import { legendInView } from '../main-map/legend-in-view.ts';
import type { Controller, Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { usePresentationGestures } from './presentation-gestures.ts';
import { usePresentationScale } from './presentation-scale.ts';
import { handlePresentationKey } from './presentation-shortcuts.ts';
import { autoplay } from './presenter.ts';
import { SpeakerWindow } from './speaker-window.tsx';

/** The room in which the open deck is shown, over the map; nothing until there is a view to show. */
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
  return <OpenRoom controller={controller} presenter={presenter} placed={placed} />;
}

/** From here on the legend stands beside the map; on a phone it is part of what lies below, as in `presentation.css`. */
const BESIDE = '(min-width: 44rem)';

const NO_VIEWS: PlacedView['deck']['views'] = [];

function OpenRoom({
  controller,
  presenter,
  placed,
}: {
  readonly controller: Controller;
  readonly presenter: Presenter;
  readonly placed: PlacedView;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const isSpeaking = useSignal(false);
  const halo = useRef<HTMLDivElement>(null);
  const { view, deck, index } = placed;
  useEffect(() => autoplay(model, presenter), [model, presenter]);
  const press = (event: KeyboardEvent): void => {
    if (!handlePresentationKey(event, model, { presenter, openSpeaker })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const openSpeaker = (): void => {
    isSpeaking.value = true;
  };
  useEffect(() => {
    document.addEventListener('keydown', press, { capture: true });
    controller.earlyKeys.release();
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [model, presenter]);
  usePresentationScale(model);
  const footShare = useFootShare(controller);
  usePresentationGestures({ model, presenter, halo });
  const next = deck.views[index + 1];
  const pictures = useThumbnails(
    model,
    model.presentation.cover.value === 'overview'
      ? deck.views
      : isSpeaking.value && next !== undefined
        ? [next]
        : NO_VIEWS,
  );
  const drifts = currentDrifts(model, placed);
  return (
    <>
      <RoomView
        view={view}
        index={index}
        count={deck.views.length}
        theme={model.page.theme.value}
        summary={
          model.comparison.current.value === undefined ? summaryOf(model, placed) : undefined
        }
        after={afterOf(model, placed)}
        subject={subjectOf(model, placed, words)}
        drifts={drifts}
        isSurveyed={model.plan.isSurveyed.value}
        isDetour={model.presentation.isDetour.value}
        legend={
          model.comparison.current.value === undefined &&
          model.presentation.hasLegend.value && <RoomLegend model={model} footShare={footShare} />
        }
        controls={
          <PresenterControls
            isFirst={index === 0}
            isLast={index === deck.views.length - 1}
            isPlaying={model.presentation.isPlaying.value}
            onPrevious={() => presenter.step(-1)}
            onNext={() => presenter.step(1)}
            onOverview={() => model.presentation.toggleCover('overview')}
            onPlay={() => model.presentation.play(!model.presentation.isPlaying.peek())}
            onBlack={() => model.presentation.toggleCover('black')}
            onSpeaker={openSpeaker}
            onFullScreen={() => void presenter.toggleFullScreen()}
            onKeys={() => model.presentation.showShortcuts(true)}
            onEnd={presenter.stop}
          />
        }
        attribution={<RoomCredits model={model} />}
        onReturn={presenter.goBack}
      />
      {model.comparison.current.value !== undefined && (
        <CompareContainer
          controller={controller}
          legend={{
            isOpen: model.presentation.hasLegend.value,
            isMoved: false,
            choose: model.presentation.toggleLegend,
            toggle: model.presentation.toggleLegend,
          }}
          onEnd={() => undefined}
        />
      )}
      {model.presentation.hasHalo.value && (
        <div ref={halo} class="presentation-halo" aria-hidden="true" hidden />
      )}
      <RoomCover
        controller={controller}
        presenter={presenter}
        placed={placed}
        pictures={pictures}
      />
      {model.presentation.areShortcutsShown.value && (
        <PresentationShortcutsList onClose={() => model.presentation.showShortcuts(false)} />
      )}
      {isSpeaking.value && (
        <SpeakerWindow
          controller={controller}
          presenter={presenter}
          nextPicture={next && pictures.get(next.number)}
          onKey={press}
          onClose={() => {
            isSpeaking.value = false;
          }}
        />
      )}
    </>
  );
}

function RoomCover({
  controller,
  presenter,
  placed,
  pictures,
}: {
  readonly controller: Controller;
  readonly presenter: Presenter;
  readonly placed: PlacedView;
  readonly pictures: Thumbnails;
}): JSX.Element | null {
  const { model } = controller;
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

function RoomLegend({
  model,
  footShare,
}: {
  readonly model: Model;
  readonly footShare: number;
}): JSX.Element | null {
  const { t } = useI18n();
  const legend = legendInView(model, (corners) => aboveFoot(corners, footShare));
  if (legend === undefined) return null;
  return (
    <aside
      class={`presentation__legend${legend.entries.length === 0 ? ' is-empty' : ''}`}
      aria-label={t('legend')}
      data-covers={matchMedia(BESIDE).matches ? 'side' : undefined}
    >
      <LegendGroups {...legend} />
    </aside>
  );
}

/**
 * How much of the window's height the caption takes. Each view has its own, and figures make it higher when they
 * come: what is looked at moves out from under it, unless somebody looks elsewhere.
 */
function useFootShare(controller: Controller): number {
  const [share, measure] = useState(0);
  useLayoutEffect(() => {
    const foot = document.querySelector<HTMLElement>('.presentation__foot');
    if (foot === null) return;
    const watch = new ResizeObserver(() => {
      measure(foot.offsetHeight / innerHeight);
      document.documentElement.style.setProperty('--presentation-foot', `${foot.offsetHeight}px`);
      if (!controller.model.presentation.isDetour.peek()) controller.refit();
    });
    watch.observe(foot);
    return () => watch.disconnect();
  }, [controller]);
  return share;
}

/** The corners of a view without so much of its height at the bottom. */
function aboveFoot(
  [topLeft, topRight, bottomRight, bottomLeft]: ViewCorners,
  share: number,
): ViewCorners {
  return [
    topLeft,
    topRight,
    along(topRight, bottomRight, 1 - share),
    along(topLeft, bottomLeft, 1 - share),
  ];
}

function RoomCredits({ model }: { readonly model: Model }): JSX.Element {
  const shown = model.plan.layers.value.filter(
    ({ layer }) => layer.role === 'base' || model.plan.visibleIds.value.has(layer.id),
  );
  return <Attribution credits={creditsOf(shown.map(({ layer }) => layer))} />;
}

/** The figure that the view is about: of its zone, else of the whole; absent where it was saved without. */
function summaryOf(model: Model, { view }: PlacedView): CoastSummary | undefined {
  const state = model.audit.state.value;
  if (state.kind !== 'ready') return undefined;
  const { audit } = state.answer;
  const zone = audit.zones.find(({ id }) => id === model.selection.zone.value?.id);
  if (zone !== undefined) return zone;
  const { ratio, zoneRatio, afterRatio } = view.figures;
  const isShown = ratio !== undefined || zoneRatio !== undefined || afterRatio !== undefined;
  return isShown ? audit.overall : undefined;
}

function afterOf(model: Model, { view }: PlacedView): CoastSummary | undefined {
  const scenario = model.scenarios.shown.value;
  const state = scenario && model.scenarios.states.value.get(scenario.id);
  const isShown = view.scenario !== undefined && state?.kind === 'ready';
  return isShown ? state.answer?.after : undefined;
}

/** What the figure is of: the whole coast that is counted, with the scenario where there is one, or the picked zone. */
function subjectOf(model: Model, placed: PlacedView, { t, pick }: I18n): string {
  const scenario = model.scenarios.shown.value;
  const state = model.audit.state.value;
  const realm = state.kind === 'ready' ? state.answer.settings.realm : 'mainland';
  const whole = t(`allZones_${realm}`);
  if (scenario !== undefined && afterOf(model, placed) !== undefined)
    return `${whole} · ${scenario.name}`;
  const zone = model.selection.zone.value;
  return zone === undefined ? whole : pick(zone.name);
}
