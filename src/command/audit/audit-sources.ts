import { basename } from 'node:path';
import type { ImportedDataset } from '../../data/import/import-dataset.ts';
import { isCorrected } from '../../data/import/import-reasons.ts';
import { allIssues } from '../../data/import/import-report.ts';
import type { RefusedFile } from '../../data/import/raw-dataset.ts';
import { tryTo } from '../../data/text/text-place.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { LayerRole } from '../../domain/dataset.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { roleOf } from '../files/file-role.ts';
import { givenFile, type NamedFile, planFile } from '../files/geodata-files.ts';
import type { PlanContext, PlanOf } from '../files/plan-context.ts';
import { readText } from '../files/read-text.ts';
import { fileKind } from '../import/file-kind.ts';
import type { OwnDataChoices } from '../import/import-choices.ts';
import { planFrame } from '../import/plan-frame.ts';
import { decided, type GivenFile, hashesOf, readOwnData } from '../import/read-own-data.ts';
import type { Options } from '../terminal/options.ts';

/** Where a part of an audit comes from: a file of the plan's schema, or a dataset of the user. */
export type AuditSource =
  | { readonly kind: 'plan'; readonly named: NamedFile }
  | {
      readonly kind: 'own';
      readonly named: NamedFile;
      readonly dataset: ImportedDataset;
      readonly files: readonly GivenFile[];
      /** Whether the user has named the system of its coordinates. */
      readonly isNamed: boolean;
    };

/** The three parts of an audit. */
export type AuditSources = {
  readonly coastline: AuditSource;
  readonly zones: AuditSource;
  readonly rule: NamedFile;
};

type Part = 'coastline' | 'zones';
type Taken = Partial<Record<Part, AuditSource>> & { readonly rule?: NamedFile };
type Place = { readonly directory: string; readonly frame: BoundingBox };

/**
 * Finds out what a call audits: files named by their part, and files that say it by themselves. What is not given comes
 * from a plan: its first layers of coastline and zones, and its rule.
 * @param planOf the plan that a file belongs to: people's own coordinates are expected in its extent
 */
export async function auditSources(
  { values, files }: Pick<Options, 'values' | 'files'>,
  choices: OwnDataChoices,
  {
    directory,
    plan,
    planOf,
  }: { readonly directory: string; readonly plan: PlanContext; readonly planOf: PlanOf },
): Promise<Result<AuditSources, Bilingual>> {
  const placeOf = async (name: string): Promise<Place> => ({
    directory,
    frame: planFrame(await planOf(givenFile(name, directory))),
  });
  let taken: Taken = {};
  const take = (more: Taken, name: string): Bilingual | undefined => {
    for (const part of ['coastline', 'zones', 'rule'] as const)
      if (more[part] !== undefined && taken[part] !== undefined) return givenTwice(part, name);
    taken = { ...taken, ...more };
    return undefined;
  };
  for (const part of ['coastline', 'zones'] as const) {
    const name = values.get(part);
    if (name === undefined) continue;
    const found = await namedPart(part, name, choices, await placeOf(name));
    if (!found.ok) return found;
    taken = { ...taken, [part]: found.value };
  }
  const rule = values.get('rule');
  if (rule !== undefined) taken = { ...taken, rule: givenFile(rule, directory) };
  for (const group of groupsOf(files)) {
    const found = await tellingPart(group, choices, await placeOf(group[0] ?? ''));
    if (!found.ok) return found;
    const fault = take(found.value, group[0] ?? '');
    if (fault !== undefined) return failed(fault);
  }
  const ofPlan = (below: string) => planFile(below, directory, plan.folder);
  const layer = (role: LayerRole, usual: string): AuditSource => {
    const url = plan.catalogue?.layers.find((each) => each.role === role)?.source.url;
    return { kind: 'plan', named: ofPlan(url ?? usual) };
  };
  return ok({
    coastline: taken.coastline ?? layer('coastline', 'coast/coastline.geojson'),
    zones: taken.zones ?? layer('zones', 'coast/zones.geojson'),
    rule: taken.rule ?? ofPlan('audit.json'),
  });
}

/** The files of a call, the parts of one shapefile together. */
function groupsOf(files: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const stem = /^(.*)\.(?:shp|dbf|prj|cpg|shx|sbn|sbx|qix)$/i.exec(file)?.[1];
    const key = stem === undefined ? file : `${stem.toLowerCase()}.shp`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

/** A file whose part the call names. */
async function namedPart(
  part: Part,
  name: string,
  choices: OwnDataChoices,
  place: Place,
): Promise<Result<AuditSource, Bilingual>> {
  const named = givenFile(name, place.directory);
  if ((await fileKind(named, choices)) === 'plan') return ok({ kind: 'plan', named });
  const read = await readOwn([name], choices, place);
  if (!read.ok) return read;
  const { datasets, files } = read.value;
  const fitting = datasets.filter(({ role }) => role === part);
  const able = fitting.length > 0 ? fitting : datasets.filter((dataset) => canBe(part, dataset));
  const [only, ...others] = able;
  if (only === undefined) return failed(noPart(part, name, datasets));
  if (others.length > 0) return failed(severalParts(part, name, able));
  const dataset =
    only.role === part ? only : decided(only.raw, { ...choices, role: part }, place.frame);
  return usable({ kind: 'own', named, dataset, files, isNamed: choices.crs !== undefined });
}

/** A file that says by itself which part it is. */
async function tellingPart(
  group: readonly string[],
  choices: OwnDataChoices,
  place: Place,
): Promise<Result<Taken, Bilingual>> {
  const name = group.find((each) => /\.shp$/i.test(each)) ?? group[0] ?? '';
  const named = givenFile(name, place.directory);
  if ((await fileKind(named, choices)) === 'plan') return planPart(named);
  const read = await readOwn(group, choices, place);
  if (!read.ok) return read;
  const { datasets, files } = read.value;
  for (const part of ['coastline', 'zones'] as const) {
    const [only, ...others] = datasets.filter(({ role }) => role === part);
    if (only === undefined) continue;
    if (others.length > 0) return failed(severalParts(part, name, [only, ...others]));
    const isNamed = choices.crs !== undefined;
    const source = usable({ kind: 'own', named, dataset: only, files, isNamed });
    return source.ok ? ok({ [part]: source.value }) : source;
  }
  return failed(noPart('coastline', name, datasets));
}

/** A file of the plan's schema; what cannot be read counts as a coastline, whose reader says why. */
async function planPart(named: NamedFile): Promise<Result<Taken, Bilingual>> {
  const read = await readText(named);
  const value = read.ok
    ? tryTo(() => JSON.parse(read.value.text.replace(/^\uFEFF/, '')))
    : undefined;
  const role = value === undefined ? 'coastline' : roleOf(value, named.path);
  switch (role) {
    case 'coastline':
    case 'zones':
      return ok({ [role]: { kind: 'plan', named } });
    case 'rule':
      return ok({ rule: named });
    default:
      return failed({
        zh: `看不出 ${named.name} 是岸线、区段还是规则。请用 --coastline、--zones 或 --rule 给出。`,
        en: `${named.name} is clearly neither coastline, zones nor rule. Give it with --coastline, --zones or --rule.`,
      });
  }
}

/** Reads the datasets of one file, with its own declaration where the system that the call names is not its. */
async function readOwn(
  names: readonly string[],
  choices: OwnDataChoices,
  place: Place,
): Promise<
  Result<
    { readonly datasets: readonly ImportedDataset[]; readonly files: readonly GivenFile[] },
    Bilingual
  >
> {
  const { dataset: wanted, ...others } = choices;
  const read = await readOwnData(names, others, place);
  const { datasets, refused, files } = read;
  if (datasets.length === 0) return failed(nothingRead(names[0] ?? '', refused));
  // The layer that is meant may be of another file of the call.
  const meant = datasets.filter(({ raw }) => raw.name === wanted);
  const suited = (meant.length > 0 ? meant : datasets).map((dataset) =>
    choices.role !== undefined && !canBe(choices.role, dataset)
      ? decided(dataset.raw, withoutRole(others), place.frame)
      : dataset,
  );
  return ok({ datasets: suited, files: hashesOf(basename(names[0] ?? ''), files) });
}

function withoutRole({ role: _, ...others }: OwnDataChoices): OwnDataChoices {
  return others;
}

/** Whether a dataset has the geometry of a role. */
function canBe(role: OwnDataRole, { raw }: ImportedDataset): boolean {
  const kinds = raw.features.flatMap(({ geometry }) => geometry?.type ?? []);
  if (role === 'coastline') return kinds.some((kind) => /LineString|Collection/.test(kind));
  return role !== 'zones' || kinds.some((kind) => /Polygon|Collection/.test(kind));
}

/** A dataset that can be measured: its system is decided, and a corrected one was insisted upon. */
function usable(source: Extract<AuditSource, { kind: 'own' }>): Result<AuditSource, Bilingual> {
  const { dataset, isNamed } = source;
  const { crs } = dataset;
  const label = labelOf(dataset);
  if (crs.how === 'proposed' || crs.how === 'confirm-needed')
    return failed(crsNeeded(label, dataset));
  if (isCorrected(dataset) && !isNamed)
    return failed({
      zh: `${label} 由 ${crs.reading?.code} 纠偏而来，残差不明，不参与岸线审计；坚持要用就写明 --crs ${crs.reading?.code}，结果为暂定。`,
      en: `${label} was corrected from ${crs.reading?.code}; what is left of the shift is not known, and it stays out of the audit. Insist with --crs ${crs.reading?.code}; the result is then provisional.`,
    });
  return ok(source);
}

function labelOf({ raw }: ImportedDataset): string {
  return `${raw.file} › ${raw.name}`;
}

function crsNeeded(label: string, dataset: ImportedDataset): Bilingual {
  const { crs } = dataset;
  const codes = crs.candidates.map(({ code, isSwapped }) => (isSwapped ? `${code} (y, x)` : code));
  const [first = 'EPSG:4549'] = crs.candidates.map(({ code }) => code);
  const why = allIssues(dataset).filter(({ code }) => /^(?:crs|zone)-/.test(code));
  const said = (language: keyof Bilingual, gap: string): string =>
    why.map(({ message }) => message[language]).join(gap);
  const list = { zh: codes.join('、'), en: codes.join(', ') };
  return {
    zh: `${label} 的坐标系须先确认，未量算。${said('zh', '')}${codes.length > 0 ? `可能是：${list.zh}。` : ''}用 --crs 指明，例如 --crs ${first}。`,
    en: `the coordinate reference system of ${label} has to be confirmed first; nothing was measured. ${said('en', ' ')}${why.length > 0 ? ' ' : ''}${codes.length > 0 ? `Candidates: ${list.en}. ` : ''}Name it with --crs, for example --crs ${first}.`,
  };
}

function nothingRead(name: string, refused: readonly RefusedFile[]): Bilingual {
  const said = (language: keyof Bilingual): string =>
    refused
      .map(
        ({ file, message, cure }) =>
          `${file}: ${message[language]}${language === 'zh' ? '' : ' '}${cure[language]}`,
      )
      .join(language === 'zh' ? '；' : ' ');
  if (refused.length > 0) return { zh: said('zh'), en: said('en') };
  return { zh: `${name} 里没有可读的数据。`, en: `${name} holds nothing that can be read.` };
}

const PARTS: Readonly<Record<Part, Bilingual>> = {
  coastline: { zh: '岸线', en: 'coastline' },
  zones: { zh: '区段', en: 'zones' },
};

function listOf(datasets: readonly ImportedDataset[], language: keyof Bilingual): string {
  return datasets
    .map(({ raw, role }) => `${raw.name} (${role})`)
    .join(language === 'zh' ? '、' : ', ');
}

function noPart(part: Part, name: string, datasets: readonly ImportedDataset[]): Bilingual {
  return {
    zh: `${name} 里看不出${PARTS[part].zh}；有：${listOf(datasets, 'zh')}。用 --as ${part} 指明。`,
    en: `${name} has nothing that is clearly ${part === 'zones' ? 'zones' : 'a coastline'}; it has ${listOf(datasets, 'en')}. Say so with --as ${part}.`,
  };
}

function severalParts(part: Part, name: string, datasets: readonly ImportedDataset[]): Bilingual {
  return {
    zh: `${name} 里有多个${PARTS[part].zh}图层：${listOf(datasets, 'zh')}。用 --dataset 选定一个。`,
    en: `${name} has several layers that may be the ${PARTS[part].en}: ${listOf(datasets, 'en')}. Choose one with --dataset.`,
  };
}

function givenTwice(part: Part | 'rule', name: string): Bilingual {
  return {
    zh: `${name}：${part === 'rule' ? '规则' : PARTS[part].zh}给了两份，只能有一份。`,
    en: `${name}: ${part === 'rule' ? 'the rule' : `the ${PARTS[part].en}`} can be given only once.`,
  };
}
