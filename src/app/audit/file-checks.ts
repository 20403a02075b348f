import { effect } from '@preact/signals';
import type { Geometry } from 'geojson';
import type { CoastAndZones } from '../../data/checks/border-issues.ts';
import type { FileToCheck } from '../../data/checks/check-files.ts';
import type { DatumQuestion } from '../../data/datum/datum-findings.ts';
import { isDatumSettled } from '../../data/datum/settled-datum.ts';
import { toIssue } from '../../data/finding.ts';
import type { Coverage } from '../../domain/audit/audit.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LayerContent, LayerState } from '../../domain/layer-state.ts';
import { lineageReasons } from '../../domain/own-data/lineage-reasons.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import { RULE_SOURCE } from '../state/audit-model.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/** What the checks ask the worker. */
export type CheckingClient = Pick<AuditClient, 'checkFiles' | 'compareDatum' | 'followBorders'>;

/** The checks of the plan's files. */
export type FileChecks = {
  /** Reasons in the files that make the audit provisional. */
  readonly ofAudit: () => Promise<readonly ProvisionalReason[]>;
  /** Reasons in the way that the user's own data came, without those that their files told. */
  readonly ofLineage: (
    coverage: Pick<Coverage, 'faults'>,
    known: readonly ProvisionalReason[],
  ) => readonly ProvisionalReason[];
  readonly destroy: Dispose;
};

/**
 * Checks the files of the figures for problems that their readers cannot detect (`data/checks`), in the
 * worker. The files of an audit are checked with it, those of projects when the Data panel is open; each
 * text is checked once.
 */
export function createFileChecks(
  model: Pick<Model, 'audit' | 'checks' | 'page' | 'plan' | 'workspace'>,
  client: CheckingClient,
): FileChecks {
  /** Tells a dataset that looks shifted against the rest of the plan. */
  const compareDatum = async (id: string, found: readonly Issue[]): Promise<readonly Issue[]> => {
    const question = datumQuestion(id, model.plan.layers.peek());
    return question === undefined || isDatumSettled(found) ? [] : client.compareDatum(question);
  };
  /** Tells coast that follows a border of the zones without meeting it. */
  const followBorders = async (id: string): Promise<readonly Issue[]> => {
    const coast = coastAndZones(id, model.plan.countedLayers.peek());
    if (coast === undefined) return [];
    const findings = await client.followBorders(coast);
    const segments = coast.segments.map((segment) => segment.id);
    return findings.map(({ segmentId, finding }) =>
      toIssue(
        { dataset: id, featureIndex: segments.indexOf(segmentId), featureId: segmentId },
        finding,
      ),
    );
  };
  const compare = async (id: string, found: readonly Issue[]): Promise<void> => {
    try {
      const more = [...(await compareDatum(id, found)), ...(await followBorders(id))];
      if (more.length > 0) model.checks.showIssues(id, [...found, ...more]);
    } catch (cause) {
      console.error('not compared:', cause);
    }
  };
  const known = new Map<string, { readonly text: string; readonly reasons: Reasons }>();
  const check = (id: string, file: FileToCheck): Reasons => {
    const before = known.get(id);
    if (before?.text === file.text) return before.reasons;
    const reasons = client.checkFiles([file]).then(
      ([checked]) => {
        const issues = checked?.issues ?? [];
        model.checks.showIssues(id, issues);
        // Not awaited: a suspicion changes no figure.
        void compare(id, issues);
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
  return { ofAudit, ofLineage: (...asked) => reasonsOfLineage(model, ...asked), destroy };
}

function reasonsOfLineage(
  { plan, workspace }: Pick<Model, 'plan' | 'workspace'>,
  coverage: Pick<Coverage, 'faults'>,
  known: readonly ProvisionalReason[],
): readonly ProvisionalReason[] {
  const counted = new Map(plan.countedLayers.peek().map(({ layer, state }) => [layer.id, state]));
  return workspace.datasets.peek().flatMap((dataset) => {
    const state = counted.get(dataset.id);
    if (state?.kind !== 'ready') return [];
    const told = known.filter(({ file }) => file !== undefined && file === state.source?.file);
    return lineageReasons({ dataset, written: state.read, coverage }).filter(
      ({ code }) => !told.some((reason) => reason.code === code),
    );
  });
}

/** The segments of a coastline layer, with the zones of all layers; undefined for other layers. */
function coastAndZones(id: string, layers: readonly LayerState[]): CoastAndZones | undefined {
  const contents = layers.flatMap(({ layer, state }) =>
    state.kind === 'ready' ? [{ isOwn: layer.id === id, content: state.content }] : [],
  );
  const segments = contents.flatMap(({ isOwn, content }) =>
    isOwn && content.role === 'coastline' ? content.segments : [],
  );
  const zones = contents.flatMap(({ content }) => (content.role === 'zones' ? content.zones : []));
  return segments.length === 0 || zones.length < 2 ? undefined : { segments, zones };
}

/** The coastline or zones of a layer against the lines of the other layers that have been read. */
function datumQuestion(id: string, layers: readonly LayerState[]): DatumQuestion | undefined {
  const own = layers.find(({ layer }) => layer.id === id)?.state;
  if (own?.kind !== 'ready') return undefined;
  const { content } = own;
  if (content.role !== 'coastline' && content.role !== 'zones') return undefined;
  return {
    dataset: id,
    geometries: linesAndAreas(content),
    segments: content.role === 'coastline' ? content.segments : [],
    others: layers.flatMap(({ layer, state }) =>
      layer.id === id || state.kind !== 'ready'
        ? []
        : [
            {
              name: layer.source.url,
              geometries: linesAndAreas(state.content),
              isCoast: layer.role === 'coastline' || layer.symbology === 'base-land',
            },
          ],
    ),
  };
}

/** The geometries of a dataset that have lines; sites of projects are sketches and no reference, their routes are. */
function linesAndAreas(content: LayerContent): readonly Geometry[] {
  switch (content.role) {
    case 'coastline':
      return content.segments.map(({ geometry }) => geometry);
    case 'zones':
      return content.zones.map(({ geometry }) => geometry);
    case 'base':
      return content.features.flatMap(({ geometry }) => geometry ?? []);
    // What is only shown may be anything, in any system: no reference for the datum of others.
    case 'shown':
      return [];
    case 'projects':
      return content.projects.flatMap(({ geometry }) =>
        geometry?.type === 'LineString' || geometry?.type === 'MultiLineString' ? geometry : [],
      );
  }
}

type Reasons = Promise<readonly ProvisionalReason[]>;
type Named = readonly (readonly [id: string, file: FileToCheck])[];

/** The files behind figures of some layers, and the rule's. */
export function auditedFilesOf(
  model: Pick<Model, 'audit' | 'plan'>,
  layers: readonly LayerState[],
): readonly (readonly [id: string, file: FileToCheck])[] {
  const { extent } = model.plan.frame.value;
  return [...model.audit.sources.value].flatMap(([id, { file, text }]): Named => {
    const member = layers.find(({ layer }) => layer.id === id);
    // The plan's coast stays loaded while the user's takes its place.
    if (member === undefined && id !== RULE_SOURCE) return [];
    const role = member?.layer.role ?? 'rule';
    const state = member?.state;
    if (state !== undefined && state.kind !== 'ready') return [];
    const [issues, setAside] = [state?.issues ?? [], state?.setAside ?? []];
    return [[id, { file, dataset: id, role, text, issues, setAside, extent }]];
  });
}

function filesOfAudit(model: Pick<Model, 'audit' | 'plan'>): Named {
  return auditedFilesOf(model, model.plan.countedLayers.value);
}

function filesOfProjects(model: Pick<Model, 'plan'>): Named {
  const { extent } = model.plan.frame.value;
  return model.plan.layers.value.flatMap(({ layer: { id, role }, state }): Named => {
    if (role !== 'projects' || state.kind !== 'ready' || state.source === undefined) return [];
    return [[id, { ...state.source, dataset: id, role, issues: [], setAside: [], extent }]];
  });
}

function notChecked(file: string): ProvisionalReason {
  return {
    code: 'not-checked',
    file,
    message: { zh: `${file} 未能核查。`, en: `${file} could not be checked.` },
  };
}
