import * as v from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { MAX_VERSIONS, type NamedVersion } from '../../domain/views/named-version.ts';
import type { WorkState } from '../../domain/views/work-state.ts';
import { parseCatalogue } from '../catalogue/catalogue.ts';
import { entryError, structureError } from '../geojson/structure-error.ts';
import { unzip } from '../import/readers/zip.ts';
import type { PlanPackage } from '../plan-package/read-plan-package.ts';
import { definedOnly } from '../record.ts';
import { bytesBase64 } from '../text/base64.ts';
import { parseJsonText } from '../text/json-text.ts';
import type { TextOf } from '../views/dataset-entry.ts';
import { type Misfit, repeatedId } from '../views/scenario-entry.ts';
import { ChoicesEntry, toVersion, VERSION_HEAD } from '../views/version-entry.ts';
import { DAMAGED_WORK, STATE_ENTRIES, toState } from '../views/work-state-entry.ts';
import { ActivityItems } from '../views/workspace-file.ts';
import {
  type HashOf,
  isKnownPlace,
  isPicture,
  MANIFEST,
  PLACES,
  PROJECT_FORMAT,
  PROJECT_VERSION,
  type ProjectWork,
  STATE_PARTS,
  utf8Text,
} from './project-content.ts';

/** A project as it was read: the work, and the plan that it was made on. */
export type ReadProject = ProjectWork & {
  readonly plan: PlanPackage;
  /** The SHA-256 of the plan's files by their path beside the catalogue. */
  readonly planHashes: ReadonlyMap<string, string>;
};

/** Why a project is not opened, with its place, and what to do. */
export type ProjectFault = { readonly message: Bilingual; readonly cure: Bilingual };

type Read<T> = Result<T, ProjectFault>;

const Head = v.object({ format: v.literal(PROJECT_FORMAT), version: v.number() });
const Manifest = v.object({
  entries: v.array(
    v.object({
      path: v.pipe(v.string(), v.minLength(1)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});
const VersionHeads = v.pipe(v.array(v.object(VERSION_HEAD)), v.maxLength(MAX_VERSIONS));

/** The members of an archive by their path; texts that are no UTF-8 are undefined. */
type Members = {
  readonly file: string;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly hashes: ReadonlyMap<string, string>;
};

/**
 * Reads a project file. Every entry has to be what its list says, to the byte; a file that is damaged, changed, of a newer
 * version or of another kind is refused as a whole, with place and cure.
 * @param file its name, for the place
 */
export async function readProject(
  archive: Uint8Array,
  file: string,
  sha256: HashOf,
): Promise<Read<ReadProject>> {
  const unpacked = unzip(archive);
  if (unpacked.kind === 'refused') {
    const { message, cure } = unpacked.refused;
    return failed({ message: at(file, message), cure });
  }
  const root = rootOf(unpacked.files.map(({ name }) => name));
  if (root === undefined) return failed(refusal(file, NO_MANIFEST));
  const bytes = new Map<string, Uint8Array>();
  for (const { name, bytes: content } of unpacked.files) {
    const path = name.startsWith(root) ? name.slice(root.length) : name;
    if (bytes.has(path)) return failed(refusal(`${file}/${path}`, REPEATED));
    bytes.set(path, content);
  }
  const manifest = await readManifest(file, bytes.get(MANIFEST));
  if (!manifest.ok) return manifest;
  const { entries } = manifest.value;
  const fault = faultOfEntries({ file, bytes, entries, sha256 });
  if (fault !== undefined) return failed(fault);
  const hashes = new Map(entries.map((entry) => [entry.path, entry.sha256]));
  return readContent({ file, bytes, hashes });
}

/** The folder that holds the list: an archive that was unpacked and packed again often has one. */
function rootOf(names: readonly string[]): string | undefined {
  const [manifest] = names
    .filter((name) => name === MANIFEST || name.endsWith(`/${MANIFEST}`))
    .sort((one, other) => one.split('/').length - other.split('/').length);
  return manifest?.slice(0, -MANIFEST.length);
}

async function readManifest(
  file: string,
  bytes: Uint8Array | undefined,
): Promise<Read<v.InferOutput<typeof Manifest>>> {
  const place = `${file}/${MANIFEST}`;
  const text = utf8Text(bytes ?? new Uint8Array());
  if (text === undefined) return failed(refusal(place, NOT_UTF8));
  const json = await parseJsonText(text, place);
  if (!json.ok) return failed({ message: json.error.message, cure: DAMAGED_WORK });
  const head = v.safeParse(Head, json.value);
  if (!head.success) return failed(refusal(place, NO_PROJECT));
  const { version } = head.output;
  if (version > PROJECT_VERSION) {
    return failed(
      await structureError({
        ...{ text, file: place, path: ['version'] },
        message: {
          zh: `项目文件版本为 ${version}，本程序只能读到版本 ${PROJECT_VERSION}。`,
          en: `the project has version ${version}; this app reads up to version ${PROJECT_VERSION}.`,
        },
        cure: { zh: '请更新本程序后再打开。', en: 'Update the app, then open the file again.' },
      }),
    );
  }
  const parsed = v.safeParse(Manifest, json.value);
  return parsed.success && Number.isInteger(version) && version >= 1
    ? ok(parsed.output)
    : failed(
        parsed.success
          ? refusal(place, NO_PROJECT)
          : await entryError(parsed.issues[0], { text, file: place, cure: DAMAGED_WORK }),
      );
}

/** The first entry that is not what the list says, or that this version of the format does not have. */
function faultOfEntries({
  file,
  bytes,
  entries,
  sha256,
}: {
  readonly file: string;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly entries: v.InferOutput<typeof Manifest>['entries'];
  readonly sha256: HashOf;
}): ProjectFault | undefined {
  const listed = new Set<string>();
  for (const entry of entries) {
    const place = `${file}/${entry.path}`;
    const content = bytes.get(entry.path);
    if (listed.has(entry.path)) return refusal(place, REPEATED);
    listed.add(entry.path);
    if (!isKnownPlace(entry.path)) return refusal(place, UNKNOWN);
    if (content === undefined) return refusal(place, MISSING);
    if (content.length !== entry.bytes || sha256(content) !== entry.sha256)
      return refusal(place, CHANGED);
    if (!isPicture(entry.path) && utf8Text(content) === undefined) return refusal(place, NOT_UTF8);
  }
  const extra = [...bytes.keys()].find((path) => path !== MANIFEST && !listed.has(path));
  return extra === undefined ? undefined : refusal(`${file}/${extra}`, UNLISTED);
}

async function readContent(members: Members): Promise<Read<ReadProject>> {
  const { file } = members;
  const plan = await readPlan(members);
  if (!plan.ok) return plan;
  const present = await readState(members, PLACES.work);
  if (!present.ok) return present;
  const activity = await readPart(members, PLACES.activity, ActivityItems);
  if (!activity.ok) return activity;
  const choices = await readPart(members, PLACES.counting, ChoicesEntry);
  if (!choices.ok) return choices;
  const heads = await readPart(members, PLACES.versions, VersionHeads);
  if (!heads.ok) return heads;
  const repeated = repeatedId(heads.value, []);
  if (repeated !== undefined) return failed(await misfitError(members, PLACES.versions, repeated));
  const versions: NamedVersion[] = [];
  for (const head of heads.value) {
    const state = await readState(members, (part) => PLACES.version(head.id, part));
    if (!state.ok) return state;
    versions.push({ ...toVersion(head), work: state.value });
  }
  const ids = new Set(versions.map(({ id }) => id));
  const stray = [...members.bytes.keys()].find((path) => {
    const [folder, id] = path.split('/');
    return folder === 'versions' && id !== undefined && !ids.has(id);
  });
  if (stray !== undefined) return failed(refusal(`${file}/${stray}`, UNLISTED));
  return ok({
    work: {
      ...present.value,
      versions,
      lastViewNumber: highestNumber([present.value, ...versions.map(({ work }) => work)]),
    },
    activity: activity.value,
    choices: definedOnly(choices.value),
    ...plan.value,
  });
}

/**
 * The highest number of a view in any state. Numbers that were given before and are gone are those of a machine: written,
 * they would change a project by opening it there.
 */
function highestNumber(states: readonly WorkState[]): number {
  const views = states.flatMap(({ decks }) => decks).flatMap((deck) => deck.views);
  return views.reduce((highest, { number }) => Math.max(highest, number), 0);
}

async function readPlan({
  file,
  bytes,
  hashes,
}: Members): Promise<Read<Pick<ReadProject, 'plan' | 'planHashes'>>> {
  const paths = [...bytes.keys()].filter((path) => path.startsWith(PLACES.plan));
  const beside = (path: string): string => path.slice(PLACES.plan.length);
  const files = Object.fromEntries(
    paths.map((path) => [beside(path), utf8Text(bytes.get(path) ?? new Uint8Array()) ?? '']),
  );
  const place = `${file}/${PLACES.plan}catalogue.json`;
  const catalogue = files['catalogue.json'];
  if (catalogue === undefined) return failed(refusal(place, MISSING));
  const parsed = await parseCatalogue(catalogue, place);
  if (!parsed.ok) return failed(parsed.error);
  return ok({
    plan: { title: parsed.value.catalogue.title, files },
    planHashes: new Map(paths.map((path) => [beside(path), hashes.get(path) ?? ''])),
  });
}

/** Reads the parts of a state; datasets have their texts from the entries that their hashes name. */
async function readState(
  members: Members,
  placeOf: (part: keyof WorkState) => string,
): Promise<Read<WorkState>> {
  const log = await readPart(members, placeOf('log'), STATE_ENTRIES.log);
  if (!log.ok) return log;
  const scenarios = await readPart(members, placeOf('scenarios'), STATE_ENTRIES.scenarios);
  if (!scenarios.ok) return scenarios;
  const decks = await readPart(members, placeOf('decks'), STATE_ENTRIES.decks);
  if (!decks.ok) return decks;
  const datasets = await readPart(members, placeOf('datasets'), STATE_ENTRIES.datasets);
  if (!datasets.ok) return datasets;
  const notes = await readPart(members, placeOf('notes'), STATE_ENTRIES.notes);
  if (!notes.ok) return notes;
  // Version 1 has no photos.
  const place = placeOf('photos');
  const photos = members.bytes.has(place)
    ? await readPart(members, place, STATE_ENTRIES.photos)
    : ok([]);
  if (!photos.ok) return photos;
  const textOf: TextOf = async (sha256) => {
    const [text, picture] = [PLACES.data(sha256), PLACES.picture(sha256)].map((place) =>
      members.bytes.get(place),
    );
    return text === undefined ? picture && bytesBase64(picture) : utf8Text(text);
  };
  const parts = {
    ...{ log: log.value, scenarios: scenarios.value, decks: decks.value },
    ...{ datasets: datasets.value, notes: notes.value },
    photos: photos.value,
  };
  const read = await toState(parts, textOf);
  if (read.misfit === undefined) return ok(read.work);
  const { path } = read.misfit;
  const part = STATE_PARTS.find((name) => name === path[0]);
  return failed(
    await misfitError(members, placeOf(part ?? 'log'), {
      ...read.misfit,
      path: path.slice(1),
    }),
  );
}

async function readPart<Schema extends v.GenericSchema>(
  { file, bytes }: Members,
  path: string,
  schema: Schema,
): Promise<Read<v.InferOutput<Schema>>> {
  const place = `${file}/${path}`;
  const content = bytes.get(path);
  if (content === undefined) return failed(refusal(place, MISSING));
  const text = utf8Text(content) ?? '';
  const json = await parseJsonText(text, place);
  if (!json.ok) return failed({ message: json.error.message, cure: DAMAGED_WORK });
  const parsed = v.safeParse(schema, json.value);
  return parsed.success
    ? ok(parsed.output)
    : failed(await entryError(parsed.issues[0], { text, file: place, cure: DAMAGED_WORK }));
}

function misfitError({ file, bytes }: Members, path: string, misfit: Misfit) {
  const text = utf8Text(bytes.get(path) ?? new Uint8Array()) ?? '';
  return structureError({ text, file: `${file}/${path}`, ...misfit });
}

function at(place: string, { zh, en }: Bilingual): Bilingual {
  return { zh: `${place}：${zh}`, en: `${place}: ${en}` };
}

function refusal(place: string, { message, cure }: ProjectFault): ProjectFault {
  return { message: at(place, message), cure };
}

const AS_SAVED: Bilingual = {
  zh: '请打开本程序存出的原文件，或改用较早保存的项目。',
  en: 'Open the file as the app saved it, or an earlier one.',
};
const NO_MANIFEST: ProjectFault = {
  message: { zh: `压缩包里没有 ${MANIFEST}。`, en: `there is no ${MANIFEST} in the archive.` },
  cure: {
    zh: '请选择由“保存项目”得到的文件。',
    en: 'Choose a file that “Save project” has written.',
  },
};
const NO_PROJECT: ProjectFault = {
  message: { zh: '这不是岸线规划图的项目文件。', en: 'this is not a Coastplan project.' },
  cure: NO_MANIFEST.cure,
};
const NOT_UTF8: ProjectFault = {
  message: { zh: '内容不是 UTF-8 文本。', en: 'it is no text in UTF-8.' },
  cure: AS_SAVED,
};
const REPEATED: ProjectFault = {
  message: { zh: '在压缩包里出现两次。', en: 'it is in the archive twice.' },
  cure: AS_SAVED,
};
const MISSING: ProjectFault = {
  message: { zh: '压缩包里缺少这个文件。', en: 'it is missing from the archive.' },
  cure: AS_SAVED,
};
const CHANGED: ProjectFault = {
  message: {
    zh: `内容与 ${MANIFEST} 所记的 SHA-256 不符，保存后被改动或损坏。`,
    en: `it does not have the SHA-256 that ${MANIFEST} states: it was changed or damaged since it was saved.`,
  },
  cure: AS_SAVED,
};
const UNLISTED: ProjectFault = {
  message: {
    zh: `${MANIFEST} 没有列出这个文件。`,
    en: `${MANIFEST} does not list it.`,
  },
  cure: {
    zh: '把它移出压缩包，或打开本程序存出的原文件。',
    en: 'Take it out of the archive, or open the file as the app saved it.',
  },
};
const UNKNOWN: ProjectFault = {
  message: {
    zh: `版本 ${PROJECT_VERSION} 的项目里没有这种文件。`,
    en: `projects of version ${PROJECT_VERSION} have no such entry.`,
  },
  cure: AS_SAVED,
};
