import type { MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import type { Bilingual } from '../domain/bilingual.ts';
import { COASTLINE_CLASSES, COASTLINE_USES, CONFIDENCES } from '../domain/coastline.ts';
import type { LoadError } from '../domain/load-error.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import {
  LARGEST_SITE_METRES,
  type Scenario,
  SITE_PURPOSES,
  type Site,
} from '../domain/scenario.ts';
import type { Work } from '../domain/work.ts';
import { type JsonPath, parseJsonText } from './json-text.ts';
import { structureError } from './structure-error.ts';

/** What marks a work file, and the version that this app writes; it reads that and all before. */
const FORMAT = 'coastplan-work';
/** 2 added the scenarios. */
const VERSION = 2;

const DAMAGED: Bilingual = {
  zh: '文件已损坏，请改用较早保存的文件。',
  en: 'The file is damaged: use one that was saved earlier.',
};

const Entry = v.object({
  segmentIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
  class: v.optional(v.picklist(COASTLINE_CLASSES)),
  use: v.optional(v.picklist(COASTLINE_USES)),
  confidence: v.optional(v.picklist(CONFIDENCES)),
  reason: v.string(),
  date: v.pipe(v.string(), v.isoTimestamp()),
});
const Head = v.object({ format: v.literal(FORMAT), version: v.number() });
const Longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const Latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const Corner = v.tuple([Longitude, Latitude]);
const Path = v.pipe(v.array(Corner), v.minLength(2));
const Ring = v.pipe(v.array(Corner), v.minLength(4));
const Rings = v.pipe(v.array(Ring), v.minLength(1));
const Shape = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: Corner }),
  v.object({ type: v.literal('LineString'), coordinates: Path }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(Path) }),
  v.object({ type: v.literal('Polygon'), coordinates: Rings }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(Rings) }),
]);
const Metres = v.pipe(v.number(), v.minValue(0), v.maxValue(LARGEST_SITE_METRES));
const SiteEntry = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  purpose: v.picklist(SITE_PURPOSES),
  shape: Shape,
  widthM: Metres,
  reachM: Metres,
  projectId: v.optional(v.string()),
});
const ScenarioEntry = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  isLocked: v.boolean(),
  sites: v.array(SiteEntry),
});
const File = v.object({
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  log: v.array(Entry),
  scenarios: v.optional(v.array(ScenarioEntry), []),
});

/** A work file's text: JSON with format, version and when it was saved (ISO 8601). */
export function writeWork({ log, scenarios }: Work, savedAt: string): string {
  const file = { format: FORMAT, version: VERSION, savedAt, log, scenarios };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads a work file. A damaged one, one of a newer version and a file of another kind are told apart,
 * each with its place and a cure; nothing is taken from them.
 */
export async function parseWork(
  text: string,
  file: string,
): Promise<Result<Work & { readonly savedAt: string }, LoadError>> {
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
        cure: DAMAGED,
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
  if (parsed.success) {
    const work = toWork(parsed.output);
    const misfit = misfitIn(work.scenarios);
    return misfit === undefined
      ? ok(work)
      : failed(await structureError({ text, file, ...misfit }));
  }
  const [fault] = parsed.issues;
  return failed(
    await structureError({
      text,
      file,
      path: (fault.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
      message: {
        zh: `应为 ${fault.expected ?? '其他值'}，实为 ${fault.received}。`,
        en: `expected ${fault.expected ?? 'another value'}, found ${fault.received}.`,
      },
      cure: DAMAGED,
    }),
  );
}

/** What is well formed and cannot be worked with all the same: its place and how to mend it. */
type Misfit = { readonly path: JsonPath; readonly message: Bilingual; readonly cure: Bilingual };

function misfitIn(scenarios: readonly Scenario[]): Misfit | undefined {
  const repeated = repeatedId(scenarios, ['scenarios']);
  if (repeated !== undefined) return repeated;
  for (const [number, { sites }] of scenarios.entries()) {
    const path = ['scenarios', number, 'sites'];
    const misfit =
      repeatedId(sites, path) ??
      sites.map((site, index) => misfitOf(site, [...path, index])).find(isThere);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function repeatedId(
  entries: readonly { readonly id: string }[],
  path: JsonPath,
): Misfit | undefined {
  const seen = new Set<string>();
  const index = entries.findIndex(({ id }) => seen.size === seen.add(id).size);
  const again = entries[index];
  if (again === undefined) return undefined;
  return {
    path: [...path, index, 'id'],
    message: { zh: `编号“${again.id}”重复。`, en: `the id "${again.id}" is there twice.` },
    cure: {
      zh: '给其中一个换用其他编号，再重新打开。',
      en: 'Give one of the two another id, then open the file again.',
    },
  };
}

function misfitOf({ shape, widthM }: Site, path: JsonPath): Misfit | undefined {
  if (shape.type === 'Polygon' || shape.type === 'MultiPolygon') {
    const at = openRing(shape);
    return (
      at && {
        path: [...path, 'shape', 'coordinates', ...at],
        message: { zh: '环未闭合。', en: 'the ring is not closed.' },
        cure: {
          zh: '把环的第一个位置重复为最后一个，再重新打开。',
          en: 'Repeat its first position as its last, then open the file again.',
        },
      }
    );
  }
  if (widthM > 0) return undefined;
  return {
    path: [...path, 'widthM'],
    message: {
      zh: '点或线没有宽度，不占任何地面。',
      en: 'a point or line without width covers no ground.',
    },
    cure: {
      zh: '填写大于 0 的宽度（米），再重新打开。',
      en: 'Give it a width above 0 m, then open the file again.',
    },
  };
}

/** Where the first ring is whose last position is not its first. */
function openRing(shape: Polygon | MultiPolygon): JsonPath | undefined {
  const isOpen = (ring: readonly (readonly number[])[]): boolean =>
    ring[0]?.join() !== ring.at(-1)?.join();
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  for (const [part, rings] of parts.entries()) {
    const ring = rings.findIndex(isOpen);
    if (ring >= 0) return shape.type === 'Polygon' ? [ring] : [part, ring];
  }
  return undefined;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function toWork({
  savedAt,
  log,
  scenarios,
}: v.InferOutput<typeof File>): Work & { readonly savedAt: string } {
  return {
    savedAt,
    log: log.map(({ segmentIds, reason, date, class: shoreClass, use, confidence }) => ({
      segmentIds,
      ...(shoreClass !== undefined && { class: shoreClass }),
      ...(use !== undefined && { use }),
      ...(confidence !== undefined && { confidence }),
      reason,
      date,
    })),
    scenarios: scenarios.map((scenario) => ({ ...scenario, sites: scenario.sites.map(toSite) })),
  };
}

function toSite({ projectId, shape, ...site }: v.InferOutput<typeof SiteEntry>): Site {
  return { ...site, shape, ...(projectId !== undefined && { projectId }) };
}
