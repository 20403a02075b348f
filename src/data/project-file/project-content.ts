import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import type { ActivityEntry } from '../../domain/views/activity.ts';
import type { WorkState } from '../../domain/views/work-state.ts';
import type { Workspace } from '../../domain/views/workspace.ts';

/** The marker of a project file's first entry. The app writes the version below, and reads it and all earlier ones. */
export const PROJECT_FORMAT = 'coastplan-project';
/**
 * The version of the format. Version 2 added the photos from the field, version 3 the years of surveys, version 4 coast and
 * zones that do not count; a project is written as the lowest version that holds what is in it, so that it stays the same file and earlier apps open it.
 */
export const PROJECT_VERSION = 4;
/** The end of a project file's name: a zip to any archiver, and told from other archives by sight. */
export const PROJECT_SUFFIX = '.coastplan.zip';
/** The entry that says what the file is and what it holds; the first. */
export const MANIFEST = 'project.json';

/** The user's work as a project holds it, beside the plan that it was made on. */
export type ProjectWork = {
  readonly work: Workspace;
  readonly activity: readonly ActivityEntry[];
  /** How the user has the coast counted, where that departs from the plan's rule. */
  readonly choices: AuditChoices;
};

/** Returns the SHA-256 of bytes in hexadecimal digits. */
export type HashOf = (bytes: Uint8Array) => string;

/** The parts of a state, each in a file of its own. */
export const STATE_PARTS = [
  'datasets',
  'decks',
  'log',
  'notes',
  'photos',
  'scenarios',
] as const satisfies readonly (keyof WorkState)[];

/** Where parts of a project are in its archive. */
export const PLACES = {
  plan: 'plan/',
  versions: 'versions.json',
  activity: 'work/activity.json',
  counting: 'work/counting.json',
  data: (sha256: string): string => `data/${sha256}.geojson`,
  picture: (sha256: string): string => `photos/${sha256}.jpg`,
  work: (part: keyof WorkState): string => `work/${part}.json`,
  version: (id: string, part: keyof WorkState): string => `versions/${id}/${part}.json`,
} as const;

/** Whether this version of the format has an entry of such a name. */
export function isKnownPlace(path: string): boolean {
  return KNOWN.some((known) => known.test(path));
}

/** Whether an entry is a picture, and no text in UTF-8. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

const PARTS = STATE_PARTS.join('|');
/** The place of a picture, the only entries that are no text. */
const PICTURE = /^photos\/[0-9a-f]{64}\.jpg$/;
const KNOWN = [
  /^plan\/.+\.(?:geo)?json$/i,
  /^data\/[0-9a-f]{64}\.geojson$/,
  PICTURE,
  new RegExp(`^work/(?:${PARTS}|activity|counting)\\.json$`),
  /^versions\.json$/,
  new RegExp(`^versions/version-\\d{1,9}/(?:${PARTS})\\.json$`),
];

/**
 * Files of a plan that a project can hold: JSON in UTF-8, as in a plan package. A file in another encoding cannot be read
 * by the app anyway.
 */
export function heldPlanFiles(
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...files]
      .filter(([path, bytes]) => /\.(?:geo)?json$/i.test(path) && utf8Text(bytes) !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The text of bytes in UTF-8, a byte order mark included; undefined where they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Throwing is the decoder's only way to say so.
    return undefined;
  }
}
