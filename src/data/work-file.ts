import * as v from 'valibot';
import { COASTLINE_CLASSES, COASTLINE_USES, CONFIDENCES } from '../domain/coastline.ts';
import type { LoadError } from '../domain/load-error.ts';
import type { Reclassification } from '../domain/reclassification.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { parseJsonText } from './json-text.ts';
import { structureError } from './structure-error.ts';

/** All that a person has changed, as it is kept and handed on: never the data itself. */
export type Work = { readonly log: readonly Reclassification[] };

/** What marks a work file, and the version that this app writes and reads. */
const FORMAT = 'coastplan-work';
const VERSION = 1;

const Entry = v.object({
  segmentIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
  class: v.optional(v.picklist(COASTLINE_CLASSES)),
  use: v.optional(v.picklist(COASTLINE_USES)),
  confidence: v.optional(v.picklist(CONFIDENCES)),
  reason: v.string(),
  date: v.pipe(v.string(), v.isoTimestamp()),
});
const Head = v.object({ format: v.literal(FORMAT), version: v.number() });
const File = v.object({ savedAt: v.pipe(v.string(), v.isoTimestamp()), log: v.array(Entry) });

/** A work file's text: JSON with format, version and when it was saved (ISO 8601). */
export function writeWork({ log }: Work, savedAt: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, savedAt, log }, undefined, 2)}\n`;
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
  if (head.output.version > VERSION) {
    return failed(
      await structureError({
        text,
        file,
        path: ['version'],
        message: {
          zh: `文件版本为 ${head.output.version}，本程序只能读到版本 ${VERSION}。`,
          en: `it has version ${head.output.version}; this app reads up to version ${VERSION}.`,
        },
        cure: { zh: '请更新本程序后再打开。', en: 'Update the app, then open the file again.' },
      }),
    );
  }
  const parsed = v.safeParse(File, json.value);
  if (parsed.success) return ok(toWork(parsed.output));
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
      cure: {
        zh: '文件已损坏，请改用较早保存的文件。',
        en: 'The file is damaged: use one that was saved earlier.',
      },
    }),
  );
}

function toWork({ savedAt, log }: v.InferOutput<typeof File>): Work & { readonly savedAt: string } {
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
  };
}
