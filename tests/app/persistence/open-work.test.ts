import { beforeEach, describe, expect, test } from 'vitest';
import { openWork } from '../../../src/app/persistence/save-and-open.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { writeWorkspace } from '../../../src/data/views/workspace-file.ts';
import {
  EMPTY_WORKSPACE,
  MAX_WORK_FILE,
  type Workspace,
} from '../../../src/domain/views/workspace.ts';

const WORK: Workspace = {
  ...EMPTY_WORKSPACE,
  scenarios: [{ id: 'scenario-1', name: '泊位', isLocked: false, sites: [] }],
};
const BYTES = new TextEncoder().encode(writeWorkspace(WORK, '2026-11-24T09:30:00.000Z'));

/** A file that is read in pieces of 7 bytes: Chinese characters of three are cut. */
function fileOf(bytes: Uint8Array<ArrayBuffer>) {
  const stream = (): ReadableStream<Uint8Array<ArrayBuffer>> => {
    let at = 0;
    return new ReadableStream({
      pull: (controller) => {
        if (at >= bytes.length) controller.close();
        else controller.enqueue(bytes.slice(at, at + 7));
        at += 7;
      },
    });
  };
  return { name: 'work.json', size: bytes.length, stream };
}

let model: Model;
beforeEach(() => {
  model = createModel({}, { language: 'en', theme: 'light' });
});

describe('opening a work file', () => {
  test('takes it up, and says all the while how far it is', async () => {
    const shares: number[] = [];
    await openWork(model, fileOf(BYTES), { onProgress: (share) => shares.push(share) });
    expect(model.workspace.current.value).toEqual(WORK);
    expect(shares).toHaveLength(Math.ceil(BYTES.length / 7));
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });

  test('can be stopped on the way, and then changes nothing', async () => {
    const stop = new AbortController();
    await openWork(model, fileOf(BYTES), {
      onProgress: (share) => share > 0.5 && stop.abort(),
      signal: stop.signal,
    });
    expect(model.workspace.current.value).toBe(EMPTY_WORKSPACE);
    expect(model.page.message.value?.key).toBe('openWorkCancelled');
  });

  test('refuses one that is too large before a byte of it is read', async () => {
    const stream = (): never => {
      throw new Error('it was read');
    };
    await openWork(model, { name: 'huge.json', size: MAX_WORK_FILE + 1, stream });
    expect(model.workspace.current.value).toBe(EMPTY_WORKSPACE);
    expect(model.page.message.value?.values?.['reason']).toBe('huge.json: 257 MiB > 256 MiB');
  });

  test('says why where the disk does not give it out', async () => {
    const stream = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (controller) => controller.error(new Error('NotReadableError')),
      });
    await openWork(model, { name: 'gone.json', size: 10, stream });
    expect(model.page.message.value?.key).toBe('workNotOpened');
    expect(model.page.message.value?.values?.['reason']).toContain('NotReadableError');
  });
});
