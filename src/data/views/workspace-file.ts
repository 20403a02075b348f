import * as v from 'valibot';
import type { FieldPhoto } from '../../domain/field-photo/field-photo.ts';
import type { LoadError } from '../../domain/load-error.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { ACTIVITIES, type ActivityEntry } from '../../domain/views/activity.ts';
import { MAX_VERSIONS, type NamedVersion } from '../../domain/views/named-version.ts';
import type { Workspace } from '../../domain/views/workspace.ts';
import { entryError, structureError } from '../geojson/structure-error.ts';
import { parseJsonText } from '../text/json-text.ts';
import type { TextOf } from './dataset-entry.ts';
import { type Misfit, repeatedId } from './scenario-entry.ts';
import { fromVersion, toVersion, VersionEntry } from './version-entry.ts';
import { DAMAGED_WORK, fromState, STATE_ENTRIES, toState } from './work-state-entry.ts';

/** The marker of a work file. The app writes the version below, and reads it and all earlier ones. */
const FORMAT = 'coastplan-work';
/**
 * Version 2 added the scenarios, version 3 the decks of views, version 4 the user's own data, version 5 the notes on
 * the map, version 6 the named versions, version 7 the years of sites, version 8 the photos from the field, version 9 the years
 * of surveys, version 10 coast and zones that do not count.
 */
const VERSION = 10;

/** Work as a file holds it: when it was saved (ISO 8601), and what was done until then. */
export type SavedWork = Workspace & {
  readonly savedAt: string;
  readonly activity?: readonly ActivityEntry[];
};

/** The schema of the activity log. */
export const ActivityItems = v.array(
  v.object({
    at: v.pipe(v.string(), v.isoTimestamp()),
    what: v.picklist(ACTIVITIES),
    from: v.string(),
    to: v.string(),
  }),
);
const Head = v.object({ format: v.literal(FORMAT), version: v.number() });
const File = v.object({
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  ...STATE_ENTRIES,
  versions: v.optional(v.pipe(v.array(VersionEntry), v.maxLength(MAX_VERSIONS)), []),
  lastViewNumber: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  activity: v.optional(ActivityItems, []),
});

/**
 * Returns a work file's text: JSON with format, version and the time of saving (ISO 8601). Without texts, the data
 * of the user are named by their SHA-256 alone, for a store that keeps them apart.
 */
export function writeWorkspace(
  work: Workspace,
  savedAt: string,
  {
    withTexts = true,
    activity = [],
  }: { readonly withTexts?: boolean; readonly activity?: readonly ActivityEntry[] } = {},
): string {
  const { versions, lastViewNumber } = work;
  const written = new Map<string, string>();
  // A text that several versions have is written once.
  const withText = ({ sha256, text }: OwnDataset): boolean => {
    if (!withTexts || written.get(sha256) === text) return false;
    if (!written.has(sha256)) written.set(sha256, text);
    return true;
  };
  const pictures = new Set<string>();
  const withPicture = ({ picture }: FieldPhoto): boolean => {
    if (!withTexts || picture === undefined || pictures.has(picture.sha256)) return false;
    pictures.add(picture.sha256);
    return true;
  };
  const file = {
    ...{ format: FORMAT, version: VERSION, savedAt },
    ...fromState(work, withText, withPicture),
    versions: versions.map((version) => ({
      ...fromVersion(version),
      ...fromState(version.work, withText, withPicture),
    })),
    lastViewNumber,
    ...(activity.length > 0 && { activity }),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads a work file. A damaged file, a newer version and a file of another kind have different errors, each
 * with its place and a cure; no part of such a file is used.
 */
export async function parseWorkspace(
  text: string,
  file: string,
  textOf: TextOf = async () => undefined,
): Promise<Result<SavedWork, LoadError>> {
  const json = await parseJsonText(text, file);
  if (!json.ok) return json;
  const head = v.safeParse(Head, json.value);
  if (!head.success) {
    return failed(
      await structureError({
        text,
        file,
        path: [],
        message: { zh: '这不是岸线规划图的工作文件。', en: 'this is not a Coastplan work file.' },
        cure: {
          zh: '请选择由“保存工作文件”得到的文件。',
          en: 'Choose a file that “Save work file” has written.',
        },
      }),
    );
  }
  const { version } = head.output;
  if (!Number.isInteger(version) || version < 1) {
    return failed(
      await structureError({
        text,
        file,
        path: ['version'],
        message: {
          zh: `文件版本为 ${version}，应为不小于 1 的整数。`,
          en: `it has version ${version}; versions are whole numbers from 1.`,
        },
        cure: DAMAGED_WORK,
      }),
    );
  }
  if (version > VERSION) {
    return failed(
      await structureError({
        text,
        file,
        path: ['version'],
        message: {
          zh: `文件版本为 ${version}，本程序只能读到版本 ${VERSION}。`,
          en: `it has version ${version}; this app reads up to version ${VERSION}.`,
        },
        cure: { zh: '请更新本程序后再打开。', en: 'Update the app, then open the file again.' },
      }),
    );
  }
  const parsed = v.safeParse(File, json.value);
  if (!parsed.success)
    return failed(await entryError(parsed.issues[0], { text, file, cure: DAMAGED_WORK }));
  const read = await toWork(parsed.output, textOf);
  return 'misfit' in read
    ? failed(await structureError({ text, file, ...read.misfit }))
    : ok(read.work);
}

async function toWork(
  { savedAt, versions, lastViewNumber, activity, ...state }: v.InferOutput<typeof File>,
  elsewhere: TextOf,
): Promise<{ readonly work: SavedWork } | { readonly misfit: Misfit }> {
  const entries = [state, ...versions].flatMap(({ datasets }) => datasets);
  const texts = new Map<string, Promise<string | undefined>>();
  for (const { sha256, text } of entries)
    if (text !== undefined && !texts.has(sha256)) texts.set(sha256, Promise.resolve(text));
  const photos = [state, ...versions].flatMap((each) => each.photos);
  for (const { picture } of photos)
    if (picture?.jpeg !== undefined) texts.set(picture.sha256, Promise.resolve(picture.jpeg));
  const textOf: TextOf = (sha256) => {
    const known = texts.get(sha256) ?? elsewhere(sha256);
    texts.set(sha256, known);
    return known;
  };
  const present = await toState(state, textOf);
  if (present.misfit !== undefined) return present;
  const misfit = repeatedId(versions, ['versions']);
  if (misfit !== undefined) return { misfit };
  const named: NamedVersion[] = [];
  for (const [index, entry] of versions.entries()) {
    const read = await toState(entry, textOf, ['versions', index]);
    if (read.misfit !== undefined) return read;
    named.push({ ...toVersion(entry), work: read.work });
  }
  return {
    work: {
      savedAt,
      ...present.work,
      versions: named,
      lastViewNumber,
      ...(activity.length > 0 && { activity }),
    },
  };
}
