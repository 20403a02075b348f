import type { JSX } from 'preact';
import { legendContent } from '../../domain/legend/legend-content.ts';
import { effectiveSplit, type SidePlace, withSide } from '../../domain/views/choose-side.ts';
import { type ComparedSide, sideKey } from '../../domain/views/compared-side.ts';
import { CompareOverlay, type CompareOverlayProps } from '../../ui/compare/compare-overlay.tsx';
import type { SideChoices } from '../../ui/compare/side-card.tsx';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { Legend } from '../../ui/legend/legend.tsx';
import { LegendContent } from '../../ui/legend/legend-groups.tsx';
import type { LegendOpenState } from '../main-map/use-legend-open.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { sideFigures } from './side-figures.ts';
import { sideName } from './side-name.ts';

/** The comparison's overlay on the map; nothing while the user compares nothing. */
export function CompareContainer({
  controller,
  legend,
  onEnd,
}: {
  readonly controller: Controller;
  readonly legend: LegendOpenState;
  /** The user ends the comparison in the overlay: the caller moves the focus. */
  readonly onEnd: () => void;
}): JSX.Element | null {
  const { model } = controller;
  const words = useI18n();
  const comparison = model.comparison.current.value;
  if (comparison === undefined) return null;
  const sides = sidesOf(model);
  const [left, right] = comparison.sides;
  const sideProps = (place: SidePlace, side: ComparedSide): CompareOverlayProps['left'] => ({
    name: sideName(model, side, words),
    chosen: sideKey(side),
    groups: groupsOf(sides, model, words),
    figures: sideFigures(model, side),
    onLook: model.views.request,
    onChoose: (key) => {
      const chosen = sides.find((candidate) => sideKey(candidate) === key);
      if (chosen !== undefined) model.comparison.compare(withSide(comparison.sides, place, chosen));
    },
    legend: <SideLegend model={model} place={place} legend={legend} />,
  });
  return (
    <CompareOverlay
      left={sideProps('left', left)}
      right={sideProps('right', right)}
      split={effectiveSplit(comparison)}
      isSideBySide={comparison.isSideBySide}
      coastStatus={model.plan.coastStatus.value}
      onSplit={model.comparison.moveSplit}
      onBeside={model.comparison.setSideBySide}
      onSwap={() => model.comparison.compare([right, left])}
      onSave={controller.isEmbedded ? undefined : () => void controller.saveView(words)}
      onEnd={() => {
        model.comparison.end();
        onEnd();
      }}
    />
  );
}

/** The legend of what is visible on one side of the map. */
function SideLegend({
  model,
  place,
  legend,
}: {
  readonly model: Model;
  readonly place: SidePlace;
  readonly legend: LegendOpenState;
}): JSX.Element | null {
  const catalogue = model.plan.catalogue.value;
  const [sight, corners] = [
    model.comparison.contents.value?.[place],
    model.comparison.corners.value?.[place],
  ];
  const camera = model.url.state.value.camera;
  if (catalogue.kind !== 'ready' || sight === undefined) return null;
  if (corners === undefined || camera === undefined) return null;
  const theme = model.page.theme.value;
  return (
    <Legend isOpen={legend.isOpen} isMoved={false} onToggle={legend.choose}>
      <LegendContent
        entries={legendContent(
          sight.layers,
          sight.visibleIds,
          { corners, zoom: camera.zoom, theme, selectedIds: sight.selectedIds },
          sight.sketch,
        )}
        hasLayers={sight.visibleIds.size > 0}
        groups={model.plan.groups.value}
        theme={theme}
      />
    </Legend>
  );
}

/** All that a side can show: states of the plan, scenarios, views. */
function sidesOf(model: Pick<Model, 'workspace' | 'views'>): readonly ComparedSide[] {
  return [
    { kind: 'today' },
    { kind: 'plan' },
    { kind: 'now' },
    ...model.workspace.scenarios.value.map(({ id }): ComparedSide => ({ kind: 'scenario', id })),
    ...model.views.decks.value.flatMap(({ views }) =>
      views.map(({ number }): ComparedSide => ({ kind: 'view', number })),
    ),
  ];
}

function groupsOf(
  sides: readonly ComparedSide[],
  model: Model,
  words: I18n,
): readonly SideChoices[] {
  const { t } = words;
  const group = (title: string, kinds: readonly ComparedSide['kind'][]): SideChoices => ({
    title,
    choices: sides
      .filter(({ kind }) => kinds.includes(kind))
      .map((side) => ({ key: sideKey(side), name: sideName(model, side, words) })),
  });
  return [
    group(t('sidesPlan'), ['today', 'plan', 'now']),
    group(t('tabScenarios'), ['scenario']),
    group(t('tabViews'), ['view']),
  ].filter(({ choices }) => choices.length > 0);
}
