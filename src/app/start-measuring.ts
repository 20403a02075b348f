import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Measurement } from '../domain/geodesy.ts';
import type { LoadError } from '../domain/load-error.ts';
import type { Result } from '../domain/result.ts';
import { measureSelection, runAudit } from './audit/run-audit.ts';
import { loadConflicts } from './conflicts/load-conflicts.ts';
import { createDisposer, type Dispose } from './lifecycle/disposer.ts';
import { openWhen } from './lifecycle/open-when.ts';
import type { MainMap } from './main-map/main-map.ts';
import { runShoreRelations } from './projects/run-shore-relations.ts';
import { reachOf } from './scenarios/reach.ts';
import type { SourceFile } from './state/audit-model.ts';
import type { EvaluationEngines } from './state/controller.ts';
import type { MapContent } from './state/map-content.ts';
import type { Model } from './state/model.ts';
import { AuditClient } from './workers/audit-client.ts';

/** What the measurements run on. */
export type Measuring = {
  readonly map: MainMap;
  /** What the main map shows outside a comparison. */
  readonly now: ReadonlySignal<MapContent>;
  readonly nameSite: (number: number) => string;
  /** The text of the counting rule, once it has arrived. */
  readonly ruleText: Promise<Result<SourceFile, LoadError>>;
  /** Receives length and area of the selection. */
  readonly measurement: Signal<Measurement | undefined>;
};

/** The running measurements. */
export type Measurements = {
  /** What evaluates views off screen; one worker makes the footprints of all of them. */
  readonly engines: () => Promise<EvaluationEngines>;
  readonly destroy: Dispose;
};

/**
 * Starts everything that is measured in the workers: audit, selection, distances to the coast and conflicts,
 * and those of scenarios and comparisons, whose code is fetched when they are first shown. This module is
 * fetched when the page first needs a measurement (`create-controller.ts`).
 */
export function startMeasuring(
  model: Model,
  { map, now, nameSite, ruleText, measurement }: Measuring,
): Measurements {
  const disposer = createDisposer();
  const client = new AuditClient();
  const measured = signal(0);
  disposer.add(
    () => client.destroy(),
    runAudit(model, { client, measured, ruleText }),
    measureSelection(model, client, measurement),
    runShoreRelations(model, client),
    loadConflicts(model, client),
  );
  disposer.add(
    openWhen(
      () => needsScenarios(model),
      async () => {
        const parts = await import('./scenarios/scenarios-chunk.ts');
        const opened = createDisposer();
        const grounds = new parts.FootprintClient();
        opened.add(() => grounds.destroy());
        opened.add(
          parts.runScenarios(model, { client, grounds, measured }),
          parts.countScenarioConflicts(model, client),
          parts.tryAlternatives(model, { client, grounds }),
          parts.syncDrawing(model, map.view, nameSite),
        );
        return opened.dispose;
      },
    ),
    openWhen(
      () => model.comparison.current.value !== undefined,
      async () => {
        const { runSides, openSecondMap, auditComparedViews } = await import(
          './compare/compare-chunk.ts'
        );
        const opened = createDisposer();
        opened.add(
          runSides(model, now),
          auditComparedViews(model, { client, measured }),
          openSecondMap(model, map),
        );
        return opened.dispose;
      },
    ),
  );
  let grounds: EvaluationEngines['grounds'] | undefined;
  return {
    engines: async () => {
      const { FootprintClient } = await import('./scenarios/scenarios-chunk.ts');
      if (grounds === undefined) {
        const made = new FootprintClient();
        disposer.add(() => made.destroy());
        grounds = made;
      }
      return { model, client, grounds };
    },
    destroy: disposer.dispose,
  };
}

/** Whether the page shows a scenario, or the user draws on the map or asks about a place. */
function needsScenarios(
  model: Pick<Model, 'page' | 'scenarios' | 'presentation' | 'comparison' | 'workspace'>,
): boolean {
  return (
    model.workspace.notes.value.length > 0 ||
    model.workspace.photos.value.length > 0 ||
    reachOf(model).value !== undefined ||
    model.page.panel.value === 'scenarios' ||
    model.scenarios.shown.value !== undefined ||
    model.presentation.isPresenting.value ||
    model.comparison.current.value !== undefined ||
    model.scenarios.drawing.value !== undefined ||
    model.scenarios.inquiry.value !== undefined
  );
}
