import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RULE } from '../../../src/data/audit/audit-rule.ts';
import { parseWorkspace, writeWorkspace } from '../../../src/data/views/workspace-file.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import type { MapNote } from '../../../src/domain/map-tools/map-note.ts';
import type { Scenario } from '../../../src/domain/scenarios/scenario.ts';
import { metres, ratio } from '../../../src/domain/units.ts';
import type { NamedVersion } from '../../../src/domain/views/named-version.ts';
import type { Deck } from '../../../src/domain/views/saved-view.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';

const ENTRY: Reclassification = {
  segmentIds: ['quay', '__proto__'],
  class: 'restored',
  confidence: 'high',
  reason: 'repaired, "seen" on site',
  date: '2026-11-24T08:00:00.000Z',
};
const SCENARIO: Scenario = {
  id: 'scenario-1',
  name: '方案 1',
  isLocked: true,
  sites: [
    {
      id: 'site-1',
      name: 'Berth',
      purpose: 'build',
      shape: {
        type: 'Polygon',
        coordinates: [
          [
            [120, 36],
            [120.01, 36],
            [120.01, 36.01],
            [120, 36],
          ],
        ],
      },
      widthM: 0,
      bufferM: 50,
      projectId: 'north-port',
    },
  ],
};
const DECK: Deck = {
  id: 'deck-1',
  title: { zh: '汇报 1', en: 'Deck 1' },
  advanceS: 20,
  views: [
    {
      number: 103,
      title: { zh: '港口', en: 'Ports' },
      caption: { zh: '', en: 'Two harbours' },
      notes: { zh: '', en: '' },
      address: '?layers=ports#map=10/35.9/120',
      extent: [119.5, 35.5, 120.4, 36.2],
      scenario: SCENARIO,
      figures: { ratio: 0.338, lostM: 1417.3 },
      savedAt: '2026-11-28T08:00:00.000Z',
    },
  ],
};
const CLASS_LENGTHS = {
  ...{ bedrock: metres(1000.5), sandy: metres(0), muddy: metres(20), biogenic: metres(0) },
  ...{ natural: metres(0), estuary: metres(7), restored: metres(3), artificial: metres(2000) },
};
const CLASS_COUNTING = DEFAULT_RULE.counting;
const SAVED_AT = '2026-11-24T09:30:00.000Z';

describe('a work file', () => {
  test('reads back as it was written', async () => {
    const read = await parseWorkspace(
      writeWorkspace({ ...EMPTY_WORKSPACE, log: [ENTRY], scenarios: [SCENARIO] }, SAVED_AT),
      'work.json',
    );
    expect(read).toEqual({
      ok: true,
      value: { ...EMPTY_WORKSPACE, savedAt: SAVED_AT, log: [ENTRY], scenarios: [SCENARIO] },
    });
  });

  test('carries decks of views, their numbers and the last that was given', async () => {
    const work = { ...EMPTY_WORKSPACE, decks: [DECK], lastViewNumber: 104 };
    const read = await parseWorkspace(writeWorkspace(work, SAVED_AT), 'work.json');
    expect(read).toEqual({ ok: true, value: { ...work, savedAt: SAVED_AT } });
  });

  test('carries the data of the user with their lineage, and names them alone for a store', async () => {
    const full = ownDataset({
      text: '{"type":"FeatureCollection","features":[ ]}',
      lineage: {
        crs: { code: 'EPSG:4549', isSwapped: true, how: 'confirmed' },
        mapping: { classFields: ['LX'], nameField: 'MC', values: { 'LX=A1': 'bedrock' } },
        repairs: [{ code: 'spikes', count: 2 }],
        issues: [
          { code: 'crs-missing', severity: 'warning', message: { zh: '缺', en: 'missing' } },
        ],
        statement: {
          survey: '修测',
          date: '2024-06',
          unit: '测绘院',
          waterLevel: '平均大潮高潮位',
        },
        credit: { zh: '海洋局', en: 'Bureau' },
        confidence: 'high',
      },
    });
    const work = { ...EMPTY_WORKSPACE, datasets: [full, ownDataset({ id: 'own-b' })] };
    const whole = await parseWorkspace(writeWorkspace(work, SAVED_AT), 'work.json');
    expect(whole).toEqual({ ok: true, value: { ...work, savedAt: SAVED_AT } });

    const named = writeWorkspace(work, SAVED_AT, { withTexts: false });
    expect(named).not.toContain('FeatureCollection');
    const texts = new Map([[full.sha256, full.text]]);
    const textOf = async (sha256: string) => texts.get(sha256);
    const one = writeWorkspace({ ...work, datasets: [full] }, SAVED_AT, { withTexts: false });
    expect(await parseWorkspace(one, 'store', textOf)).toMatchObject({
      ok: true,
      value: { datasets: [full] },
    });
    const lost = await parseWorkspace(one, 'store');
    expect(lost.ok ? '' : lost.error.message.en).toContain(
      '(datasets.0): the contents of a dataset',
    );
  });

  test('carries named versions, and the text of data that several have once', async () => {
    const dataset = ownDataset({ text: '{"type":"FeatureCollection","features":[1]}' });
    const state = { log: [ENTRY], scenarios: [SCENARIO], decks: [DECK], datasets: [dataset] };
    const version: NamedVersion = {
      id: 'version-2',
      name: '2025 survey, before the review',
      savedAt: SAVED_AT,
      surveyYear: 2025,
      work: { ...state, notes: [], photos: [] },
      figures: {
        ratio: ratio(0.345, 1),
        byClass: CLASS_LENGTHS,
        unclassifiedM: metres(0),
        counting: CLASS_COUNTING,
        settings: {
          ...{ realm: 'mainland', numerator: 'with-restored', estuary: 'total-only' },
          ...{ target: 0.35, toleranceM: 0 },
        },
        isProvisional: true,
        isIllustration: true,
      },
    };
    const { figures: _, ...bare } = { ...version, id: 'version-3', name: 'No coast yet' };
    const work = { ...EMPTY_WORKSPACE, datasets: [dataset], versions: [version, bare] };
    const text = writeWorkspace(work, SAVED_AT);
    expect(text.split('FeatureCollection')).toHaveLength(2);
    expect(await parseWorkspace(text, 'work.json')).toEqual({
      ok: true,
      value: { ...work, savedAt: SAVED_AT },
    });
    // Data that only a version still has come with the file too.
    const gone = { ...work, datasets: [] };
    expect(await parseWorkspace(writeWorkspace(gone, SAVED_AT), 'work.json')).toEqual({
      ok: true,
      value: { ...gone, savedAt: SAVED_AT },
    });
    const stored = writeWorkspace(work, SAVED_AT, { withTexts: false });
    expect(stored).not.toContain('FeatureCollection');
    const asked: string[] = [];
    const read = await parseWorkspace(stored, 'store', async (sha256) => {
      asked.push(sha256);
      return dataset.text;
    });
    expect(read).toEqual({ ok: true, value: { ...work, savedAt: SAVED_AT } });
    expect(asked).toHaveLength(1);
  });

  test('whose versions cannot be used names the place', async () => {
    const version = (id: string, name: string): NamedVersion => ({
      ...{ id, name, savedAt: SAVED_AT },
      work: { log: [], scenarios: [], decks: [DECK, DECK], datasets: [], notes: [], photos: [] },
    });
    const refusal = async (...versions: readonly NamedVersion[]): Promise<string> => {
      const text = writeWorkspace({ ...EMPTY_WORKSPACE, versions }, SAVED_AT);
      const read = await parseWorkspace(text, 'work.json');
      return read.ok ? 'taken' : read.error.message.en;
    };
    expect(await refusal(version('version-1', 'A'))).toContain('(versions.0.decks.1.id)');
    for (const surveyYear of [1899, 2024.5, 2201])
      expect(await refusal({ ...version('version-1', 'A'), surveyYear })).toContain(
        '(versions.0.surveyYear)',
      );
    expect(await refusal(version('version-1', ''))).toContain('(versions.0.name)');
    expect(await refusal(version('version-1', 'x'.repeat(201)))).toContain('(versions.0.name)');
    const many = Array.from({ length: 51 }, (_, index) => version(`version-${index}`, 'A'));
    expect(await refusal(...many)).toContain('(versions)');
  });

  test('of the second version has no decks', async () => {
    const second = JSON.stringify({
      format: 'coastplan-work',
      version: 2,
      savedAt: SAVED_AT,
      log: [],
      // The key of work files; inside the app the distance is called a buffer.
      scenarios: [
        {
          ...SCENARIO,
          sites: SCENARIO.sites.map(({ bufferM, ...site }) => ({ ...site, reachM: bufferM })),
        },
      ],
    });
    expect(await parseWorkspace(second, 'work.json')).toEqual({
      ok: true,
      value: { ...EMPTY_WORKSPACE, savedAt: SAVED_AT, scenarios: [SCENARIO] },
    });
  });

  test('whose decks share a view number or an id is refused at the second', async () => {
    const refusedAt = async (...decks: readonly Deck[]): Promise<string> => {
      const read = await parseWorkspace(
        writeWorkspace({ ...EMPTY_WORKSPACE, decks }, SAVED_AT),
        'work.json',
      );
      return read.ok ? 'taken' : read.error.message.en;
    };
    expect(await refusedAt(DECK, { ...DECK, id: 'deck-2' })).toContain('(decks.1.views.0.number)');
    expect(await refusedAt(DECK, { ...DECK, views: [] })).toContain('(decks.1.id)');
    expect(await refusedAt(DECK, { ...DECK, id: 'deck-2', views: [] })).toBe('taken');
  });

  test('of the first version has no scenarios', async () => {
    const first = JSON.stringify({
      format: 'coastplan-work',
      version: 1,
      savedAt: SAVED_AT,
      log: [ENTRY],
    });
    const read = await parseWorkspace(first, 'work.json');
    expect(read).toEqual({
      ok: true,
      value: { ...EMPTY_WORKSPACE, savedAt: SAVED_AT, log: [ENTRY] },
    });
  });

  test.each([
    ['"Polygon"', '"Blob"', 'scenarios.0.sites.0.shape'],
    ['120.01', '220.01', 'scenarios.0.sites.0.shape.coordinates'],
    ['"reachM": 50', '"reachM": -1', 'scenarios.0.sites.0.reachM'],
  ])('with a damaged site (%s to %s) names its place', async (good, bad, place) => {
    const text = writeWorkspace({ ...EMPTY_WORKSPACE, scenarios: [SCENARIO] }, SAVED_AT).replace(
      good,
      bad,
    );
    const read = await parseWorkspace(text, 'work.json');
    expect(read.ok ? '' : read.error.message.en).toContain(place);
  });

  const [site] = SCENARIO.sites;
  const line = {
    type: 'LineString',
    coordinates: [
      [120, 36],
      [120.01, 36],
    ],
  };
  const open = [
    [120, 36],
    [120.01, 36],
    [120.01, 36.01],
    [120, 36.01],
  ];
  test.each([
    [[SCENARIO, SCENARIO], 'scenarios.1.id', 'another id'],
    [[{ ...SCENARIO, sites: [site, site] }], 'scenarios.0.sites.1.id', 'another id'],
    [[{ ...SCENARIO, sites: [{ ...site, shape: line }] }], 'sites.0.widthM', 'above 0 m'],
    [
      [{ ...SCENARIO, sites: [{ ...site, shape: { type: 'Point', coordinates: [120, 36] } }] }],
      'sites.0.widthM',
      'above 0 m',
    ],
    [
      [{ ...SCENARIO, sites: [{ ...site, shape: { type: 'Polygon', coordinates: [open] } }] }],
      'sites.0.shape.coordinates.0)',
      'first position',
    ],
    [
      [
        {
          ...SCENARIO,
          sites: [{ ...site, shape: { type: 'MultiPolygon', coordinates: [[open]] } }],
        },
      ],
      'sites.0.shape.coordinates.0.0)',
      'first position',
    ],
  ])(
    'that cannot be worked with names place and cure (case %#)',
    async (scenarios, place, cure) => {
      const text = writeWorkspace(
        { ...EMPTY_WORKSPACE, scenarios: scenarios as Scenario[] },
        SAVED_AT,
      );
      const read = await parseWorkspace(text, 'work.json');
      expect(read.ok ? '' : read.error.message.en).toContain(place);
      expect(read.ok ? '' : read.error.cure.en).toContain(cure);
    },
  );

  test.each(['0', '-1', '1.5'])('of version %s is refused', async (version) => {
    const text = writeWorkspace(EMPTY_WORKSPACE, SAVED_AT).replace(
      '"version": 10',
      `"version": ${version}`,
    );
    const read = await parseWorkspace(text, 'work.json');
    expect(read.ok ? '' : read.error.message.en).toContain(`line 3 column`);
    expect(read.ok ? '' : read.error.message.en).toContain('whole numbers from 1');
  });

  const DATED = [
    {
      ...{ id: 'scenario-1', name: 'One', isLocked: false },
      sites: [
        {
          ...{ id: 'site-1', name: 'Berth', purpose: 'build', widthM: 40, bufferM: 0, year: 2027 },
          shape: { type: 'Point', coordinates: [120, 36] },
        },
        {
          ...{ id: 'site-2', name: 'Jetty', purpose: 'build', widthM: 40, bufferM: 0 },
          shape: { type: 'Point', coordinates: [120, 36.1] },
        },
      ],
    },
  ] as const satisfies readonly Scenario[];

  const LINE = {
    type: 'LineString' as const,
    coordinates: [
      [120, 36],
      [120.1, 36],
    ],
  };
  const QUAY: MapNote = { id: 'note-1', name: 'Quay', kind: 'length', shape: LINE };

  test('keeps notes, in the work and in its views', async () => {
    const decks = [{ ...DECK, views: DECK.views.map((view) => ({ ...view, mapNotes: [QUAY] })) }];
    const work = { ...EMPTY_WORKSPACE, notes: [QUAY], decks };
    const read = await parseWorkspace(writeWorkspace(work, SAVED_AT), 'work.json');
    expect(read.ok && read.value.notes).toEqual([QUAY]);
    expect(read.ok && read.value.decks[0]?.views[0]?.mapNotes).toEqual([QUAY]);
  });

  test.each([
    [
      'whose shape does not fit what it is',
      { ...QUAY, kind: 'area' as const },
      'cannot be a LineString',
    ],
    ['twice under one id', QUAY, 'twice'],
  ])('with a note %s is refused with its place', async (_, note, told) => {
    const notes = told === 'twice' ? [note, note] : [note];
    const read = await parseWorkspace(
      writeWorkspace({ ...EMPTY_WORKSPACE, notes }, SAVED_AT),
      'work.json',
    );
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.error.message.en).toMatch(/line \d+/);
    expect(read.error.message.en).toContain(told);
  });

  test('keeps the year of a site; a site without one, as of older files, has none', async () => {
    const [scenario] = DATED;
    const work = { ...EMPTY_WORKSPACE, scenarios: [scenario] };
    const read = await parseWorkspace(writeWorkspace(work, SAVED_AT), 'work.json');
    expect(read.ok && read.value.scenarios[0]?.sites).toEqual(scenario.sites);
    expect(read.ok && read.value.scenarios[0]?.sites.map((site) => 'year' in site)).toEqual([
      true,
      false,
    ]);
  });

  test.each(['1899', '2201', '2026.5', '"2026"'])(
    'with a site of the year %s is refused',
    async (year) => {
      const work = { ...EMPTY_WORKSPACE, scenarios: DATED };
      const text = writeWorkspace(work, SAVED_AT).replace('"year": 2027', `"year": ${year}`);
      const read = await parseWorkspace(text, 'work.json');
      expect(read.ok ? '' : read.error.message.en).toMatch(/line \d+/);
    },
  );

  test('keeps whether coast of the user counts', async () => {
    const datasets = [ownDataset({ id: 'own-a', isCounted: false }), ownDataset({ id: 'own-b' })];
    const read = await parseWorkspace(
      writeWorkspace({ ...EMPTY_WORKSPACE, datasets }, SAVED_AT),
      'work.json',
    );
    expect(read.ok && read.value.datasets).toEqual(datasets);
  });

  test('of a newer version is refused by that name, and says to update', async () => {
    const newer = writeWorkspace(EMPTY_WORKSPACE, SAVED_AT).replace(
      '"version": 10',
      '"version": 11',
    );
    const read = await parseWorkspace(newer, 'work.json');
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.error.message.en).toContain('work.json line 3');
    expect(read.error.message.en).toContain('version 11');
    expect(read.error.cure.en).toContain('Update');
  });

  test('of another kind is told from a damaged one', async () => {
    const other = await parseWorkspace(
      '{"type":"FeatureCollection","features":[]}',
      'ports.geojson',
    );
    expect(other.ok ? '' : other.error.message.en).toContain('not a Coastplan work file');
    const damaged = await parseWorkspace(
      writeWorkspace({ ...EMPTY_WORKSPACE, log: [ENTRY] }, SAVED_AT).replace(
        '"restored"',
        '"marble"',
      ),
      'work.json',
    );
    expect(damaged.ok ? '' : damaged.error.message.en).toContain('log.0.class');
  });

  test('cut short names the place where it ends', async () => {
    const whole = writeWorkspace({ ...EMPTY_WORKSPACE, log: [ENTRY] }, SAVED_AT);
    const read = await parseWorkspace(whole.slice(0, 80), 'work.json');
    expect(read.ok ? undefined : read.error.kind).toBe('syntax');
    expect(read.ok ? undefined : read.error.line).toBeGreaterThan(1);
  });

  test('is never taken from arbitrary text, and arbitrary text never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect((await parseWorkspace(text, 'any.json')).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('with very many scenarios is read in one go: looking for repeated ids takes time in proportion', async () => {
    const secondsFor = async (count: number): Promise<number> => {
      const many = Array.from({ length: count }, (_, index) => ({
        ...{ id: `s${index}`, name: '', isLocked: false, sites: [] },
      }));
      const text = writeWorkspace({ ...EMPTY_WORKSPACE, scenarios: many }, SAVED_AT);
      const start = process.cpuUsage();
      expect((await parseWorkspace(text, 'work.json')).ok).toBe(true);
      return process.cpuUsage(start).user / 1e6;
    };
    await secondsFor(1000);
    const few = await secondsFor(15_000);
    // Four times as many take four times as long; each id against all others would take sixteen times as long.
    expect((await secondsFor(60_000)) / few).toBeLessThan(10);
  });
});
