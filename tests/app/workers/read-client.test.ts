import type { Feature, Position } from 'geojson';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readInWorker } from '../../../src/app/workers/read-client.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import type { LayerRole } from '../../../src/domain/dataset.ts';

type Message = { readonly data?: unknown; readonly message?: string };
type Listener = (event: Message) => void;

/** Page and worker in one process: what one posts the other hears, copied as between threads. */
const worker = new Map<string, Listener>();
let page = new Map<string, Listener>();
let posted: { readonly kind: string }[] = [];
let terminated = 0;
/** What the worker does with a request, unless it reads it. */
let instead: ((listeners: Map<string, Listener>) => void) | undefined;

beforeAll(async () => {
  vi.stubGlobal(
    'Worker',
    class {
      readonly listeners = new Map<string, Listener>();
      constructor() {
        page = this.listeners;
      }
      addEventListener(name: string, listener: Listener): void {
        this.listeners.set(name, listener);
      }
      postMessage(data: unknown): void {
        const copy: unknown = structuredClone(data);
        queueMicrotask(() => {
          if (instead === undefined) worker.get('message')?.({ data: copy });
          else instead(this.listeners);
        });
      }
      terminate(): void {
        terminated += 1;
      }
    },
  );
  vi.stubGlobal('self', {
    addEventListener: (name: string, listener: Listener) => worker.set(name, listener),
    postMessage: (data: { readonly kind: string }, options: StructuredSerializeOptions) => {
      const copy = structuredClone(data, options);
      posted.push(copy);
      page.get('message')?.({ data: copy });
    },
  });
  await import('../../../src/app/workers/read-worker.ts');
});

beforeEach(() => {
  [posted, terminated, instead] = [[], 0, undefined];
});

afterAll(() => {
  vi.unstubAllGlobals();
});

/** So many positions on a line that rises to the east. */
function line(count: number, from = 120): Position[] {
  return Array.from({ length: count }, (_, index) => [from + index / 1e5, 36 + index / 1e5]);
}

/** A closed ring of so many corners, clockwise where their number is negative. */
function circle(x: number, radius: number, corners: number): Position[] {
  const ring = Array.from({ length: Math.abs(corners) }, (_, index): Position => {
    const angle = (2 * Math.PI * index) / corners;
    return [x + radius * Math.cos(angle), 36 + radius * Math.sin(angle)];
  });
  return [...ring, ...ring.slice(0, 1)];
}

function feature(id: string, geometry: Feature['geometry']): Feature {
  const properties = { id, name_zh: '岸', name_en: 'shore', realm: 'mainland', confidence: 'low' };
  return { type: 'Feature', properties: { ...properties, class: 'sandy' }, geometry };
}

function text(...features: readonly Feature[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function as(role: LayerRole) {
  return { file: 'coast.geojson', dataset: 'coast', role };
}

const SIGNAL = new AbortController().signal;

describe('a text read in a worker', () => {
  test('has every feature and vertex, in order, though it comes in portions', async () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      feature(`s${index}`, { type: 'LineString', coordinates: line(1000, 110 + index) }),
    );
    const given = text(...lines);
    const read = await readInWorker(given, as('coastline'), SIGNAL);
    expect(read).toEqual(await readDataset(given, as('coastline')));
    // 30 000 vertices, at most some 4000 a portion.
    expect(posted.filter(({ kind }) => kind === 'portion').length).toBeGreaterThanOrEqual(7);
    expect(posted.at(-1)?.kind).toBe('read');
  });

  test('keeps one line longer than a portion, rings with holes, short and high lines', async () => {
    const area = (x: number): Position[][] => [circle(x, 0.1, 200), circle(x, 0.05, -60)];
    const given = text(
      feature('long', { type: 'LineString', coordinates: line(9000) }),
      feature('area', { type: 'Polygon', coordinates: area(120) }),
      feature('several', { type: 'MultiPolygon', coordinates: [area(121), area(122)] }),
      feature('short', { type: 'MultiLineString', coordinates: [line(2), line(70), line(3)] }),
      feature('high', { type: 'LineString', coordinates: line(80).map((at) => [...at, 7]) }),
      feature('site', { type: 'Point', coordinates: [120, 36] }),
      feature('sites', { type: 'MultiPoint', coordinates: line(90) }),
    );
    const read = await readInWorker(given, as('shown'), SIGNAL);
    const inPage = await readDataset(given, as('shown'));
    expect(read).toEqual(inPage);
    expect(inPage.ok && inPage.value.kept).toBe(7);
  });

  test('tells what was set aside', async () => {
    const given = text(
      feature('good', { type: 'LineString', coordinates: line(3) }),
      feature('bad', { type: 'LineString', coordinates: [[500, 36]] }),
    );
    const read = await readInWorker(given, as('coastline'), SIGNAL);
    expect(read.ok && [read.value.read, read.value.kept, read.value.setAside.length]).toEqual([
      2, 1, 1,
    ]);
  });

  test('that is no JSON is refused with its line', async () => {
    const read = await readInWorker('{"type":\n oops', as('coastline'), SIGNAL);
    expect(!read.ok && [read.error.kind, read.error.line]).toEqual(['syntax', 2]);
  });
});

describe('a worker', () => {
  test('ends with its answer', async () => {
    await readInWorker(text(), as('shown'), SIGNAL);
    expect(terminated).toBe(1);
  });

  test('ends at once when the reading is stopped, which is told as the reason given', async () => {
    instead = () => undefined;
    const stop = new AbortController();
    const reading = readInWorker(text(), as('shown'), stop.signal);
    stop.abort(new Error('the dataset was removed'));
    await expect(reading).rejects.toThrow('the dataset was removed');
    expect(terminated).toBe(1);
  });

  test.each([
    ['error', { message: 'out of memory' }, 'out of memory'],
    ['messageerror', {}, 'an answer was not readable'],
    ['message', { data: { kind: 'failed', reason: 'no such role' } }, 'no such role'],
  ] as const)('that fails with %s says why', async (name, event, reason) => {
    instead = (listeners) => listeners.get(name)?.(event);
    await expect(readInWorker(text(), as('shown'), SIGNAL)).rejects.toThrow(reason);
    expect(terminated).toBe(1);
  });
});
