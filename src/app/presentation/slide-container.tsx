import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { creditsOf } from '../../domain/dataset.ts';
import type { LegendEntry } from '../../domain/legend/legend-content.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import type { SlideSubject } from '../../domain/views/slide-subject.ts';
import { PUNCTUATION } from '../../ui/format.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { LegendGroups } from '../../ui/legend/legend-groups.tsx';
import { PresenterControls } from '../../ui/presentation/presenter-controls.tsx';
import { Slide } from '../../ui/presentation/slide.tsx';
import { SlideFigures } from '../../ui/presentation/slide-figures.tsx';
import { VerdictLegend } from '../../ui/presentation/verdict-legend.tsx';
import { filterInWords } from '../../ui/projects/filter-text.ts';
import { Attribution } from '../../ui/shell/attribution.tsx';
import { currentDrifts } from '../audit/current-figures.ts';
import { legendInView } from '../main-map/legend-in-view.ts';
import { zonesByStanding } from '../main-map/scene-subject.ts';
import type { Controller, Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { comparedLegend, comparedNames } from './compared-slide.ts';
import { slideFigure } from './slide-figure.ts';
import { legendOfSubject } from './slide-subject.ts';

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
  useMapSize(controller);
  const { view, deck, index } = placed;
  const { presentation } = model;
  const audited = model.audit.state.value;
  const figure = slideFigure(model, placed, words);
  const { layout = 'column', hasLegend = layout === 'column' } = view.blocks ?? {};
  return (
    <Slide
      view={view}
      index={index}
      count={deck.views.length}
      layout={layout}
      filter={filterOf(model, words)}
      hasDrifted={currentDrifts(model, placed).length > 0}
      isDetour={presentation.isDetour.value}
      typed={presenter.speaker.typed.value}
      sides={comparedNames(model, words)}
      figures={
        figure !== undefined && (
          <SlideFigures
            figure={figure}
            coastStatus={model.plan.coastStatus.value}
            answer={audited.kind === 'ready' ? audited.answer : undefined}
          />
        )
      }
      legend={
        hasLegend &&
        presentation.hasLegend.value && <SlideLegend model={model} subject={view.subject} />
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

/** What the slide's map shows, its topic first; of two compared states, what either shows. */
function SlideLegend({
  model,
  subject,
}: {
  readonly model: Model;
  readonly subject: SlideSubject | undefined;
}): JSX.Element | null {
  const { t } = useI18n();
  const whole =
    model.comparison.current.value === undefined ? legendInView(model) : comparedLegend(model);
  const legend = whole && subject ? legendOfSubject(model, whole, subject) : whole;
  if (legend === undefined) return null;
  const audited = model.audit.state.value;
  const hasVerdicts = subject?.hasVerdicts === true && audited.kind === 'ready';
  return (
    <aside
      class={`presentation__legend${legend.entries.length === 0 && !hasVerdicts ? ' is-empty' : ''}`}
      aria-label={t('legend')}
    >
      {hasVerdicts && (
        <VerdictLegend
          counts={zonesByStanding(audited.answer.audit.zones)}
          target={audited.answer.audit.overall.target}
        />
      )}
      {/* What a scenario does is what the slide is about. */}
      <LegendGroups {...legend} entries={legend.entries.filter(isOfScenario)} />
      <LegendGroups {...legend} entries={legend.entries.filter((row) => !isOfScenario(row))} />
      <p class="legend-more" data-more hidden />
    </aside>
  );
}

function isOfScenario({ kind }: LegendEntry): boolean {
  return kind === 'sketch';
}

/** Fits the slide's part of the map again when the map has another size, unless the user has moved it. */
function useMapSize(controller: Controller): void {
  useEffect(() => {
    const map = document.querySelector('#map-region .map');
    if (map === null) return;
    let isFirst = true;
    const watch = new ResizeObserver(() => {
      if (controller.model.presentation.isDetour.peek()) return;
      if (isFirst) controller.refitAtOnce();
      else controller.refit();
      isFirst = false;
    });
    watch.observe(map);
    return () => watch.disconnect();
  }, [controller]);
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
