import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import { selectionGeometry } from '../../domain/selection.ts';
import { loadAuditRule } from '../loading/load-plan.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/**
 * Measures the coast once it is there, and answers again whenever the rule, a choice or a class changes.
 * Returns how many coasts have been measured so far.
 */
export function runAudit(model: Model, client: AuditClient): ReadonlySignal<number> {
  const fail = (reason: string): void => model.audit.showState({ kind: 'failed', reason });
  void loadAuditRule(model).then((parsed) => {
    if (parsed.ok) model.audit.showRule(parsed.value);
    else fail(parsed.error.message[model.page.language.value]);
  });
  const isWanted = wantedSoFar(model);
  const checkFilesOfAudit = fileChecksOnDemand(model, client);
  const measured = signal(0);
  let measuring = new AbortController();
  effect(() => {
    const [segments, zones, rule] = [
      model.plan.loadedSegments.value,
      model.plan.zones.value,
      model.audit.rule.value,
    ];
    const coast = model.plan.layers.value.filter(
      ({ layer }) => layer.role === 'coastline' || layer.role === 'zones',
    );
    const isReady = coast.every(({ state }) => state.kind !== 'loading');
    if (
      model.plan.catalogue.value.kind !== 'ready' ||
      !isReady ||
      rule === undefined ||
      !isWanted.value
    )
      return;
    const failure = coast.find(
      ({ layer, state }) => layer.role === 'coastline' && state.kind === 'failed',
    );
    if (failure?.state.kind === 'failed') {
      fail(failure.state.error.message[model.page.language.value]);
      return;
    }
    // A coast that has been replaced meanwhile is no longer worth measuring.
    measuring.abort();
    measuring = new AbortController();
    const { signal: stop } = measuring;
    const coastToMeasure = { segments, zones, tolerancesM: rule.sensitivity.generaliseM };
    client.measureCoast(coastToMeasure, { signal: stop }).then(
      () => {
        measured.value += 1;
      },
      (cause: unknown) => {
        if (!stop.aborted) fail(reasonOf(cause));
      },
    );
  });
  let lastQuestion = 0;
  effect(() => {
    const [rule, choices, log] = [
      model.audit.rule.value,
      model.audit.choices.value,
      model.workspace.log.value,
    ];
    if (measured.value === 0 || rule === undefined) return;
    lastQuestion += 1;
    const question = lastQuestion;
    const asked = client.ask({ rule, choices: withMeasuredTolerance(choices, rule), log });
    // No figure without what makes it provisional.
    Promise.all([asked, checkFilesOfAudit()]).then(
      ([answer, reasons]) => {
        if (question === lastQuestion)
          model.audit.showState({ kind: 'ready', answer: { ...answer, reasons } });
      },
      (cause: unknown) => fail(reasonOf(cause)),
    );
  });
  return measured;
}

/** The checks of files, fetched with the first figures of the coast or with the Data panel. */
function fileChecksOnDemand(
  model: Model,
  client: AuditClient,
): () => Promise<readonly ProvisionalReason[]> {
  let checks: Promise<() => Promise<readonly ProvisionalReason[]>> | undefined;
  const load = () => {
    checks ??= import('./file-checks.ts').then(({ createFileChecks }) =>
      createFileChecks(model, client),
    );
    return checks;
  };
  effect(() => {
    if (model.page.panel.value === 'data') void load();
  });
  return async () => (await load())();
}

/** True from the moment on when somebody looks at figures of the coast. */
function wantedSoFar(model: Model): ReadonlySignal<boolean> {
  const isWanted = signal(false);
  effect(() => {
    const isOpen =
      ['coastline', 'scenarios', 'views'].includes(model.page.panel.value) ||
      model.presentation.isPresenting.value ||
      model.comparison.current.value !== undefined;
    if (
      isOpen ||
      model.audit.isRequested.value ||
      model.page.isPrintOpen.value ||
      model.selection.zone.value !== undefined ||
      model.scenarios.inquiry.value !== undefined
    )
      isWanted.value = true;
  });
  return isWanted;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Measures what is selected, as soon as it is. */
export function measureSelection(
  model: Model,
  client: AuditClient,
  measurement: { value: Measurement | undefined },
): void {
  effect(() => {
    const selection = model.selection.current.value;
    const geometry = selection && selectionGeometry(selection);
    measurement.value = undefined;
    if (geometry === undefined) return;
    client
      .measure(geometry)
      .then((measured) => {
        if (model.selection.current.peek() === selection) measurement.value = measured;
      })
      .catch((cause: unknown) => console.error('not measured:', cause));
  });
}
