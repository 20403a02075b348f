import type { Bilingual } from '../bilingual.ts';
import {
  type Certainty,
  type Conflict,
  type ConflictKind,
  type ConflictsByProject,
  protects,
} from '../conflicts/conflict.ts';
import { accuracyGrade, type Project, type ProjectStatus } from '../project.ts';
import type {
  Scenario,
  ScenarioAnswer,
  Site,
  SiteAnswer,
  SiteFailure,
  SitePurpose,
} from '../scenarios/scenario.ts';

/** Why a figure of a row is absent. */
export type Missing =
  /** Yet to be worked out. */
  | 'sought'
  /** The search for it failed. */
  | 'failed'
  /** The site protects or restores, so that nothing forbids it. */
  | 'protects'
  /** It exists: setbacks are for what is newly built or enlarged. */
  | 'existing'
  /** The plan's rule states no setback. */
  | 'no-rule'
  /** The site meets natural coast as a line or a point, or may only meet it: nothing was measured. */
  | 'unmeasured'
  /** Only a site of a scenario restores coast by figures. */
  | 'untried';

/** A figure, or why there is none. */
export type Known<T> = { readonly value: T } | { readonly missing: Missing };

/** A site of the register: a located project of the plan, or a site of a scenario. */
export type RegisterRow = {
  /** Differs from that of every other row. */
  readonly key: string;
  readonly name: Bilingual;
  readonly of:
    | { readonly kind: 'project'; readonly id: string; readonly status: ProjectStatus }
    | {
        readonly kind: 'site';
        readonly id: string;
        readonly scenario: Pick<Scenario, 'id' | 'name'>;
        readonly purpose: SitePurpose;
        /** The project that it was made from. */
        readonly projectId?: string;
      };
  readonly year: number | undefined;
  /** How well its position is known, in metres; 0 where it is drawn, undefined where nobody says. */
  readonly accuracyM: number | undefined;
  /** Violations of the setback that the plan's rule requires, certain ones first. */
  readonly setbacks: Known<readonly Conflict[]>;
  /** Zones and protected sites that it meets, but zones for use; certain ones first. */
  readonly ground: Known<readonly Conflict[]>;
  /** Whether it meets natural coast; undefined where it does not. */
  readonly shore: Known<Certainty | undefined>;
  /** Natural and restored coast that it takes, in metres: of a scenario's site only what counts in the ratio. */
  readonly takenM: Known<number>;
  /** Such coast that it takes outside the ratio, as that of islands. */
  readonly uncountedM: number;
  readonly restoredM: Known<number>;
  /** Coast inside that counts at other sites of its scenario. */
  readonly sharedM: number;
};

/** A scenario with what is known of it; each is undefined until it is found. */
export type RegisteredScenario = {
  readonly scenario: Scenario;
  readonly answer: ScenarioAnswer | undefined;
  readonly conflicts: ConflictsByProject | undefined;
  readonly failures: ReadonlyMap<string, SiteFailure>;
  /** Its figures could not be worked out. */
  readonly hasFailed: boolean;
};

/** What the register is made of. */
export type RegisterSource = {
  readonly projects: readonly Project[];
  /** The conflicts of the projects; undefined until they are found. */
  readonly conflicts: ConflictsByProject | undefined;
  /** The conflicts of the projects could not be found. */
  readonly hasFailed: boolean;
  /** Whether the plan's rule states a setback. */
  readonly hasSetback: boolean;
  readonly scenarios: readonly RegisteredScenario[];
};

/** What the plan protects, by the kinds of conflict with it. */
const GROUND: ReadonlySet<ConflictKind> = new Set<ConflictKind>([
  'strict-zone',
  'protected-site',
  'restricted-zone',
  'ungraded-zone',
]);

/** The register of sites: the located projects of the plan in its order, then the sites of each scenario. */
export function siteRegister(source: RegisterSource): readonly RegisterRow[] {
  const located = source.projects.filter((project) => accuracyGrade(project) !== 'unlocated');
  return [
    ...located.map((project) => projectRow(project, source)),
    ...source.scenarios.flatMap((of) => of.scenario.sites.map((site) => siteRow(site, of, source))),
  ];
}

function projectRow(project: Project, source: RegisterSource): RegisterRow {
  const { id, status, name, year, accuracyM } = project;
  const unknown = missingOf(protects(project), source);
  const conflicts = source.conflicts?.get(id) ?? [];
  const known = <T>(value: T): Known<T> => (unknown === undefined ? { value } : unknown);
  const shore = conflicts.find(({ kind }) => kind === 'natural-coast');
  const noSetback = setbackMissing(status === 'existing', source);
  return {
    key: `project ${id}`,
    name,
    of: { kind: 'project', id, status },
    year,
    accuracyM,
    setbacks: unknown ?? noSetback ?? { value: conflicts.filter(isSetback) },
    ground: known(conflicts.filter(isGround)),
    shore: known(shore?.certainty),
    takenM:
      shore !== undefined && shore.lengthM === undefined
        ? { missing: 'unmeasured' }
        : known(shore?.lengthM ?? 0),
    uncountedM: 0,
    restoredM: status === 'restore' ? { missing: 'untried' } : { value: 0 },
    sharedM: 0,
  };
}

function siteRow(
  site: Site,
  { scenario, answer, conflicts, failures, hasFailed }: RegisteredScenario,
  source: RegisterSource,
): RegisterRow {
  const { id, name, purpose, projectId, year } = site;
  const isLost = hasFailed || failures.has(id);
  const own = answer?.sites.find((one) => one.site === id);
  const found = conflicts?.get(id);
  const unknown =
    purpose === 'restore'
      ? ({ missing: 'protects' } as const)
      : found === undefined
        ? missing(isLost)
        : undefined;
  const known = <T>(of: (all: readonly Conflict[]) => T): Known<T> =>
    unknown ?? { value: of(found ?? []) };
  const measured = (of: (site: SiteAnswer) => number): Known<number> =>
    own === undefined ? missing(isLost) : { value: of(own) };
  const project = source.projects.find((candidate) => candidate.id === projectId);
  return {
    key: `site ${scenario.id} ${id}`,
    name: { zh: name, en: name },
    of: {
      ...{ kind: 'site', id, purpose },
      scenario: { id: scenario.id, name: scenario.name },
      ...(projectId !== undefined && { projectId }),
    },
    year,
    accuracyM: project === undefined ? 0 : project.accuracyM,
    setbacks: unknown ?? setbackMissing(false, source) ?? known((all) => all.filter(isSetback)),
    ground: known((all) => all.filter(isGround)),
    shore: known((all) => all.find(({ kind }) => kind === 'natural-coast')?.certainty),
    takenM: measured(({ lostM }) => lostM),
    uncountedM: own === undefined ? 0 : Math.max(0, own.takenM - own.lostM),
    restoredM: measured(({ restoredM }) => restoredM),
    sharedM: own === undefined ? 0 : own.shared.reduce((sum, { lengthM }) => sum + lengthM, 0),
  };
}

function missing(isLost: boolean): { readonly missing: Missing } {
  return { missing: isLost ? 'failed' : 'sought' };
}

function missingOf(
  isProtecting: boolean,
  { conflicts, hasFailed }: RegisterSource,
): { readonly missing: Missing } | undefined {
  if (isProtecting) return { missing: 'protects' };
  return conflicts === undefined ? missing(hasFailed) : undefined;
}

function setbackMissing(
  isExisting: boolean,
  { hasSetback }: RegisterSource,
): { readonly missing: Missing } | undefined {
  if (!hasSetback) return { missing: 'no-rule' };
  return isExisting ? { missing: 'existing' } : undefined;
}

/** A study distance is no rule, so that nothing violates it. */
function isSetback({ kind }: Conflict): boolean {
  return kind === 'setback';
}

function isGround({ kind }: Conflict): boolean {
  return GROUND.has(kind);
}

/** What a site may be found to do. */
export const FINDINGS = ['setbacks', 'ground', 'shore'] as const;
/** What a site may be found to do: violate a setback, meet protected ground, take natural coast. */
export type SiteFinding = (typeof FINDINGS)[number];

/** How certain a finding about a site is; undefined where there is none, or where it is not known. */
export function certaintyOf(row: RegisterRow, finding: SiteFinding): Certainty | undefined {
  if (finding === 'shore') return 'value' in row.shore ? row.shore.value : undefined;
  const found = row[finding];
  if (!('value' in found) || found.value.length === 0) return undefined;
  return found.value.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible';
}

/** How many sites there are of each finding, by certainty. */
export type RegisterTally = Readonly<Record<SiteFinding, Readonly<Record<Certainty, number>>>>;

/** Counts the sites of each finding by how certain it is, each site once a finding. */
export function registerTally(rows: readonly RegisterRow[]): RegisterTally {
  const tally = (finding: SiteFinding): Readonly<Record<Certainty, number>> => {
    const found = rows.map((row) => certaintyOf(row, finding));
    const certain = found.filter((certainty) => certainty === 'certain').length;
    return { certain, possible: found.filter((one) => one === 'possible').length };
  };
  return { setbacks: tally('setbacks'), ground: tally('ground'), shore: tally('shore') };
}
