import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parseAuditRule } from '../../data/audit/audit-rule.ts';
import type { AuditRule } from '../../domain/audit/audit.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { type Result, reasonOf } from '../../domain/result.ts';
import { selectionGeometry } from '../../domain/selection.ts';
import { createDisposer, type Dispose, type Disposer } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { SourceFile } from '../state/audit-model.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';
import type { CheckingClient, FileChecks } from './file-checks.ts';
import { needsAudit } from './needs-audit.ts';

/** The inputs of the audit. `measured` counts the coasts measured so far; the audit increments it. */
export type AuditRun = {
  readonly client: Pick<AuditClient, 'measureCoast' | 'ask' | keyof CheckingClient>;
  readonly measured: Signal<number>;
  /** The text of the counting rule, once it has arrived. */
  readonly ruleText: Promise<Result<SourceFile, LoadError>>;
};

/**
 * Measures the coast once it is loaded and needed, and runs the audit whenever the rule, a choice or a
 * class changes.
 */
export function runAudit(model: Model, run: AuditRun): Dispose {
  const disposer = createDisposer();
  void parseRule(run.ruleText).then((parsed) => {
    if (disposer.signal.aborted) return;
    if (parsed.ok) model.audit.showRule(parsed.value);
    else fail(model, parsed.error.message[model.page.language.value]);
  });
  measureCoast(model, run, disposer);
  answerAudit(model, run, disposer);
  return disposer.dispose;
}

async function parseRule(ruleText: AuditRun['ruleText']): Promise<Result<AuditRule, LoadError>> {
  const read = await ruleText;
  return read.ok ? parseAuditRule(read.value.text, read.value.file) : read;
}

function measureCoast(model: Model, { client, measured }: AuditRun, disposer: Disposer): void {
  const isNeeded = neededSoFar(model, disposer);
  const measuring = latestOnly();
  disposer.add(measuring.cancel);
  disposer.add(
    effect(() => {
      const [segments, zones, rule] = [
        model.plan.loadedSegments.value,
        model.plan.zones.value,
        model.audit.rule.value,
      ];
      const coast = model.plan.countedLayers.value.filter(
        ({ layer }) => layer.role === 'coastline' || layer.role === 'zones',
      );
      const isReady = coast.every(({ state }) => state.kind !== 'loading');
      if (
        model.plan.catalogue.value.kind !== 'ready' ||
        !isReady ||
        rule === undefined ||
        !isNeeded.value
      )
        return;
      const failure = coast.find(
        ({ layer, state }) => layer.role === 'coastline' && state.kind === 'failed',
      );
      if (failure?.state.kind === 'failed') {
        fail(model, failure.state.error.message[model.page.language.value]);
        return;
      }
      const coastToMeasure = { segments, zones, tolerancesM: rule.sensitivity.generaliseM };
      // A coast that has been replaced in the meantime need not be measured.
      measuring.run((stop) => client.measureCoast(coastToMeasure, { signal: stop }), {
        onDone: () => {
          measured.value += 1;
        },
        onFailure: (cause) => fail(model, reasonOf(cause)),
      });
    }),
  );
}

function answerAudit(model: Model, { client, measured }: AuditRun, disposer: Disposer): void {
  const checkFiles = fileChecksOnDemand(model, client, disposer);
  const asking = latestOnly();
  disposer.add(asking.cancel);
  disposer.add(
    effect(() => {
      const [rule, choices, log] = [
        model.audit.rule.value,
        model.audit.choices.value,
        model.workspace.log.value,
      ];
      if (measured.value === 0 || rule === undefined) return;
      const question = { rule, choices: withMeasuredTolerance(choices, rule), log };
      // A figure is never shown without the reasons that make it provisional.
      asking.run(() => Promise.all([client.ask(question), checkFiles()]), {
        onDone: ([answer, { reasons, ofLineage }]) =>
          model.audit.showState({
            kind: 'ready',
            answer: {
              ...answer,
              reasons: [...reasons, ...ofLineage(answer.audit.coverage, reasons)],
            },
          }),
        onFailure: (cause) => fail(model, reasonOf(cause)),
      });
    }),
  );
}

/** The checks of files, loaded with the first figures of the coast or with the Data panel. */
function fileChecksOnDemand(
  model: Model,
  client: CheckingClient,
  disposer: Disposer,
): () => Promise<
  Pick<FileChecks, 'ofLineage'> & { readonly reasons: readonly ProvisionalReason[] }
> {
  let checks: Promise<FileChecks> | undefined;
  const load = (): Promise<FileChecks> => {
    checks ??= import('./file-checks.ts').then(({ createFileChecks }) => {
      const made = createFileChecks(model, client);
      disposer.add(made.destroy);
      return made;
    });
    return checks;
  };
  disposer.add(
    effect(() => {
      if (model.page.panel.value === 'data')
        load().catch((cause: unknown) => console.error('files are not checked:', cause));
    }),
  );
  return async () => {
    const { ofAudit, ofLineage } = await load();
    return { reasons: await ofAudit(), ofLineage };
  };
}

/** A signal that becomes true, and stays true, when the page first shows figures of the coast. */
function neededSoFar(model: Model, disposer: Disposer): ReadonlySignal<boolean> {
  const isNeeded = signal(false);
  disposer.add(
    effect(() => {
      if (needsAudit(model)) isNeeded.value = true;
    }),
  );
  return isNeeded;
}

function fail(model: Pick<Model, 'audit'>, reason: string): void {
  model.audit.showState({ kind: 'failed', reason });
}

/** Measures the selection whenever it changes. */
export function measureSelection(
  model: Pick<Model, 'selection'>,
  client: Pick<AuditClient, 'measure'>,
  measurement: Signal<Measurement | undefined>,
): Dispose {
  const disposer = createDisposer();
  const measuring = latestOnly();
  disposer.add(measuring.cancel);
  disposer.add(
    effect(() => {
      const selection = model.selection.current.value;
      const geometry = selection && selectionGeometry(selection);
      measuring.cancel();
      measurement.value = undefined;
      if (geometry === undefined) return;
      measuring.run(() => client.measure(geometry), {
        onDone: (measured) => {
          measurement.value = measured;
        },
        onFailure: (cause) => console.error('not measured:', cause),
      });
    }),
  );
  return disposer.dispose;
}
