import { type Zippable, zipSync } from 'fflate';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { FieldPhoto } from '../../domain/field-photo/field-photo.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import type { Activity, ActivityEntry } from '../../domain/views/activity.ts';
import type { WorkState } from '../../domain/views/work-state.ts';
import { base64Bytes } from '../text/base64.ts';
import { fromVersion } from '../views/version-entry.ts';
import { fromState } from '../views/work-state-entry.ts';
import {
  type HashOf,
  heldPlanFiles,
  MANIFEST,
  PLACES,
  PROJECT_FORMAT,
  PROJECT_VERSION,
  type ProjectWork,
  STATE_PARTS,
} from './project-content.ts';

/** What a project is written from. */
export type ProjectToWrite = ProjectWork & {
  /** The version of the app. */
  readonly app: string;
  readonly title: Bilingual;
  /** The plan's files by their path beside the catalogue. */
  readonly plan: ReadonlyMap<string, Uint8Array>;
};

/** The earliest time that an archive can state, in the clock of whoever reads it: the same bytes at any time. */
const NO_TIME = new Date(1980, 0, 1);
const LEVEL = 6;

/** What was done on a machine to see the work, not to the work: it would differ with every opening. */
const VISITS: readonly Activity[] = ['work-opened', 'work-resumed'];

/**
 * Returns the bytes of a project file. They depend on nothing but what is given: entries have a fixed order, members of
 * JSON objects too, and no time is written, so a project that is opened and saved again is the same file.
 */
export function writeProject(
  { app, title, plan, work, activity, choices }: ProjectToWrite,
  sha256: HashOf,
): Uint8Array<ArrayBuffer> {
  const hasPhotos = statesOf(work).some(({ photos }) => photos.length > 0);
  const texts = new Map<string, Uint8Array>();
  const hashes = new Map<string, string>();
  const state = (given: WorkState, place: (part: keyof WorkState) => string): Entries => {
    const named = {
      ...given,
      datasets: given.datasets.map(withOwnHash),
      photos: given.photos.map(withOwnPicture),
    };
    const parts = fromState(
      named,
      () => false,
      () => false,
    );
    return STATE_PARTS.filter((part) => part !== 'photos' || hasPhotos).map((part) => [
      place(part),
      jsonBytes(parts[part]),
    ]);
  };
  // A hash that a work file states is not taken on trust: the name of an entry is that of its bytes.
  const withOwnHash = (dataset: WorkState['datasets'][number]) => {
    const known = hashes.get(dataset.text);
    if (known !== undefined) return { ...dataset, sha256: known };
    const bytes = new TextEncoder().encode(dataset.text);
    const own = sha256(bytes);
    hashes.set(dataset.text, own);
    texts.set(PLACES.data(own), bytes);
    return { ...dataset, sha256: own };
  };
  const pictures = new Map<string, Uint8Array>();
  const withOwnPicture = (photo: FieldPhoto): FieldPhoto => {
    if (photo.picture === undefined) return photo;
    const bytes = base64Bytes(photo.picture.jpeg);
    const own = sha256(bytes);
    pictures.set(PLACES.picture(own), bytes);
    return { ...photo, picture: { ...photo.picture, sha256: own } };
  };
  const ofWork = state(work, PLACES.work);
  const ofVersions = work.versions.flatMap((version) =>
    state(version.work, (part) => PLACES.version(version.id, part)),
  );
  const entries: Entries = [
    ...[...heldPlanFiles(plan)].map(([path, bytes]) => [`${PLACES.plan}${path}`, bytes] as const),
    ...[...texts, ...pictures].sort(([one], [other]) => (one < other ? -1 : 1)),
    ...ofWork,
    [PLACES.activity, jsonBytes(withoutVisits(activity))],
    [PLACES.counting, jsonBytes(choices)],
    [PLACES.versions, jsonBytes(work.versions.map(fromVersion))],
    ...ofVersions,
  ];
  const manifest = jsonBytes({
    ...{ format: PROJECT_FORMAT, version: neededVersion(work), app, title },
    entries: entries.map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  });
  const members: Zippable = Object.fromEntries([[MANIFEST, manifest], ...entries]);
  return zipSync(members, { level: LEVEL, mtime: NO_TIME });
}

/** The work as it is and as its versions hold it. */
function statesOf(work: ProjectWork['work']): readonly WorkState[] {
  return [work, ...work.versions.map((version) => version.work)];
}

/** The lowest version of the format that holds some work. */
function neededVersion(work: ProjectWork['work']): number {
  const states = statesOf(work);
  const isUncounted = ({ isCounted }: OwnDataset): boolean => isCounted === false;
  if (states.some(({ datasets }) => datasets.some(isUncounted))) return PROJECT_VERSION;
  if (work.versions.some(({ surveyYear }) => surveyYear !== undefined)) return 3;
  return states.some(({ photos }) => photos.length > 0) ? 2 : 1;
}

type Entries = readonly (readonly [path: string, bytes: Uint8Array])[];

function withoutVisits(activity: readonly ActivityEntry[]): readonly ActivityEntry[] {
  return activity.filter(({ what }) => !VISITS.includes(what));
}

/** JSON with the members of objects in alphabetical order, whatever order they have in memory. */
function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, sorted, 1)}\n`);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );
}
