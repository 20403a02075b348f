import { effect, signal } from '@preact/signals';
import { linesOf } from '../../domain/geodesy.ts';
import { SnapIndex } from '../../domain/geometry/snap-index.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { DrawTool } from '../../map/draw-tool.ts';
import type { MapView } from '../../map/map-view.ts';
import { newSite, nextNumber } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';

/**
 * Keeps the hand on the map in step with the model: a new shape becomes a site, a moved corner changes
 * it, and a change from elsewhere (undo, a typed number) is shown to the hand. `nameOf` names new sites.
 */
export function syncDrawing(
  model: Model,
  view: () => MapView | undefined,
  nameOf: (number: number) => string,
): void {
  const tool = signal<DrawTool | undefined>(undefined);
  /** What the tool shows: a change that it made itself needs no answer. */
  let shown: DrawnShape | undefined;
  let opening = 0;
  const close = (): void => {
    opening += 1;
    const last = tool.peek();
    if (last !== undefined) view()?.closeDrawing(last);
    tool.value = undefined;
    shown = undefined;
  };
  const onShape = (shape: DrawnShape, isFinal: boolean): void => {
    const intent = model.scenarios.drawing.peek();
    if (intent === undefined) return;
    shown = shape;
    if (intent.kind === 'measure') {
      model.scenarios.setRulerShape(shape);
      return;
    }
    if (intent.kind === 'edit') {
      if (isFinal) model.scenarios.changeSite(intent.siteId, { shape });
      else model.scenarios.setDraft({ siteId: intent.siteId, shape });
      return;
    }
    if (!isFinal) {
      model.scenarios.setDraft({ siteId: undefined, shape });
      return;
    }
    finishNew(model, intent, shape, nameOf);
  };
  const lines = snapLines(model);
  effect(() => {
    const intent = model.scenarios.drawing.value;
    // Not followed: a hand in the middle of a shape keeps its colours and its corners.
    const theme = model.page.theme.peek();
    close();
    const map = view();
    if (intent === undefined || map === undefined) return;
    const turn = opening;
    const snap = (at: readonly [number, number], withinM: number) => lines().nearest(at, withinM);
    void map.openDrawing({ theme, onShape, snap }).then((opened) => {
      if (turn !== opening) {
        opened.stop();
        return;
      }
      tool.value = opened;
    });
  });
  effect(() => {
    const [hand, intent] = [tool.value, model.scenarios.drawing.value];
    if (hand === undefined || intent === undefined) return;
    if (intent.kind !== 'edit') {
      hand.begin(intent.kind === 'new' ? intent.shape : MEASURED_BY[intent.measure]);
      return;
    }
    const shape = model.scenarios.current.value?.sites.find(
      ({ id }) => id === intent.siteId,
    )?.shape;
    if (shape?.type !== 'Polygon' && shape?.type !== 'LineString') {
      queueMicrotask(() => model.scenarios.draw(undefined));
      return;
    }
    if (shape === shown) return;
    shown = shape;
    hand.edit(shape);
  });
}

/** What a measure is drawn as. */
const MEASURED_BY = { length: 'line', area: 'polygon', radius: 'span', bearing: 'span' } as const;

/** A finished shape becomes a site, whose corners stay in hand. */
function finishNew(
  model: Model,
  intent: Extract<DrawIntent, { kind: 'new' }>,
  shape: DrawnShape,
  nameOf: (number: number) => string,
): void {
  const number = nextNumber(model.scenarios.current.peek()?.sites ?? []);
  const { id: _, ...site } = newSite('', nameOf(number), intent, shape);
  const id = model.scenarios.addSite(site);
  if (id !== undefined) model.scenarios.draw({ kind: 'edit', siteId: id });
}

/** The coast and the sites of projects, indexed when a hand first comes near them. */
function snapLines(model: Model): () => SnapIndex {
  let known: { readonly of: readonly unknown[]; readonly lines: SnapIndex } | undefined;
  return () => {
    const [segments, projects] = [model.plan.segments.peek(), model.plan.projects.peek()];
    if (known?.of[0] === segments && known.of[1] === projects) return known.lines;
    const geometries = [...segments, ...projects].flatMap(({ geometry }) => geometry ?? []);
    const lines = new SnapIndex(geometries.flatMap((geometry) => linesOf(geometry)));
    known = { of: [segments, projects], lines };
    return lines;
  };
}
