import { effect, signal } from '@preact/signals';
import { linesOf } from '../../domain/geodesy.ts';
import { SnapIndex } from '../../domain/geometry/snap-index.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { NoteKind } from '../../domain/map-tools/map-note.ts';
import type { DrawHost, DrawTool } from '../../map/draw-tool.ts';
import type { MapView } from '../../map/map-view.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import { newSite, nextNumber } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';

/**
 * Keeps the drawing tool on the map in step with the model: a new shape becomes a site, a moved corner
 * changes it, and a change from elsewhere (undo, a typed number) is passed to the tool. `nameOf` names
 * new sites.
 */
export function syncDrawing(
  model: Pick<Model, 'scenarios' | 'page' | 'plan'>,
  view: () => MapView | undefined,
  nameOf: (number: number) => string,
): Dispose {
  const disposer = createDisposer();
  const opening = latestOnly();
  const tool = signal<DrawTool | undefined>(undefined);
  /** What the tool shows: a change that the tool made itself is not passed back. */
  let shown: DrawnShape | undefined;
  /** Whether the corners of a measured shape are moved, and not set. */
  let isShapeEdited = false;
  const close = (): void => {
    opening.cancel();
    const last = tool.peek();
    if (last !== undefined) view()?.closeDrawing(last);
    tool.value = undefined;
    shown = undefined;
  };
  disposer.add(close);
  const editMeasured = (measure: NoteKind, measured: DrawnShape): void => {
    if (measured !== model.scenarios.rulerShape.peek()) return;
    isShapeEdited = true;
    shown = measured;
    tool.peek()?.edit(measured, { isSpan: MEASURED_BY[measure] === 'span' });
    model.scenarios.showCorners(undefined);
  };
  const onShape = (shape: DrawnShape | undefined, isFinal: boolean): void => {
    const intent = model.scenarios.drawing.peek();
    if (intent === undefined) return;
    shown = shape;
    if (shape === undefined) {
      model.scenarios.setDraft(undefined);
      model.scenarios.setRulerShape(undefined);
      return;
    }
    if (intent.kind === 'measure') {
      model.scenarios.setRulerShape(shape);
      // A finished shape can be changed by its corners, once terra-draw has ended it.
      if (isFinal && !isShapeEdited) queueMicrotask(() => editMeasured(intent.measure, shape));
      return;
    }
    if (intent.kind === 'reshape' || intent.kind === 'feature') {
      if (isFinal) intent.onShape(shape);
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
  const onCorners: DrawHost['onCorners'] = (counts) => {
    const opened = tool.peek();
    const kind = model.scenarios.drawing.peek()?.kind;
    if (opened === undefined || kind === 'edit' || kind === 'reshape') return;
    model.scenarios.showCorners({
      ...counts,
      takeBack: () => opened.takeBack(),
      setAgain: () => opened.setAgain(),
    });
  };
  const lines = snapLines(model);
  disposer.add(
    effect(() => {
      const intent = model.scenarios.drawing.value;
      // Not followed: a tool in the middle of a shape keeps its colours and its corners.
      const theme = model.page.theme.peek();
      close();
      const map = view();
      if (intent === undefined || map === undefined) return;
      const snap = (at: readonly [number, number], withinM: number) => lines().nearest(at, withinM);
      opening.run(() => map.openDrawing({ theme, onShape, onCorners, snap }), {
        onDone: (opened) => {
          tool.value = opened;
        },
        onFailure: (cause) => console.error('no drawing tool:', cause),
        onStale: (opened) => opened.stop(),
      });
    }),
    effect(() => {
      const [opened, intent] = [tool.value, model.scenarios.drawing.value];
      if (opened === undefined || intent === undefined) return;
      if (intent.kind !== 'edit' && intent.kind !== 'reshape') {
        isShapeEdited = false;
        opened.begin(intent.kind === 'measure' ? MEASURED_BY[intent.measure] : intent.shape);
        return;
      }
      const shape =
        intent.kind === 'reshape'
          ? intent.shape.value
          : model.scenarios.current.value?.sites.find(({ id }) => id === intent.siteId)?.shape;
      if (shape?.type !== 'Polygon' && shape?.type !== 'LineString') {
        queueMicrotask(() => model.scenarios.draw(undefined));
        return;
      }
      if (shape === shown) return;
      shown = shape;
      opened.edit(shape);
    }),
    effect(() => {
      const [opened, intent] = [tool.value, model.scenarios.drawing.value];
      const shape = model.scenarios.rulerShape.value;
      if (opened === undefined || intent?.kind !== 'measure' || shape === shown) return;
      // Typed, changed by its numbers, or put away.
      if (shape !== undefined) editMeasured(intent.measure, shape);
      else {
        shown = undefined;
        isShapeEdited = false;
        opened.begin(MEASURED_BY[intent.measure]);
      }
    }),
  );
  return disposer.dispose;
}

/** What a measure is drawn as. */
const MEASURED_BY = {
  length: 'line',
  area: 'polygon',
  radius: 'span',
  bearing: 'span',
  arrow: 'span',
} as const satisfies Record<NoteKind, string>;

/** A finished shape becomes a site, whose corners can be moved at once. */
function finishNew(
  model: Pick<Model, 'scenarios'>,
  intent: Extract<DrawIntent, { kind: 'new' }>,
  shape: DrawnShape,
  nameOf: (number: number) => string,
): void {
  const number = nextNumber(model.scenarios.current.peek()?.sites ?? []);
  const { id: _, ...site } = newSite('', nameOf(number), intent, shape);
  const id = model.scenarios.addSite(site);
  if (id !== undefined) model.scenarios.draw({ kind: 'edit', siteId: id });
}

/** The coast and the sites of projects, indexed when the pointer first asks for what lies near it. */
function snapLines(model: Pick<Model, 'plan'>): () => SnapIndex {
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
