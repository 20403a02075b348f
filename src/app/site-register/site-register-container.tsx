import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { csvText } from '../../data/csv-text.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import { accuracyGrade } from '../../domain/project.ts';
import { reasonOf } from '../../domain/result.ts';
import { type RegisterRow, siteRegister } from '../../domain/site-register/register.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import {
  type LedgerResult,
  ledgerNotes,
  SiteRegister,
} from '../../ui/site-register/site-register.tsx';
import { latestOnly } from '../lifecycle/latest-only.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import { saveWorkbookFile } from '../persistence/save-workbook-file.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { attempt } from '../workers/use-task.ts';
import { compensationRateOf } from './compensation-rate.ts';
import { type LedgerSubject, ledgerSubject } from './ledger-subject.ts';
import { ledgerCsvRows, registerCsvRows, registerWorkbook } from './register-tables.ts';

/** Stands for all scenarios together; no scenario has this id. */
const ALL = 'all';

/** The register of sites, and the ledger by year of a scenario or of all, worked out in the worker. */
export function SiteRegisterContainer({
  controller,
  onWiden,
}: {
  readonly controller: Controller;
  readonly onWiden: () => void;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const wanted = useSignal<string | undefined>(undefined);
  const rate = compensationRateOf(model);
  useEffect(() => model.conflicts.request(), [model]);
  const rows = rowsOf(model);
  const scenarios = model.workspace.scenarios.value.filter(({ sites }) => sites.length > 0);
  const open = scenarios.find(({ id }) => id === model.scenarios.current.value?.id);
  const chosen =
    wanted.value === ALL && scenarios.length > 1
      ? scenarios
      : [scenarios.find(({ id }) => id === wanted.value) ?? open ?? scenarios[0]].flatMap(
          (scenario) => scenario ?? [],
        );
  const subject = ledgerSubject(chosen, model);
  const { result, start, stop } = useLedger(controller, subject);
  return (
    <SiteRegister
      rows={rows}
      unlocated={
        model.plan.projects.value.filter((project) => accuracyGrade(project) === 'unlocated').length
      }
      selectedKey={selectedKey(model)}
      subjects={[
        ...scenarios.map(({ id, name }) => [id, name] as const),
        ...(scenarios.length > 1 ? [[ALL, words.t('yearLedgerOfAll')] as const] : []),
      ]}
      subject={chosen.length > 1 ? ALL : chosen[0]?.id}
      result={result}
      rate={rate.value}
      actions={{
        show: (row) => showRow(controller, row),
        showSites: (ids) => showSites(controller, subject, ids),
        choose: (id) => {
          wanted.value = id;
        },
        setRate: (next) => {
          rate.value = next;
        },
        start,
        stop,
        saveRegister: () => {
          const file = `site-register-${today(new Date())}.csv`;
          const cells = registerCsvRows(
            rows,
            [words.t('siteRegisterNote'), ...noticeOf(model, words)],
            words,
          );
          saveFile(file, csvText(cells), 'text/csv');
          model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
        },
        saveLedger: () => {
          if (result.kind !== 'ready') return;
          const file = `coast-ledger-${today(new Date())}.csv`;
          const notices = [...ledgerNotes(result, rate.peek(), words), ...noticeOf(model, words)];
          saveFile(
            file,
            csvText(ledgerCsvRows(result.ledger, rate.peek(), notices, words)),
            'text/csv',
          );
          model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
        },
        saveWorkbook: () => {
          if (result.kind === 'ready')
            saveWorkbook(model, { result, rows, rate: rate.peek() }, words);
        },
        widen: onWiden,
      }}
    />
  );
}

function rowsOf(model: Model): readonly RegisterRow[] {
  const { plan, conflicts, scenarios, workspace, audit } = model;
  const found = conflicts.state.value;
  const states = scenarios.states.value;
  const tallies = conflicts.scenarioTallies.value;
  return siteRegister({
    projects: plan.projects.value,
    conflicts: found.kind === 'ready' ? found.conflicts : undefined,
    hasFailed: found.kind === 'failed',
    hasSetback: audit.rule.value?.setback !== undefined,
    scenarios: workspace.scenarios.value.map((scenario) => {
      const state = states.get(scenario.id);
      const tally = tallies.get(scenario.id);
      const isCurrent = state?.kind === 'ready' && state.tried === scenario;
      return {
        scenario,
        answer: isCurrent ? state.answer : undefined,
        conflicts: tally?.scenario === scenario ? tally.conflicts : undefined,
        failures: isCurrent ? state.failures : new Map(),
        hasFailed: state?.kind === 'failed',
      };
    }),
  });
}

function selectedKey({ selection, scenarios }: Model): string | undefined {
  const current = selection.current.value;
  if (current?.kind === 'project') return `project ${current.project.id}`;
  const [scenario, site] = [scenarios.current.value, scenarios.pickedSite.value];
  return scenario === undefined || site === undefined
    ? undefined
    : `site ${scenario.id} ${site.id}`;
}

function showRow(controller: Controller, { of }: RegisterRow): void {
  if (of.kind === 'project') controller.selectAndShow(of.id);
  else showSite(controller, of.scenario.id, of.id);
}

/** Opens the scenario of a site and shows the site. */
function showSite({ model, showBox }: Controller, scenarioId: string, siteId: string): void {
  const scenario = model.workspace.scenarios.peek().find(({ id }) => id === scenarioId);
  const site = scenario?.sites.find(({ id }) => id === siteId);
  if (site === undefined) return;
  if (model.scenarios.current.peek()?.id !== scenarioId) model.scenarios.open(scenarioId);
  model.scenarios.pickSite(siteId);
  showBox(boundingBox(positionsOf(site.shape)));
}

/** Shows one site, or all sites of a year. */
function showSites(controller: Controller, { sites }: LedgerSubject, ids: readonly string[]): void {
  const found = sites.filter(({ key }) => ids.includes(key));
  const [only] = found;
  if (found.length === 1 && only !== undefined)
    showSite(controller, only.scenario.id, only.site.id);
  else controller.showBox(boundingBox(found.flatMap(({ site }) => [...positionsOf(site.shape)])));
}

/** Balances the years whenever the sites or the way of counting change. */
function useLedger(controller: Controller, subject: LedgerSubject) {
  const { model } = controller;
  const result = useSignal<LedgerResult>({ kind: 'waiting', share: undefined });
  const balancing = useMemo(latestOnly, []);
  const shown = useRef('');
  const [rule, choices, log] = [
    model.audit.rule.value,
    model.audit.choices.value,
    model.workspace.log.value,
  ];
  const start = (): void => {
    balancing.cancel();
    if (subject.failure !== undefined) {
      result.value = { kind: 'failed', reason: subject.failure };
      return;
    }
    if (rule === undefined || !subject.isReady) {
      if (shown.current !== subject.name) result.value = { kind: 'waiting', share: undefined };
      return;
    }
    // The same scenarios stay as they were until they are balanced anew.
    const isShown = result.peek().kind === 'ready' && shown.current === subject.name;
    if (!isShown) result.value = { kind: 'waiting', share: 0 };
    shown.current = subject.name;
    balancing.run(
      async (signal) => {
        const { client } = await controller.engines();
        const onProgress = (share: number): void => {
          if (!signal.aborted && result.peek().kind !== 'ready')
            result.value = { kind: 'waiting', share };
        };
        const counting = { rule, choices: withMeasuredTolerance(choices, rule), log };
        return client.balanceYears({ ...counting, sites: subject.dated }, { signal, onProgress });
      },
      {
        onDone: (ledger) => {
          result.value = {
            ...{ kind: 'ready', ledger, leftOut: subject.leftOut, accuracies: subject.accuracies },
            sites: new Map(
              subject.sites.map(({ key, site }) => [key, { id: key, name: site.name }]),
            ),
          };
        },
        onFailure: (cause) => {
          result.value = { kind: 'failed', reason: reasonOf(cause) };
        },
      },
    );
  };
  const stop = (): void => {
    balancing.cancel();
    result.value = { kind: 'stopped' };
  };
  useEffect(() => {
    start();
    return balancing.cancel;
  }, [...subject.basis, rule, choices, log]);
  return { result: result.value, start, stop };
}

function noticeOf({ plan }: Pick<Model, 'plan'>, words: I18n): readonly string[] {
  const notice = coastNoticeText(plan.coastStatus.peek(), words);
  return notice === undefined ? [] : [notice];
}

function saveWorkbook(
  model: Model,
  {
    result,
    rows,
    rate,
  }: {
    readonly result: Extract<LedgerResult, { readonly kind: 'ready' }>;
    readonly rows: readonly RegisterRow[];
    readonly rate: number | undefined;
  },
  words: I18n,
): void {
  void attempt(model.page.showMessage, async () => {
    const { writeWorkbook } = await import('../workers/export-client.ts');
    const date = today(new Date());
    const file = `site-register-${date}.xlsx`;
    const workbook = registerWorkbook(
      {
        ...{ ledger: result.ledger, rate, rows, date },
        planTitle: words.pick(model.plan.title.peek()),
        notices: [
          ...ledgerNotes(result, rate, words),
          words.t('siteRegisterNote'),
          ...noticeOf(model, words),
        ],
      },
      words,
    );
    saveWorkbookFile(file, await writeWorkbook(workbook, {}));
    return { key: 'saved', values: { file } };
  });
}
