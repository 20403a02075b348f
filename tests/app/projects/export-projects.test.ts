import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportProjects } from '../../../src/app/projects/export-projects.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import type { Conflict } from '../../../src/domain/conflicts/conflict.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { ProjectFilter } from '../../../src/domain/projects/project-filter.ts';
import { type I18n, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import type { ExportFormat } from '../../../src/ui/projects/export-menu.tsx';
import type { TableLayout } from '../../../src/ui/projects/project-rows.ts';
import { closeTo } from '../../close-to.ts';
import { readWorkbook } from '../../read-workbook.ts';
import { xmlFaults } from '../../xml.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from '../plan.ts';

type Listener = (event: { readonly data: unknown }) => void;
type Saved = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly type: string;
};

const saved: Saved[] = [];
vi.mock('../../../src/app/persistence/save-file.ts', () => ({
  saveFile: (name: string, content: string | Uint8Array, type: string) =>
    saved.push({ name, content, type }),
}));

let terminated = 0;
let words: { readonly zh: I18n; readonly en: I18n };

/** Page and worker in one process: what one posts the other hears, copied as between threads. */
beforeAll(async () => {
  const [page, worker] = [new Map<string, Listener>(), new Map<string, Listener>()];
  vi.stubGlobal('location', { search: '?in=ports' });
  vi.stubGlobal(
    'Worker',
    class {
      addEventListener(name: string, listener: Listener): void {
        page.set(name, listener);
      }
      postMessage(data: unknown): void {
        const copy: unknown = structuredClone(data);
        setTimeout(() => worker.get('message')?.({ data: copy }));
      }
      terminate(): void {
        terminated += 1;
      }
    },
  );
  vi.stubGlobal('self', {
    addEventListener: (name: string, listener: Listener) => worker.set(name, listener),
    postMessage: (data: unknown) => page.get('message')?.({ data: structuredClone(data) }),
  });
  await import('../../../src/app/workers/export-worker.ts');
  const [zh, en] = await Promise.all([loadTexts('zh'), loadTexts('en')]);
  await Promise.all([loadDeferredTexts('zh'), loadDeferredTexts('en')]);
  words = { zh, en };
});

afterAll(() => {
  vi.unstubAllGlobals();
});

beforeEach(() => {
  saved.length = 0;
});

const PORTS_TEXT = '{"type":"FeatureCollection","features":[]}';
const QUOTED = 'North "Deep"\nPort, phase 2';

/** One octant-like box of 1° on the equator, a line along it, and a terminal that nobody has sited. */
const PORT: Project = {
  ...projectOf('north-port', 'ports', {
    type: 'Polygon',
    coordinates: [
      [
        [119.99999949, 0],
        [121, 0],
        [121, 1],
        [120, 1],
        [119.99999949, 0],
      ],
    ],
  }),
  name: { zh: '北港', en: QUOTED },
  summary: { zh: '=cmd|calc', en: '=cmd|calc' },
  articles: [12, 46],
  figures: [
    { label: { zh: '泊位', en: 'Berths' }, value: 9, year: 2025, source: 'handbook' },
    { label: { zh: '吞吐量', en: 'Throughput' }, value: 600, unit: '万t' },
  ],
  publishedArea: { value: 36, source: 'Port handbook' },
  positionSource: 'sketch',
  positionSourceZh: '示意',
  isSiteNamedInPlan: true,
  notes: { zh: '备注', en: 'note' },
};
const TERMINAL: Project = {
  id: 'terminal',
  layer: 'ports',
  name: { zh: '码头', en: '__proto__' },
  summary: { zh: '', en: '' },
  articles: [],
  status: 'study',
  figures: [],
  isSiteNamedInPlan: false,
};
const TRACK: Project = {
  ...projectOf('track', 'rail', {
    type: 'LineString',
    coordinates: [
      [120, 0],
      [121, 0],
      [123, 0],
    ],
  }),
  name: { zh: '铁路', en: 'Ärzte Line' },
  publishedLength: { value: 334 },
};

/** A port in a strict zone, surely, and perhaps too near the coast. */
const CONFLICTS: readonly Conflict[] = [
  {
    kind: 'strict-zone',
    certainty: 'certain',
    otherId: '__proto__',
    otherName: { zh: '北湾', en: '=North Bay' },
    areaM2: 12_345.4,
    lengthM: 800.5,
    lengthByClass: { sandy: 800.5 },
    distanceM: 0,
    articles: [46, 48],
  },
  {
    kind: 'setback',
    certainty: 'possible',
    otherId: 'beach',
    otherName: { zh: '沙滩', en: 'Beach' },
    distanceM: 41.7,
    articles: [],
    limitM: 30,
  },
];

function modelWith(filter: ProjectFilter = {}): Model {
  const model = createModel({ filter }, { language: 'en', theme: 'light' });
  const layers = (['ports', 'rail'] as const).map((id) =>
    catalogueLayer(id, 'projects', {
      title: { zh: `${id}（中）`, en: `Layer ${id}` },
      metadata: { ...catalogueLayer(id, 'projects').metadata, licence: 'CC0-1.0', attribution: id },
    }),
  );
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  const source = { file: 'geodata/ports.geojson', text: PORTS_TEXT };
  model.plan.showDatasets([
    ['ports', { ...readyWith({ role: 'projects', projects: [PORT, TERMINAL] }), source }],
    ['rail', readyWith({ role: 'projects', projects: [TRACK] })],
  ]);
  const relations = new Map([['north-port', { distanceM: 12.3456789, zoneIds: ['a', 'b'] }]]);
  model.shore.showState({ kind: 'ready', relations });
  model.conflicts.showState({ kind: 'ready', conflicts: new Map([['north-port', CONFLICTS]]) });
  return model;
}

async function exported(
  format: ExportFormat,
  {
    model = modelWith(),
    order,
    language = 'en',
  }: {
    readonly model?: Model;
    readonly order?: TableLayout['order'];
    readonly language?: 'zh' | 'en';
  } = {},
): Promise<Saved> {
  const signal = new AbortController().signal;
  await exportProjects(model, { format, order, words, language }, { signal });
  const [file] = saved;
  if (file === undefined || saved.length > 1) throw new Error(`${saved.length} files were saved`);
  return file;
}

async function text(format: 'geojson' | 'csv', options = {}): Promise<string> {
  const { content } = await exported(format, options);
  if (typeof content !== 'string') throw new Error('bytes where text was expected');
  return content;
}

async function sheets(options = {}): Promise<ReturnType<typeof readWorkbook>> {
  const { content } = await exported('xlsx', options);
  if (typeof content === 'string') throw new Error('text where bytes were expected');
  return readWorkbook(content);
}

/** Rows of CSV (RFC 4180) as a reader takes them apart. */
function csvRows(csv: string): readonly (readonly string[])[] {
  return csv
    .slice(1)
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((row) => row !== '')
    .map((row) =>
      row
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
}

/** Cells of one row of a table by the head of their column. */
function cellsOf(
  rows: readonly (readonly unknown[])[],
  index: number,
): Readonly<Record<string, unknown>> {
  const [head = []] = rows;
  return Object.fromEntries(head.map((name, column) => [String(name), rows[index]?.[column]]));
}

describe('GeoJSON of projects', () => {
  test('reads back as the same projects, to six decimals', async () => {
    const read = await readDataset(
      await text('geojson', { model: modelWith({ layers: ['ports'] }) }),
      {
        file: 'export',
        dataset: 'ports',
        role: 'projects',
      },
    );
    if (!read.ok || read.value.content.role !== 'projects') throw new Error('not read back');
    const [port, terminal] = read.value.content.projects;
    expect(read.value.issues).toEqual([]);
    expect(port).toEqual({
      ...PORT,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [119.999999, 0],
            [121, 0],
            [121, 1],
            [120, 1],
            [119.999999, 0],
          ],
        ],
      },
    });
    expect(terminal).toEqual(TERMINAL);
  });

  test('says what it is, what was filtered, and where each layer comes from', async () => {
    const collection = JSON.parse(
      await text('geojson', { model: modelWith({ layers: ['ports'] }) }),
    );
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.notice.en).toContain('not surveyed');
    expect(collection.notice.zh).toContain('示意');
    expect(collection.filter).toEqual({
      zh: '图层：ports（中）',
      en: 'Layer: Layer ports',
      query: '?in=ports',
      count: 2,
      all: 3,
    });
    expect(collection.sources).toEqual([
      expect.objectContaining({
        layer: 'ports',
        attribution: 'ports',
        licence: 'CC0-1.0',
        file: 'geodata/ports.geojson',
        sha256: createHash('sha256').update(PORTS_TEXT).digest('hex'),
      }),
    ]);
    expect(Number.isNaN(Date.parse(collection.exported_at))).toBe(false);
    expect(collection.features[1].geometry).toBeNull();
    expect(collection.features[0].properties.zones).toEqual(['a', 'b']);
  });

  test('names a layer that could not be read', async () => {
    const model = modelWith();
    const words = { zh: '字', en: 'words' };
    const error = { kind: 'not-found', file: 'rail.geojson', message: words, cure: words } as const;
    model.plan.showDatasets([['rail', { kind: 'failed', error }]]);
    const { missing_layers, features } = JSON.parse(await text('geojson', { model }));
    expect(missing_layers).toEqual(['rail']);
    expect(features).toHaveLength(2);
  });

  test('without a filter says that there is none', async () => {
    expect(JSON.parse(await text('geojson')).filter.en).toContain('all projects');
  });
});

describe('CSV of projects', () => {
  test('is one head and one row a project, whatever the names hold', async () => {
    const csv = await text('csv');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const rows = csvRows(csv);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    const port = cellsOf(rows, 1);
    expect(port).toMatchObject({
      id: 'north-port',
      name_en: QUOTED,
      layer: 'ports',
      articles: '12; 46',
      figures_en: 'Berths: 9 (2025); Throughput: 600 万t',
      published_area_km2: '36',
      located: 'true',
      site_named_in_plan: 'true',
      distance_to_coast_m: '12.345679',
      zones: 'a; b',
      licence: 'CC0-1.0',
    });
    expect(port['notice']).toContain('not surveyed');
    expect(port['notice']).toContain('示意');
    expect(cellsOf(rows, 2)).toMatchObject({ id: 'terminal', located: 'false', longitude: '' });
  });

  test('lets no spreadsheet run what a text begins with', async () => {
    expect(cellsOf(csvRows(await text('csv')), 1)['summary_zh']).toBe("'=cmd|calc");
  });

  test('measures lines and areas on both earth models, and names a point of the site', async () => {
    const rows = csvRows(await text('csv'));
    const [port, track] = [cellsOf(rows, 1), cellsOf(rows, 3)];
    // 3° of the equator: 3/360 of 2πa with a = 6 378 137 m, of 2πR with R = 6 371 008.8 m.
    closeTo(Number(track['measured_length_km']), (Math.PI * 6378.137 * 3) / 180, 1e-5);
    closeTo(Number(track['measured_length_km_turf']), (Math.PI * 6371.0088 * 3) / 180, 1e-5);
    expect(track['measured_area_km2']).toBe('');
    // R² · Δλ · sin 1° on the sphere; the corner is off by 5e-7°.
    const sphere = 6371.0088 ** 2 * (Math.PI / 180) * Math.sin(Math.PI / 180);
    closeTo(Number(port['measured_area_km2_turf']), sphere, 0.01);
    expect(port['measured_length_km']).toBe('');
    // Half way along the line, which is past its middle vertex.
    closeTo(Number(track['longitude']), 121.5, 1e-5);
    closeTo(Number(port['longitude']), 120.5, 0.01);
    closeTo(Number(port['latitude']), 0.5, 0.01);
  });

  test('of nothing is its head alone', async () => {
    const rows = csvRows(await text('csv', { model: modelWith({ layers: ['none'] }) }));
    expect(rows).toHaveLength(1);
  });

  test('stands in the order of the table', async () => {
    const ids = async (order?: TableLayout['order']): Promise<readonly unknown[]> => {
      saved.length = 0;
      return csvRows(await text('csv', { order }))
        .slice(1)
        .map(([id]) => id);
    };
    expect(await ids()).toEqual(['north-port', 'terminal', 'track']);
    expect(await ids({ column: 'name', isDescending: true })).toEqual([
      'north-port',
      'track',
      'terminal',
    ]);
  });
});

describe('a workbook of projects', () => {
  test('has heads and words of the language, numbers as numbers, text as text', async () => {
    const rows = (await sheets()).get('Projects') ?? [];
    expect(rows).toHaveLength(4);
    expect(cellsOf(rows, 1)).toMatchObject({
      Id: 'north-port',
      'Name (English)': QUOTED,
      Layer: 'Layer ports',
      Status: 'to be built',
      'Summary (English)': '=cmd|calc',
      'Published area (km²)': 36,
      Located: true,
      'Accuracy (m)': 100,
    });
    expect(cellsOf(rows, 2)).toMatchObject({ 'Name (English)': '__proto__', Located: false });
    const chinese = (await sheetsIn('zh')).get('项目') ?? [];
    expect(cellsOf(chinese, 1)).toMatchObject({
      '名称（中文）': '北港',
      图层: 'ports（中）',
      状态: '新建',
    });
  });

  test('has sources, notice, filter and the names of its columns on a sheet of their own', async () => {
    const rows = (await sheets({ model: modelWith({ layers: ['ports'] }) })).get(
      'Sources and notice',
    );
    const flat = rows?.map((row) => row.join(' | ')).join('\n') ?? '';
    expect(flat).toContain('not surveyed');
    expect(flat).toContain('Layer: Layer ports');
    expect(flat).toContain('2 of 3 projects');
    expect(flat).toContain(createHash('sha256').update(PORTS_TEXT).digest('hex'));
    expect(flat).toContain('Accuracy (m) | accuracy_m');
    expect(flat).not.toContain('Layer rail');
  });

  test('has each conflict in a row: with what, how surely, how much, and by which rule and article', async () => {
    const rows = (await sheets()).get('Conflicts') ?? [];
    expect(rows).toHaveLength(3);
    expect(cellsOf(rows, 1)).toMatchObject({
      Project: QUOTED,
      Kind: 'Strictly protected coast',
      With: '=North Bay',
      'How sure': 'certain',
      'Area inside (m²)': 12_345,
      'Length inside (m)': 801,
      'Distance (m)': 0,
      'Plan articles': '46; 48',
      Rule: 'Its natural form is to stay as it is.',
    });
    expect(cellsOf(rows, 2)).toMatchObject({ With: 'Beach', 'How sure': 'possible' });
  });

  test('counts what is shown by zone: without zones all is outside, and what has no site stands apart', async () => {
    const rows = (await sheets()).get('By zone') ?? [];
    expect(rows[0]?.slice(0, 4)).toEqual(['Zone', 'Protection grade', 'Status', 'Projects']);
    const all = rows.filter((row) => row[2] === 'all');
    expect(all.map(([name, , , count]) => [name, count])).toEqual([
      ['Outside every zone', 2],
      ['All with a site, each project once', 2],
      ['No published site', 1],
    ]);
    // 3° of the equator in kilometres, and no area for a line.
    closeTo(Number(all[1]?.[5]), (Math.PI * 6378.137 * 3) / 180, 1e-5);
  });

  test('of nothing opens with its heads', async () => {
    const rows = (await sheets({ model: modelWith({ layers: ['none'] }) })).get('Projects');
    expect(rows).toHaveLength(1);
  });

  async function sheetsIn(language: 'zh' | 'en'): Promise<ReturnType<typeof readWorkbook>> {
    saved.length = 0;
    return sheets({ language });
  }
});

test('a stopped export saves nothing, ends its worker and says why', async () => {
  const stop = new AbortController();
  const before = terminated;
  const watch = { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) };
  const question = { format: 'csv', order: undefined, words, language: 'en' } as const;
  await expect(exportProjects(modelWith(), question, watch)).rejects.toThrow('enough');
  expect(saved).toEqual([]);
  expect(terminated).toBe(before + 1);
});

test('an export waits for the distances to the coast, and goes without where they cannot be had', async () => {
  const model = modelWith();
  model.shore.showState({ kind: 'waiting' });
  const file = exported('csv', { model });
  await new Promise((resolve) => setTimeout(resolve));
  expect(saved).toEqual([]);
  model.shore.showState({ kind: 'failed', reason: 'no coast' });
  expect(cellsOf(csvRows(String((await file).content)), 1)['distance_to_coast_m']).toBe('');
});

test('conflicts are counted and listed in CSV and GeoJSON; nothing is said of what cannot be', async () => {
  const rows = csvRows(await text('csv'));
  expect(cellsOf(rows, 1)).toMatchObject({
    conflicts_certain: '1',
    conflicts_possible: '1',
    conflicts: 'strict-zone __proto__ (certain); setback beach (possible)',
  });
  // Without a site, and with one that meets nothing.
  expect(cellsOf(rows, 2)).toMatchObject({ conflicts_certain: '', conflicts: '' });
  expect(cellsOf(rows, 3)).toMatchObject({ conflicts_certain: '0', conflicts: '' });
  saved.length = 0;
  const { features } = JSON.parse(await text('geojson'));
  expect(features[0].properties.conflicts[0]).toEqual({
    ...{ kind: 'strict-zone', certainty: 'certain', other_id: '__proto__' },
    ...{ area_m2: 12_345.4, length_m: 800.5, distance_m: 0, articles: [46, 48] },
  });
  expect(features[1].properties).not.toHaveProperty('conflicts');
  expect(features[2].properties.conflicts).toEqual([]);
});

test('a file is named for the day and says its type', async () => {
  const { name, type } = await exported('geojson');
  expect(name).toMatch(/^coastplan-projects-\d{4}-\d{2}-\d{2}\.geojson$/);
  expect(type).toBe('application/geo+json');
});

/** The projects of a collected case, exported as a layer of the plan. */
async function modelOf(file: string): Promise<Model> {
  const path = new URL(`../../fixtures/cases/${file}`, import.meta.url);
  const asked = { file, dataset: 'ports', role: 'projects' } as const;
  const read = await readDataset(readFileSync(path, 'utf8'), asked);
  if (!read.ok) throw new Error(read.error.message.en);
  const model = modelWith();
  model.plan.showDatasets([['ports', { kind: 'ready', ...read.value }]]);
  return model;
}

/** Every part of a workbook that is XML, by its name. */
function xmlOf({ content }: Saved): readonly (readonly [string, string])[] {
  if (typeof content === 'string') throw new Error('text where bytes were expected');
  return Object.entries(unzipSync(content))
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([name, part]) => [name, strFromU8(part)] as const);
}

describe('texts that formats cannot hold as they are', () => {
  test.each(['B44-control-characters-ports.geojson', 'B46-B47-ids-for-excel-ports.geojson'])(
    'of %s make a workbook that opens',
    async (file) => {
      const parts = xmlOf(await exported('xlsx', { model: await modelOf(file) }));
      expect(parts.length).toBeGreaterThan(5);
      for (const [name, xml] of parts) expect(xmlFaults(xml), name).toEqual([]);
    },
  );

  test('keep ids as written in workbook and CSV', async () => {
    const model = await modelOf('B46-B47-ids-for-excel-ports.geojson');
    const ids = model.plan.projects.peek().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['a_x0041_b', '_x000D_', '00123']));
    const [, ...rows] = (await sheets({ model })).get('Projects') ?? [];
    for (const id of ids.filter((one) => one !== 'track'))
      expect(rows.flat(), id).toContainEqual(id);
    saved.length = 0;
    const csv = csvRows(await text('csv', { model }));
    for (const id of ids) expect(csv.map((row) => row[0]?.replace(/^'/, ''))).toContain(id);
  });

  test('become a line break, or go, in CSV too', async () => {
    const model = await modelOf('B44-control-characters-ports.geojson');
    const csv = await text('csv', { model });
    expect(csv).toContain('前湾\n港区');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no reader expects.
    expect(csv).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
  });

  test('are cut after a whole character where a cell is full, with an ellipsis', async () => {
    const model = modelWith();
    const notes = `${'长'.repeat(32_765)}${'𠮷'.repeat(9)}`;
    const projects = [{ ...PORT, notes: { zh: notes, en: notes } }];
    model.plan.showDatasets([['ports', readyWith({ role: 'projects', projects })]]);
    const cells = ((await sheets({ model })).get('Projects') ?? []).flat();
    expect(cells).toContainEqual(`${'长'.repeat(32_765)}…`);
  });

  test('are told to have an apostrophe where the CSV file is read', async () => {
    const rows = csvRows(await text('csv'));
    const notice = rows[0]?.indexOf('notice') ?? -1;
    expect(rows[1]?.[notice]).toContain('has an apostrophe before it');
  });
});
