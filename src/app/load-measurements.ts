import { reasonOf } from '../domain/result.ts';
import { needsAudit } from './audit/needs-audit.ts';
import { createDisposer, type Dispose } from './lifecycle/disposer.ts';
import { openWhen } from './lifecycle/open-when.ts';
import type { Measurements, Measuring } from './start-measuring.ts';
import type { EvaluationEngines } from './state/controller.ts';
import type { Model } from './state/model.ts';

/** The measurements, which are fetched when the page first needs one. */
export type LazyMeasurements = {
  readonly engines: () => Promise<EvaluationEngines>;
  readonly destroy: Dispose;
};

/** Fetches what measures once the page shows a figure, a selection or a drawing, or asks for the engines. */
export function lazyMeasurements(model: Model, options: Measuring): LazyMeasurements {
  const disposer = createDisposer();
  let measurements: Promise<Measurements> | undefined;
  const load = async (): Promise<Measurements> => {
    const made = (await import('./start-measuring.ts')).startMeasuring(model, options);
    disposer.add(made.destroy);
    return made;
  };
  const open = (): Promise<Measurements> => {
    measurements ??= load();
    measurements.catch(() => {
      measurements = undefined;
    });
    return measurements;
  };
  disposer.add(
    openWhen(
      () => needsMeasurements(model),
      async () => (await open()).destroy,
      (cause) => {
        const reason = reasonOf(cause);
        model.audit.showState({ kind: 'failed', reason });
        model.shore.showState({ kind: 'failed', reason });
        model.conflicts.showState({ kind: 'failed', reason });
      },
    ),
  );
  return { engines: async () => (await open()).engines(), destroy: disposer.dispose };
}

function needsMeasurements(model: Model): boolean {
  return (
    needsAudit(model) ||
    model.page.panel.value === 'data' ||
    model.shore.isNeeded.value ||
    model.conflicts.isNeeded.value ||
    model.selection.current.value !== undefined ||
    model.scenarios.shown.value !== undefined ||
    model.workspace.notes.value.length > 0 ||
    model.workspace.photos.value.length > 0 ||
    model.scenarios.drawing.value !== undefined
  );
}
