import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AuditClient } from '../../../src/app/workers/audit-client.ts';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { compareCoasts } from '../../../src/domain/coast-change/compare-coasts.ts';
import { measureGeometry } from '../../../src/domain/geodesy.ts';
import { boxRing, boxZone, equatorSegment, PLAIN_RULE, polygon } from '../../domain/build.ts';

type Listener = (event: { readonly data?: unknown; readonly message?: string }) => void;

/** Page and worker in one process: what one posts the other hears, copied as between threads. */
const page = new Map<string, Listener>();
const worker = new Map<string, Listener>();
let started = 0;

beforeAll(async () => {
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        started += 1;
      }
      addEventListener(name: string, listener: Listener): void {
        page.set(name, listener);
      }
      postMessage(data: unknown): void {
        const copy: unknown = structuredClone(data);
        queueMicrotask(() => worker.get('message')?.({ data: copy }));
      }
    },
  );
  vi.stubGlobal('self', {
    addEventListener: (name: string, listener: Listener) => worker.set(name, listener),
    postMessage: (data: unknown) => page.get('message')?.({ data: structuredClone(data) }),
  });
  await import('../../../src/app/workers/audit-worker.ts');
});

afterAll(() => {
  vi.unstubAllGlobals();
});

const SEGMENTS = [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', 'artificial', [1, 2])];
const ZONES = [boxZone('z', [0, -1, 1, 1])];
const QUESTION = { rule: PLAIN_RULE, choices: {}, log: [] };

describe('asking the worker', () => {
  test('starts none until there is something to ask', () => {
    const before = started;
    expect(new AuditClient()).toBeDefined();
    expect(started).toBe(before);
  });

  test('about a coast before one was measured is refused with the reason', async () => {
    const client = new AuditClient();
    await expect(client.ask(QUESTION)).rejects.toThrow('no coast has been measured');
    await expect(client.tryScenario({ ...QUESTION, footprints: [] })).rejects.toThrow(
      'no coast has been measured',
    );
  });

  test('compares two coasts as the engine does, with the change log of the later file', async () => {
    const client = new AuditClient();
    const shares: number[] = [];
    const after = [equatorSegment('a', 'muddy', [0, 1]), equatorSegment('b', 'sandy', [1, 2])];
    const coasts = { before: SEGMENTS, after, zones: ZONES, rule: PLAIN_RULE, toleranceM: 50 };
    const { change, scope } = await client.compareCoasts(
      {
        ...{ ...coasts, realm: 'mainland', judged: [] },
        afterText: '\uFEFF{"changes": [{"segmentIds": ["b"]}]}',
      },
      { onProgress: (share) => shares.push(share) },
    );
    expect([...(scope.judged ?? [])]).toEqual(['b']);
    expect(change).toEqual(compareCoasts({ ...coasts, realm: 'mainland', judged: new Set(['b']) }));
    // All of the quay is sandy, as the log says by judgement alone.
    const part = change.overall.change.parts.find(({ kind }) => kind === 'reclassified');
    expect(part?.ratio).toBeCloseTo(0.5, 9);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    await expect(
      client.compareCoasts({ ...coasts, toleranceM: 0, realm: 'mainland', judged: [] }),
    ).rejects.toThrow('not a tolerance in metres: 0');
  });

  test('gives the audit of the coast measured last', async () => {
    const client = new AuditClient();
    await client.measureCoast({ segments: SEGMENTS, zones: ZONES, tolerancesM: [] });
    const { audit } = await client.ask(QUESTION);
    expect(audit).toEqual(
      auditCoastline({ segments: SEGMENTS, zones: ZONES, rule: PLAIN_RULE, realm: 'mainland' }),
    );
    await client.measureCoast({ segments: SEGMENTS.slice(0, 1), zones: [], tolerancesM: [] });
    expect((await client.ask(QUESTION)).audit.overall.ratio).toBe(1);
  });

  test('answers in the order of the questions, each its own', async () => {
    const client = new AuditClient();
    const measuring = client.measureCoast({ segments: SEGMENTS, zones: ZONES, tolerancesM: [] });
    const [, mainland, island] = await Promise.all([
      measuring,
      client.ask(QUESTION),
      client.ask({ ...QUESTION, choices: { realm: 'island' } }),
    ]);
    expect(mainland.audit.overall.ratio).toBe(0.5);
    expect(island.audit.overall.verdict).toBe('no-coast');
  });

  test('merges zones that overlap', async () => {
    const client = new AuditClient();
    const twice = [...ZONES, boxZone('again', [0, -1, 1, 1])];
    await client.measureCoast({ segments: SEGMENTS, zones: twice, tolerancesM: [] });
    const { audit } = await client.ask(QUESTION);
    // Merged along the same corners: the areas differ in the last digits only.
    expect((audit.overall.areaM2 ?? 0) / (audit.zones[0]?.areaM2 ?? 1)).toBeCloseTo(1, 9);
  });

  test('hears how far a coast is, and stops it when told; the coast measured before stays', async () => {
    // Time that runs a turn with every look at the clock.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 50;
      return now;
    });
    try {
      const client = new AuditClient();
      const coast = { segments: SEGMENTS, zones: ZONES, tolerancesM: [5, 10, 25] };
      const shares: number[] = [];
      await client.measureCoast(coast, { onProgress: (share) => shares.push(share) });
      expect(shares.length).toBeGreaterThan(2);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      const stop = new AbortController();
      const other = client.measureCoast(
        { ...coast, segments: SEGMENTS.slice(0, 1) },
        { signal: stop.signal, onProgress: () => stop.abort(new Error('no longer wanted')) },
      );
      await expect(other).rejects.toThrow('no longer wanted');
      const { audit } = await client.ask(QUESTION);
      expect(audit.pieces.map(({ segmentId }) => segmentId)).toEqual(['a', 'b']);
    } finally {
      clock.mockRestore();
    }
  });

  test('never starts on a coast that is stopped before its turn', async () => {
    const client = new AuditClient();
    const measuring = client.measureCoast(
      { segments: SEGMENTS, zones: ZONES, tolerancesM: [] },
      { signal: AbortSignal.abort(new Error('no longer wanted')) },
    );
    await expect(measuring).rejects.toThrow('no longer wanted');
  });

  test('tells how sure the figures are, with what the user chose and reclassified', async () => {
    const client = new AuditClient();
    await client.measureCoast({ segments: SEGMENTS, zones: ZONES, tolerancesM: [] });
    const sure = {
      ...PLAIN_RULE,
      errorRate: { low: 0, medium: 0, high: 0 },
      position: { within90M: 10 },
    };
    const asked = { ...QUESTION, rule: sure, choices: { target: 0.6 }, setAsideM: 0 };
    const found = await client.assess(asked);
    // One of two equal stretches is natural, and no class is in doubt.
    expect(found.overall.ratio).toBeCloseTo(0.5, 9);
    expect(found.overall.classification?.chance).toBe(0);
    expect(found.overall.verdict).toBe('misses');
    expect(found.zones.map(({ id }) => id)).toEqual(['z']);
    const change = { segmentIds: ['b'], class: 'sandy' as const };
    const log = [{ ...change, reason: 'seen', date: '2025-06-30' }];
    const changed = await client.assess({ ...asked, log });
    expect(changed.overall.ratio).toBeCloseTo(1, 9);
    const stopped = client.assess(asked, { signal: AbortSignal.abort(new Error('gone')) });
    await expect(stopped).rejects.toThrow('gone');
  });

  test('measures a geometry', async () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [1, 0],
      ],
    };
    expect(await new AuditClient().measure(line)).toEqual(measureGeometry(line));
  });

  test('tells where sites lie against a coast and its zones', async () => {
    const geometry = { type: 'Point' as const, coordinates: [0.5, 0] };
    const projects = [{ id: 'on', geometry }, { id: 'nowhere' }];
    const relations = await new AuditClient().relate({
      projects,
      segments: SEGMENTS,
      zones: ZONES,
    });
    expect(relations).toEqual(new Map([['on', { distanceM: 0, zoneIds: ['z'] }]]));
  });

  test('tries scenarios on the coast measured last, near to the projects told last', async () => {
    const client = new AuditClient();
    const body = polygon(boxRing([0.2, -0.1, 0.4, 0.1]));
    const footprint = { site: 'berth', purpose: 'build' as const, core: body, area: body };
    const question = { ...QUESTION, footprints: [footprint] };
    await client.measureCoast({ segments: SEGMENTS, zones: ZONES, tolerancesM: [] });
    const alone = await client.tryScenario(question);
    expect(alone.after.ratio).toBeCloseTo(0.4, 12);
    expect(alone.sites[0]?.nearestProject).toBeUndefined();
    const geometry = { type: 'Point' as const, coordinates: [0.3, 0] };
    await client.knowProjects([{ id: 'unlocated' }, { id: 'port', geometry }]);
    const { sites } = await client.tryScenario(question);
    expect(sites[0]?.nearestProject).toEqual({ id: 'port', distanceM: 0 });
    await client.measureCoast({ segments: SEGMENTS.slice(1), zones: [], tolerancesM: [] });
    expect((await client.tryScenario(question)).lostM).toBe(0);
  });

  test('never tries a scenario that is taken back before its turn', async () => {
    const trying = new AuditClient().tryScenario(
      { ...QUESTION, footprints: [] },
      { signal: AbortSignal.abort(new Error('no longer wanted')) },
    );
    await expect(trying).rejects.toThrow('no longer wanted');
  });

  test('tells what sites are in conflict with, and stops when told', async () => {
    const geometry = { type: 'Point' as const, coordinates: [0.5, 0.001] };
    const site = { id: 'on', name: { zh: '', en: '' }, status: 'build' as const, articles: [] };
    const question = {
      projects: [{ ...site, geometry, accuracyM: 50 }],
      segments: SEGMENTS,
      zones: ZONES,
      rule: PLAIN_RULE,
    };
    const matrix = await new AuditClient().findConflicts(question);
    expect(matrix.get('on')?.conflicts.map(({ kind, certainty }) => [kind, certainty])).toEqual([
      ['ungraded-zone', 'certain'],
    ]);
    const signal = AbortSignal.abort(new Error('no longer wanted'));
    await expect(new AuditClient().findConflicts(question, { signal })).rejects.toThrow(
      'no longer wanted',
    );
  });

  test('about what it cannot measure is refused with the reason', async () => {
    const client = new AuditClient();
    const nothing = boxZone('empty', [0, 0, 0, 0]);
    await expect(
      client.measureCoast({ segments: SEGMENTS, zones: [nothing], tolerancesM: [] }),
    ).rejects.toThrow('"empty"');
  });
});
