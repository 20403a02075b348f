import { effect } from '@preact/signals';
import type { FileToCheck } from '../../data/checks/check-files.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/** The checks of the plan's files. */
export type FileChecks = {
  /** Reasons in the files that make the audit provisional. */
  readonly ofAudit: () => Promise<readonly ProvisionalReason[]>;
  readonly destroy: Dispose;
};

/**
 * Checks the files of the figures for problems that their readers cannot detect (`data/checks`), in the
 * worker. The files of an audit are checked with it, those of projects when the Data panel is open; each
 * text is checked once.
 */
export function createFileChecks(
  model: Pick<Model, 'audit' | 'checks' | 'page' | 'plan'>,
  client: Pick<AuditClient, 'checkFiles'>,
): FileChecks {
  const known = new Map<string, { readonly text: string; readonly reasons: Reasons }>();
  const check = (id: string, file: FileToCheck): Reasons => {
    const before = known.get(id);
    if (before?.text === file.text) return before.reasons;
    const reasons = client.checkFiles([file]).then(
      ([checked]) => {
        model.checks.showIssues(id, checked?.issues ?? []);
        return checked?.reasons ?? [];
      },
      (cause: unknown) => {
        console.error('not checked:', cause);
        return [notChecked(file.file)];
      },
    );
    known.set(id, { text: file.text, reasons });
    return reasons;
  };
  const ofAudit = async (): Reasons => {
    const found = filesOfAudit(model).map(([id, file]) => check(id, file));
    return (await Promise.all(found)).flat();
  };
  const destroy = effect(() => {
    if (model.page.panel.value !== 'data') return;
    for (const [id, file] of [...filesOfAudit(model), ...filesOfProjects(model)])
      void check(id, file);
  });
  return { ofAudit, destroy };
}

type Reasons = Promise<readonly ProvisionalReason[]>;
type Named = readonly (readonly [id: string, file: FileToCheck])[];

function filesOfAudit(model: Pick<Model, 'audit' | 'plan'>): Named {
  const layers = model.plan.layers.value;
  return [...model.audit.sources.value].flatMap(([id, { file, text }]): Named => {
    const member = layers.find(({ layer }) => layer.id === id);
    const role = member?.layer.role ?? 'rule';
    const state = member?.state;
    if (state !== undefined && state.kind !== 'ready') return [];
    const [issues, setAside] = [state?.issues ?? [], state?.setAside ?? []];
    return [[id, { file, dataset: id, role, text, issues, setAside }]];
  });
}

function filesOfProjects(model: Pick<Model, 'plan'>): Named {
  return model.plan.layers.value.flatMap(({ layer: { id, role }, state }): Named => {
    if (role !== 'projects' || state.kind !== 'ready' || state.source === undefined) return [];
    return [[id, { ...state.source, dataset: id, role, issues: [], setAside: [] }]];
  });
}

function notChecked(file: string): ProvisionalReason {
  return {
    code: 'not-checked',
    file,
    message: { zh: `${file} 未能核查。`, en: `${file} could not be checked.` },
  };
}
