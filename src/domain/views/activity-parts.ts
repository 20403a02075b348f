import type { AuditSettings } from '../audit/audit-settings.ts';
import {
  COASTLINE_CLASSES,
  CONFIDENCES,
  type CoastlineClass,
  type Confidence,
} from '../coastline.ts';
import { OWN_DATA_ROLES, type OwnDataRole } from '../own-data/own-dataset.ts';
import { SETTINGS } from './activity.ts';

/** What one side of an entry of the activity log is made of. */
export type ActivityPart =
  | {
      readonly kind: 'stretch';
      readonly id: string;
      readonly class: CoastlineClass | 'unclassified';
      readonly confidence: Confidence;
    }
  /** Stretches that are not named. */
  | { readonly kind: 'more'; readonly count: number }
  /** The value is as the address and the command line spell it; undefined where none was set. */
  | {
      readonly kind: 'setting';
      readonly name: keyof AuditSettings;
      readonly value: string | undefined;
    }
  | {
      readonly kind: 'dataset';
      readonly name: string;
      readonly role: OwnDataRole;
      /** The beginning of its SHA-256. */
      readonly hash: string;
    }
  /** A scenario with its sites, or a deck with its views. */
  | { readonly kind: 'counted'; readonly name: string; readonly count: number }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Reads one side of an entry as `activity.ts` writes it. Logs are kept in files for years: what an entry says is
 * put into words only when it is shown, in the language of the page. Anything else is a text.
 */
export function activityParts(side: string): readonly ActivityPart[] {
  if (side === '') return [];
  const whole = partOf(side);
  return whole.kind === 'text' ? side.split('; ').map(partOf) : [whole];
}

const STRETCH = /^([^;]+): ([a-z]+), ([a-z]+)$/;
const MORE = /^\+ (\d+)$/;
const SETTING = /^(\w+)(?:: ([^;]+))?$/;
const DATASET = /^([^;]*) \(([a-z]+), SHA-256 ([0-9a-f]+)\)$/;
const COUNTED = /^([^;]+) \((\d+)\)$/;

function partOf(text: string): ActivityPart {
  return (
    stretchIn(text) ??
    moreIn(text) ??
    settingIn(text) ??
    datasetIn(text) ??
    countedIn(text) ?? { kind: 'text', text }
  );
}

function stretchIn(text: string): ActivityPart | undefined {
  const [, id = '', classText, confidenceText] = STRETCH.exec(text) ?? [];
  const known = [...COASTLINE_CLASSES, 'unclassified' as const].find((each) => each === classText);
  const confidence = CONFIDENCES.find((each) => each === confidenceText);
  return known === undefined || confidence === undefined
    ? undefined
    : { kind: 'stretch', id, class: known, confidence };
}

function moreIn(text: string): ActivityPart | undefined {
  const [, count] = MORE.exec(text) ?? [];
  return count === undefined ? undefined : { kind: 'more', count: Number(count) };
}

function settingIn(text: string): ActivityPart | undefined {
  const [, nameText, value] = SETTING.exec(text) ?? [];
  const name = SETTINGS.find((each) => each === nameText);
  return name === undefined ? undefined : { kind: 'setting', name, value };
}

function datasetIn(text: string): ActivityPart | undefined {
  const [, name = '', roleText, hash = ''] = DATASET.exec(text) ?? [];
  const role = OWN_DATA_ROLES.find((each) => each === roleText);
  return role === undefined ? undefined : { kind: 'dataset', name, role, hash };
}

function countedIn(text: string): ActivityPart | undefined {
  const [, name, count] = COUNTED.exec(text) ?? [];
  return name === undefined ? undefined : { kind: 'counted', name, count: Number(count) };
}
