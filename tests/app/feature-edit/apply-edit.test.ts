import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/app/feature-edit/apply-edit.ts';
import { BEGUN_ROLES, beginDataset } from '../../../src/app/feature-edit/begin-dataset.ts';
import {
  type CopyableLayer,
  copyPlanLayer,
} from '../../../src/app/feature-edit/copy-plan-layer.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { readFeatureText } from '../../../src/data/feature-edit/feature-text.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import type { OwnDataset } from '../../../src/domain/own-data/own-dataset.ts';

const shore = (id: string, from: number, properties = {}): object => ({
  type: 'Feature',
  properties: { id, name_zh: '岸', name_en: 'shore', class: 'sandy', ...properties },
  geometry: {
    type: 'LineString',
    coordinates: [
      [from, 22],
      [from + 0.1, 22],
    ],
  },
});
/** As the app writes it: a feature a line. */
const textOf = (members: object, ...features: readonly object[]): string =>
  `${JSON.stringify({ type: 'FeatureCollection', ...members }).slice(0, -1)},"features":[\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const SURVEY = {
  statement: { survey: 's', date: '2026', unit: 'u', waterLevel: 'w' },
  surveyed: true,
};

function modelWith(...datasets: readonly OwnDataset[]): Model {
  const model = createModel({}, { language: 'en', theme: 'light' });
  model.workspace.changeDatasets(datasets);
  return model;
}

const TEXT = textOf(SURVEY, shore('own-a:1', 113), shore('own-a:2', 113.1));
const COAST: OwnDataset = {
  ...{ id: 'own-a', name: 'coast', role: 'coastline', text: TEXT, sha256: hash(TEXT) },
  lineage: {
    files: [{ name: 'coast.zip', sha256: '0'.repeat(64) }],
    ...{ format: 'Shapefile', layer: 'coast', encoding: { name: 'utf-8', how: 'declared' } },
    mapping: { classFields: ['class'] },
    ...{ read: 2, kept: 2, setAside: 0, issues: [] },
    repairs: [{ code: 'spikes', count: 3 }],
    acceptedAt: '2026-12-01T08:00:00.000Z',
  },
};

const first = (model: Model): OwnDataset | undefined => model.workspace.datasets.peek()[0];

describe('an edit', () => {
  test('changes the text and its hash, keeps what the survey states, and is counted in the lineage', async () => {
    const model = modelWith(COAST);
    const toRock = { kind: 'attributes', ids: ['own-a:2'], values: { class: 'bedrock' } } as const;
    expect(await applyEdit(model, 'own-a', toRock)).toBeUndefined();
    const expected = textOf(
      SURVEY,
      shore('own-a:1', 113),
      shore('own-a:2', 113.1, { class: 'bedrock' }),
    );
    expect(first(model)?.text).toBe(expected);
    expect(first(model)?.sha256).toBe(hash(expected));
    expect(first(model)?.lineage).toEqual({
      ...COAST.lineage,
      repairs: [
        { code: 'spikes', count: 3 },
        { code: 'edit-attributes', count: 1 },
      ],
    });
  });

  test('is one step: undo brings back the same bytes, redo the edited ones', async () => {
    const model = modelWith(COAST);
    await applyEdit(model, 'own-a', { kind: 'split', id: 'own-a:1', at: [113.05, 22] });
    await applyEdit(model, 'own-a', { kind: 'merge', ids: ['own-a:1', 'own-a:1.2'] });
    const edited = first(model)?.text;
    model.workspace.undo();
    model.workspace.undo();
    expect(first(model)).toBe(COAST);
    model.workspace.redo();
    model.workspace.redo();
    expect(first(model)?.text).toBe(edited);
    expect(first(model)?.lineage.repairs.map(({ code }) => code)).toEqual([
      'spikes',
      'edit-split',
      'edit-merge',
    ]);
  });

  test('that is asked for while another one is made is made after it', async () => {
    const model = modelWith(COAST);
    const edits = ['own-a:1', 'own-a:2'].map((id) =>
      applyEdit(model, 'own-a', { kind: 'attributes', ids: [id], values: { class: 'muddy' } }),
    );
    expect(await Promise.all(edits)).toEqual([undefined, undefined]);
    expect(first(model)?.text.match(/"class":"muddy"/g)).toHaveLength(2);
    expect(first(model)?.lineage.repairs.at(-1)).toEqual({ code: 'edit-attributes', count: 2 });
  });

  test('that is refused changes nothing', async () => {
    const model = modelWith(COAST);
    expect(await applyEdit(model, 'own-a', { kind: 'remove', ids: ['own-a:1', 'own-a:2'] })).toBe(
      'none-left',
    );
    expect(await applyEdit(model, 'own-x', { kind: 'remove', ids: ['own-a:1'] })).toBe('not-found');
    expect(first(model)).toBe(COAST);
  });
});

describe('a copy of the plan’s coast', () => {
  const layer: CopyableLayer = {
    ...{ id: 'coastline', role: 'coastline', title: { zh: '岸线', en: 'Coast' } },
    credit: { zh: '来源', en: 'Source' },
    source: {
      file: 'coast/coastline.geojson',
      text: textOf(
        { surveyed: false },
        { ...shore('a', 113), id: 'a' },
        shore('b', 113.1, { class: 'artificial', use: 'port', class_source_zh: '旧' }),
        // What the plan's reader sets aside: the copy says so as well.
        {
          type: 'Feature',
          properties: { id: 'c' },
          geometry: { type: 'Point', coordinates: [1, 1] },
        },
        null as never,
      ),
    },
    ...{ read: 4, kept: 2 },
  };

  /** A model whose plan has that coast. */
  async function modelWithPlan(): Promise<Model> {
    const model = modelWith();
    const { id, role, source } = layer;
    const read = await readDataset(source.text, { file: source.file, dataset: id, role });
    if (!read.ok) throw new Error(read.error.message.en);
    expect([read.value.read, read.value.kept]).toEqual([layer.read, layer.kept]);
    model.plan.showCatalogue({
      ...{ kind: 'ready', issues: [] },
      catalogue: { groups: [], layers: [{ id, role }] } as never,
    });
    model.plan.showDatasets([[id, { kind: 'ready', ...read.value }]]);
    return model;
  }

  test('has ids of its own, the credit of the plan, and stretches as they are judged', async () => {
    const model = await modelWithPlan();
    model.workspace.reclassify({
      ...{ segmentIds: ['b'], class: 'muddy', confidence: 'high' },
      reason: 'seen',
      date: '2026-12-02',
    });
    const copy = await copyPlanLayer(model, layer, 'Coast (edited copy)');
    expect(model.workspace.datasets.peek()).toEqual([copy]);
    const { features, ...members } = JSON.parse(copy.text);
    expect(members).toEqual({ type: 'FeatureCollection', surveyed: false });
    expect(
      features.map(({ id, properties }: { id?: string; properties: object }) => [id, properties]),
    ).toEqual([
      [undefined, { id: `${copy.id}:a`, name_zh: '岸', name_en: 'shore', class: 'sandy' }],
      [
        undefined,
        {
          ...{ id: `${copy.id}:b`, name_zh: '岸', name_en: 'shore' },
          ...{ class: 'muddy', confidence: 'high', class_source: 'seen' },
        },
      ],
      [undefined, { id: `${copy.id}:c` }],
    ]);
    expect(copy.lineage).toMatchObject({ read: 4, kept: 2, setAside: 2, isPlanCopy: true });
    expect(copy.lineage.credit).toEqual(layer.credit);
    expect(copy.lineage.files).toEqual([
      { name: layer.source.file, sha256: hash(layer.source.text) },
    ]);
    model.workspace.undo();
    expect(model.workspace.datasets.peek()).toEqual([]);
  });
});

describe('a long sitting', () => {
  /** What a user may do next, by the ids that are there. */
  const step = fc.record({
    kind: fc.constantFrom('attributes', 'split', 'merge', 'remove', 'reshape', 'undo', 'redo'),
    which: fc.nat(),
    other: fc.nat(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    class: fc.constantFrom('sandy', 'bedrock', 'muddy', null),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  function editOf({ kind, which, other, share, class: shoreClass }: Step, text: string) {
    const { features } = readFeatureText(text);
    const [one, two] = [which, other].map((index) => features[index % features.length]);
    const [id = '', otherId = ''] = [one, two].map((each) => String(each?.properties?.['id']));
    switch (kind) {
      case 'split':
        return { kind, id, at: [113 + share * 0.2, 22] } as const;
      case 'merge':
        return { kind, ids: [id, otherId] } as const;
      case 'remove':
        return { kind, ids: [id] } as const;
      case 'reshape': {
        const coordinates = one?.geometry?.type === 'LineString' ? one.geometry.coordinates : [];
        const moved = coordinates.map(([x = 0, y = 0], index) =>
          index === which % coordinates.length ? [x, y + share / 100] : [x, y],
        );
        return { kind, id, geometry: { type: 'LineString', coordinates: moved } } as const;
      }
      default:
        return { kind: 'attributes', ids: [id, otherId], values: { class: shoreClass } } as const;
    }
  }

  test('of edits, undo and redo leaves ids that are one each, a text its hash fits, and a way back to the first bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const model = modelWith(COAST);
        for (const each of steps) {
          if (each.kind === 'undo' && first(model) !== COAST) model.workspace.undo();
          else if (each.kind === 'redo') model.workspace.redo();
          else if (each.kind !== 'undo') {
            const before = first(model);
            const refused = await applyEdit(model, 'own-a', editOf(each, before?.text ?? ''));
            expect(first(model) === before).toBe(refused !== undefined);
          }
          const { text = '', sha256 } = first(model) ?? {};
          expect(sha256).toBe(hash(text));
          const ids = readFeatureText(text).features.map(({ properties }) => properties?.['id']);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.length).toBeGreaterThan(0);
        }
        while (first(model) !== COAST && model.workspace.canUndo.peek()) model.workspace.undo();
        expect(first(model)?.text).toBe(TEXT);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a layer begun without a file', () => {
  const ring = [
    [120, 36],
    [120.1, 36],
    [120.1, 36.1],
    [120, 36],
  ];
  const GEOMETRY_OF: Readonly<Record<(typeof BEGUN_ROLES)[number], Geometry>> = {
    coastline: { type: 'LineString', coordinates: ring.slice(0, 3) },
    zones: { type: 'Polygon', coordinates: [ring] },
    projects: { type: 'Point', coordinates: [120, 36] },
    shown: { type: 'Point', coordinates: [120, 36] },
  };

  test.each(BEGUN_ROLES)(
    'of the role "%s" is read empty and after a feature was drawn; undo takes both back',
    async (role) => {
      const model = modelWith();
      const { id, text } = await beginDataset(model, role, 'own layer');
      const asRead = async (given: string) =>
        readDataset(given, { file: 'own.geojson', dataset: id, role });
      const empty = await asRead(text);
      expect(empty).toMatchObject({ ok: true, value: { read: 0, kept: 0 } });
      // An empty coast would take the place of the plan's: it counts when the user says so.
      const isCounted = role === 'coastline' || role === 'zones' ? false : undefined;
      expect(first(model)?.isCounted).toBe(isCounted);
      const geometry = GEOMETRY_OF[role];
      const draw = { kind: 'draw', dataset: { id, role }, geometry } as const;
      expect(await applyEdit(model, id, draw)).toBeUndefined();
      const drawn = await asRead(first(model)?.text ?? '');
      expect(drawn).toMatchObject({ ok: true, value: { read: 1, kept: 1 } });
      expect(first(model)?.lineage).toMatchObject({
        files: [],
        repairs: [{ code: 'edit-draw', count: 1 }],
      });
      model.workspace.undo();
      expect(first(model)?.text).toBe(text);
      model.workspace.undo();
      expect(first(model)).toBeUndefined();
    },
  );
});
