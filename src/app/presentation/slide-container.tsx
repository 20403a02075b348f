import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import { creditsOf } from '../../domain/dataset.ts';
import { along } from '../../domain/geometry.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import type { ViewCorners } from '../../map/scene.ts';
import { fitRows, showAllRows } from '../../ui/controls/fit-rows.ts';
import { PUNCTUATION } from '../../ui/format.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { LegendGroups } from '../../ui/legend/legend-groups.tsx';
import { PresenterControls } from '../../ui/presentation/presenter-controls.tsx';
import { Slide } from '../../ui/presentation/slide.tsx';
import { filterInWords } from '../../ui/projects/filter-text.ts';
import { Attribution } from '../../ui/shell/attribution.tsx';
import { currentDrifts } from '../audit/current-figures.ts';
import { legendInView } from '../main-map/legend-in-view.ts';
import type { Controller, Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';

/** A presentation that is running, and the view that it shows. */
export type PresentationProps = {
  readonly controller: Controller;
  readonly presenter: Presenter;
  readonly placed: PlacedView;
};

/** The slide of the open view, with its figures, legend and buttons. */
export function SlideContainer({
  controller,
  presenter,
  placed,
  onSpeaker,
}: PresentationProps & { readonly onSpeaker: () => void }): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const footShare = useFootShare(controller).share;
  const { view, deck, index } = placed;
  const { presentation } = model;
  const figures = model.audit.state.value;
  const isComparing = model.comparison.current.value !== undefined;
  return (
    <Slide
      view={view}
      index={index}
      count={deck.views.length}
      theme={model.page.theme.value}
      summary={isComparing ? undefined : summaryOf(model, placed)}
      after={afterOf(model, placed)}
      subject={subjectOf(model, placed, words)}
      filter={filterOf(model, words)}
      drifts={currentDrifts(model, placed)}
      coastStatus={model.plan.coastStatus.value}
      answer={figures.kind === 'ready' ? figures.answer : undefined}
      isDetour={presentation.isDetour.value}
      legend={
        !isComparing &&
        presentation.hasLegend.value && <SlideLegend model={model} footShare={footShare} />
      }
      controls={
        <PresenterControls
          isFirst={index === 0}
          isLast={index === deck.views.length - 1}
          isPlaying={presentation.isPlaying.value}
          onPrevious={() => presenter.step(-1)}
          onNext={() => presenter.step(1)}
          onOverview={() => presentation.toggleCover('overview')}
          onPlay={() => presentation.play(!presentation.isPlaying.peek())}
          onBlack={() => presentation.toggleCover('black')}
          onSpeaker={onSpeaker}
          onFullScreen={() => void presenter.toggleFullScreen()}
          onKeys={() => presentation.showShortcuts(true)}
          onEnd={presenter.stop}
        />
      }
      attribution={<SlideAttribution model={model} />}
      onReturn={presenter.goBack}
    />
  );
}

/** From this width on the legend is beside the map; on a phone it is below, as in `presentation.css`. */
const BESIDE = '(min-width: 44rem)';

function SlideLegend({
  model,
  footShare,
}: {
  readonly model: Model;
  readonly footShare: number;
}): JSX.Element | null {
  const words = useI18n();
  const filter = filterOf(model, words);
  const legend = legendInView(model, (corners) => aboveFoot(corners, footShare));
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (box.current === null) return;
    const more = (count: number): string => words.t('legendMore', { count });
    // A phone's legend is a strip that scrolls.
    if (matchMedia(BESIDE).matches) fitRows(box.current, { looks: ['small', 'columns'], more });
    else showAllRows(box.current);
  });
  if (legend === undefined) return null;
  return (
    <aside
      ref={box}
      class={`presentation__legend${legend.entries.length === 0 ? ' is-empty' : ''}`}
      aria-label={words.t('legend')}
      data-covers={matchMedia(BESIDE).matches ? 'side' : undefined}
    >
      <LegendGroups {...legend} />
      <p class="legend-more" data-more hidden />
      {filter !== undefined && <p class="presentation__filter">{filter}</p>}
    </aside>
  );
}

/** The caption's share of the window's height; a new object whenever the caption or the window has another size. */
type FootSize = { readonly share: number };

/**
 * Measures the caption. It changes with the view, and when figures arrive: the map is then refitted above it, unless the
 * user has moved it.
 */
function useFootShare(controller: Controller): FootSize {
  const [size, measure] = useState<FootSize>({ share: 0 });
  useLayoutEffect(() => {
    const foot = document.querySelector<HTMLElement>('.presentation__foot');
    if (foot === null) return;
    let isFirst = true;
    const watch = new ResizeObserver(() => {
      measure({ share: foot.offsetHeight / innerHeight });
      document.documentElement.style.setProperty('--presentation-foot', `${foot.offsetHeight}px`);
      if (controller.model.presentation.isDetour.peek()) return;
      if (isFirst) controller.refitAtOnce();
      else controller.refit();
      isFirst = false;
    });
    watch.observe(foot);
    return () => watch.disconnect();
  }, [controller]);
  return size;
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

function SlideAttribution({ model }: { readonly model: Model }): JSX.Element {
  const shown = model.plan.layers.value.filter(
    ({ layer }) => layer.role === 'base' || model.plan.visibleIds.value.has(layer.id),
  );
  return (
    <Attribution
      credits={creditsOf(
        shown.map(({ layer }) => layer),
        model.page.language.value,
      )}
      standing={model.plan.standing.value}
    />
  );
}

/** The filter of projects in words, for the slide and its legend. */
function filterOf(model: Model, words: I18n): string | undefined {
  const layers = model.plan.layers.value.map(({ layer }) => layer);
  const things = { layers, zones: model.plan.zones.value };
  const filter = filterInWords(model.filter.current.value, things, words);
  const { t, language } = words;
  return filter && `${t('slideFilter')}${PUNCTUATION[language].colon}${filter}`;
}

/** The figures of the view's zone, otherwise of the whole coast; undefined when it was saved without any. */
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

/** What the figure is about: the counted coast, with the scenario if there is one, or the selected zone. */
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
