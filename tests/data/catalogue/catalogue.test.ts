import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCatalogue } from '../../../src/data/catalogue/catalogue.ts';
import { LAYER_ROLES } from '../../../src/domain/dataset.ts';

const WORDS = { zh: '字', en: 'words' };

function layer(other: object = {}): object {
  return {
    id: 'ports',
    role: 'projects',
    title: WORDS,
    group: 'plan',
    source: { kind: 'geojson', url: 'projects/ports.geojson' },
    symbology: 'ports',
    visible: true,
    metadata: {
      abstract: WORDS,
      source: WORDS,
      method: WORDS,
      accuracy: WORDS,
      licence: 'CC0',
      attribution: 'us',
      date: '2025',
    },
    ...other,
  };
}

function catalogue(layers: readonly unknown[], other: object = {}): string {
  return JSON.stringify(
    {
      version: 1,
      title: WORDS,
      extent: [119.3, 35.5, 120.4, 36.3],
      groups: [{ id: 'plan', title: WORDS }],
      layers,
      ...other,
    },
    null,
    2,
  );
}

async function parse(text: string) {
  const outcome = await parseCatalogue(text, 'catalogue.json');
  if (!outcome.ok) throw new Error(outcome.error.message.en);
  return outcome.value;
}

async function refused(text: string) {
  const outcome = await parseCatalogue(text, 'catalogue.json');
  if (outcome.ok) throw new Error('it was taken');
  return outcome.error;
}

describe('a catalogue', () => {
  test('gives its layers in their order, with what is known about each', async () => {
    const { catalogue: found, issues } = await parse(
      catalogue([layer(), layer({ id: 'coast', role: 'coastline', visible: false })]),
    );
    expect(issues).toEqual([]);
    expect(found.layers.map(({ id, role, isVisible }) => [id, role, isVisible])).toEqual([
      ['ports', 'projects', true],
      ['coast', 'coastline', false],
    ]);
    expect(found.extent).toEqual([119.3, 35.5, 120.4, 36.3]);
    expect(found.layers[0]?.metadata).toMatchObject({ licence: 'CC0', abstract: WORDS });
  });

  test('has scale and water level where a layer states them, and no key where it does not', async () => {
    const stated = {
      ...JSON.parse(JSON.stringify(layer())).metadata,
      equivalentScale: 50_000,
      waterLevel: WORDS,
    };
    const { catalogue: found } = await parse(
      catalogue([layer(), layer({ id: 'coast', metadata: stated })]),
    );
    expect(found.layers[0]?.metadata).not.toHaveProperty('equivalentScale');
    expect(found.layers[0]?.metadata).not.toHaveProperty('waterLevel');
    expect(found.layers[1]?.metadata).toMatchObject({ equivalentScale: 50_000, waterLevel: WORDS });
  });

  test('may have no layers', async () => {
    expect((await parse(catalogue([]))).catalogue.layers).toEqual([]);
  });

  test.each(LAYER_ROLES)('takes a layer of the role "%s"', async (role) => {
    expect((await parse(catalogue([layer({ role })]))).issues).toEqual([]);
  });
});

describe('the kind of a source', () => {
  test('is geojson where none is stated', async () => {
    const { catalogue: found, issues } = await parse(
      catalogue([layer({ source: { url: 'projects/ports.geojson' } })]),
    );
    expect(issues).toEqual([]);
    expect(found.layers[0]?.source).toEqual({ kind: 'geojson', url: 'projects/ports.geojson' });
  });

  test.each([
    ['pmtiles', 'ports.pmtiles'],
    ['vector', 'https://tiles.example/{z}/{x}/{y}.pbf'],
    ['raster', 'https://tiles.example/wmts?key=1'],
    ['ogc-features', 'https://example.org/collections/ports'],
  ])(
    'that this version does not draw sets the layer aside in one sentence: %s',
    async (kind, url) => {
      const text = catalogue([layer(), layer({ id: 'tiles', source: { kind, url } })]);
      const { catalogue: found, issues } = await parse(text);
      expect(found.layers.map(({ id }) => id)).toEqual(['ports']);
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatchObject({
        code: 'source-kind-not-drawn',
        path: ['layers', 1, 'source', 'kind'],
        message: { en: expect.stringContaining(`draws geojson only, not "${kind}"`) },
        cure: { en: expect.stringContaining('GeoJSON file') },
      });
      expect(issues[0]?.message.zh).toContain('只绘制 geojson');
    },
  );
});

describe('a faulty layer is told', () => {
  test('with file, line and column', async () => {
    const text = catalogue([layer(), layer({ id: 'b', visible: 'yes' })]);
    const { issues } = await parse(text);
    const line = text.split('\n').findIndex((row) => row.includes('"yes"')) + 1;
    const column = (text.split('\n')[line - 1] ?? '').indexOf('"yes"') + 1;
    expect(issues[0]?.message.en).toContain(`catalogue.json line ${line} column ${column} (layers`);
    expect(issues[0]?.message.zh).toContain(`catalogue.json 第 ${line} 行第 ${column} 列（layers`);
  });

  test.each([
    [
      'a tile address',
      { source: { url: 'https://a.example/{z}/{x}/{y}.pbf' } },
      'file inside geodata',
    ],
    ['a wrong id', { id: 'My Ports' }, 'lower-case letters'],
    ['a missing title', { title: undefined }, 'it is missing'],
  ])('in words, not as a pattern: %s', async (_, other, words) => {
    const { issues } = await parse(catalogue([layer(other)]));
    expect(issues[0]?.message.en).toContain(words);
    expect(`${issues[0]?.message.en}${issues[0]?.message.zh}`).not.toMatch(/\^\(|\[a-z0|undefined/);
  });
});

describe('a faulty layer is set aside alone', () => {
  const metadata = JSON.parse(JSON.stringify(layer())).metadata;
  test.each([
    ['an id with a blank', { id: 'my ports' }, 'layers.1.id'],
    ['the id "__proto__"', { id: '__proto__' }, 'layers.1.id'],
    ['an id used twice', { id: 'ports' }, 'layers.1.id'],
    ['an unknown role', { id: 'b', role: 'constructor' }, 'layers.1.role'],
    ['a title in one language', { id: 'b', title: { zh: '字' } }, 'layers.1.title.en'],
    ['a group that is not there', { id: 'b', group: 'toString' }, 'layers.1.group'],
    [
      'an unknown kind of source',
      { id: 'b', source: { kind: 'shapefile', url: 'a.shp' } },
      'layers.1.source.kind',
    ],
    [
      'a scale of zero',
      { id: 'b', metadata: { ...metadata, equivalentScale: 0 } },
      'layers.1.metadata.equivalentScale',
    ],
    ['visibility in words', { id: 'b', visible: 'yes' }, 'layers.1.visible'],
  ])('for %s, and its place is told', async (_, other, place) => {
    const { catalogue: found, issues } = await parse(
      catalogue([layer(), layer(other), layer({ id: 'last' })]),
    );
    expect(found.layers.map(({ id }) => id)).toEqual(['ports', 'last']);
    expect(issues).toMatchObject([
      {
        code: 'catalogue-layer',
        severity: 'error',
        path: place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
      },
    ]);
    expect(issues[0]?.message.en).toContain(place);
    expect(issues[0]?.message.zh).toContain(place);
  });

  test.each([null, 'ports', 3, []])('when it is %j', async (value) => {
    const { catalogue: found, issues } = await parse(catalogue([layer(), value]));
    expect(found.layers).toHaveLength(1);
    expect(issues).toHaveLength(1);
  });

  test.each([
    '../secret.json',
    '/etc/passwd',
    'https://example.org/a.geojson',
    '//example.org/a',
    'a/../../b',
    'data:application/json,{}',
    'a\\b',
    'a b',
    '',
    'a?x=1',
    'a#b',
    'a//b',
  ])('when its address leads out of geodata: %j', async (url) => {
    const { catalogue: found, issues } = await parse(
      catalogue([layer({ source: { kind: 'geojson', url } })]),
    );
    expect(found.layers).toEqual([]);
    expect(issues[0]?.path).toEqual(['layers', 0, 'source', 'url']);
  });
});

describe('a catalogue that is wrong as a whole is refused, placed and with a cure', () => {
  test('where a key has the wrong value', async () => {
    const error = await refused('{\n  "version": 2\n}');
    expect(error).toMatchObject({ kind: 'structure', file: 'catalogue.json', line: 2, column: 14 });
    expect(error.message.en).toContain('version');
    expect(error.cure.en).toContain('README');
  });

  test('where a key is missing', async () => {
    expect(await refused('{"version": 1}')).toMatchObject({
      kind: 'structure',
      line: 1,
      column: 1,
    });
  });

  test('where it is no JSON', async () => {
    expect(await refused('{\n"version": 1,\n}')).toMatchObject({ kind: 'syntax', line: 3 });
  });

  test.each([
    ['three numbers', [119, 35, 120]],
    ['a latitude of 95', [119, 35, 120, 95]],
    ['a longitude of 500', [119, 35, 500, 36]],
    ['east and west swapped', [120, 35, 119, 36]],
    ['north and south swapped', [119, 36, 120, 35]],
    ['texts', ['119', '35', '120', '36']],
    ['nothing', null],
  ])('where its extent has %s: the map could not open on it', async (_, extent) => {
    const error = await refused(catalogue([], { extent }));
    expect(error.message.en).toContain('extent');
  });
});

test('any text gives a catalogue or a fault, and never throws', async () => {
  const wild = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(fc.jsonValue(), { maxLength: 3 }).map((layers) => catalogue(layers)),
    fc
      .dictionary(
        fc.constantFrom(
          'version',
          'title',
          'extent',
          'groups',
          'layers',
          '__proto__',
          'constructor',
        ),
        fc.jsonValue(),
      )
      .map((frame) => JSON.stringify(frame)),
  );
  await fc.assert(
    fc.asyncProperty(wild, async (text) => {
      const outcome = await parseCatalogue(text, 'catalogue.json');
      if (!outcome.ok) expect(outcome.error.line).toBeGreaterThan(0);
    }),
  );
});

describe('what a catalogue may state of its plan', () => {
  test('has defaults: bounds two longer sides around the extent, and nothing else', async () => {
    const { catalogue: found, issues } = await parse(catalogue([]));
    // The extent is 1.1° wide and 0.8° high: 2.2° more on each side.
    const sides = [117.1, 33.3, 122.6, 38.5];
    for (const [side, degrees] of sides.entries())
      expect(found.bounds[side]).toBeCloseTo(degrees, 9);
    expect(found).not.toMatchObject({ projectedCrs: expect.anything() });
    expect(found).not.toMatchObject({ reviewNumber: expect.anything() });
    expect(found).not.toMatchObject({ articleCount: expect.anything() });
    expect(issues).toEqual([]);
  });

  test('is taken as it stands', async () => {
    const stated = {
      bounds: [118, 35, 121, 37],
      projectedCrs: 'EPSG:4528',
      reviewNumber: 'GS(2026)0000号',
      notice: WORDS,
      articleCount: 120,
    };
    const { catalogue: found, issues } = await parse(catalogue([], stated));
    expect(found).toMatchObject(stated);
    expect(issues).toEqual([]);
  });

  test.each([
    ['bounds', [119.5, 35, 121, 37]],
    ['bounds', [121, 35, 118, 37]],
    ['bounds', 'all'],
    ['projectedCrs', 'EPSG:4490'],
    ['projectedCrs', 'EPSG:4555'],
    ['projectedCrs', 4549],
    ['projectedCrs', ['EPSG:4549']],
    ['reviewNumber', ' '],
    ['notice', { zh: '字' }],
    ['articleCount', 0],
    ['articleCount', 2.5],
  ])(
    'is as if absent, and named with its place, where it cannot be used: %s %j',
    async (name, value) => {
      const text = catalogue([layer()], { [name]: value });
      const { catalogue: found, issues } = await parse(text);
      const { catalogue: usual } = await parse(catalogue([layer()]));
      expect(found).toEqual(usual);
      expect(issues).toMatchObject([{ code: 'catalogue-option', path: [name] }]);
      const line = text.split('\n').findIndex((row) => row.includes(`"${name}"`)) + 1;
      expect(issues[0]?.message.en).toContain(`line ${line} `);
    },
  );
});
