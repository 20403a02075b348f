import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { senselessParts } from '../../../src/app/address/address-faults.ts';
import {
  formatUrlState,
  parseUrlState,
  type ViewState,
} from '../../../src/app/address/url-state.ts';
import { ESTUARY_CHOICES } from '../../../src/domain/audit/estuary-choices.ts';
import { LANGUAGES } from '../../../src/domain/bilingual.ts';
import { CERTAINTIES, CONFLICT_KINDS } from '../../../src/domain/conflicts/conflict.ts';
import { ACCURACY_GRADES, PROJECT_STATUSES } from '../../../src/domain/project.ts';
import { isFiltering } from '../../../src/domain/projects/project-filter.ts';
import { THEMES } from '../../../src/domain/symbology.ts';
import type { ComparedSides } from '../../../src/domain/views/compared-side.ts';
import { PANELS } from '../../../src/ui/shell/panels.ts';
import { jsonNumber } from '../../domain/arbitraries.ts';

const ask = (search: string): ViewState => parseUrlState({ search, hash: '' });
const look = (hash: string): ViewState => parseUrlState({ search: '', hash });

test('an address with nothing in it asks for nothing', () => {
  expect(parseUrlState({ search: '', hash: '' })).toEqual({});
  expect(formatUrlState({})).toEqual({ search: '', hash: '' });
});

describe('the query', () => {
  test('carries every part by its name', () => {
    expect(
      ask('?lang=en&theme=room&layers=ports,coast&select=quay&zone=z1&panel=coastline&embed=1'),
    ).toEqual({
      language: 'en',
      theme: 'projector',
      layers: ['ports', 'coast'],
      select: 'quay',
      zone: 'z1',
      panel: 'coastline',
      isEmbedded: true,
    });
  });

  test.each([
    ['lang=fr', {}],
    ['lang=EN', {}],
    ['theme=constructor', {}],
    ['panel=__proto__', {}],
    ['embed=true', {}],
    ['view=8', { view: 8 }],
    ['view=0', {}],
    ['view=01', {}],
    ['view=-1', {}],
    ['view=1.5', {}],
    ['view=1e3', {}],
    ['view=9999999999', {}],
    ['view=', {}],
    ['select=', {}],
    ['layers=', { layers: [] }],
    ['layers=,,', {}],
    ['target=35', {}],
    ['target=-0.1', {}],
    ['target=NaN', {}],
    ['target=', {}],
    ['target=0', { audit: { target: 0 } }],
    ['realm=sea', {}],
    ['estuary=restored', {}],
    ['detail=1001', {}],
    ['detail=25', { audit: { toleranceM: 25 } }],
    ['in=ports,rail', { filter: { layers: ['ports', 'rail'] } }],
    ['in=', {}],
    ['in=,,', {}],
    ['in=a,a', { filter: { layers: ['a'] } }],
    ['status=build,expand', { filter: { statuses: ['build', 'expand'] } }],
    ['status=build,__proto__', { filter: { statuses: ['build'] } }],
    ['status=done', {}],
    ['article=46,85', { filter: { articles: [46, 85] } }],
    ['article=0,x,1000,-3,4.5', {}],
    ['accuracy=sketched', { filter: { grades: ['sketched'] } }],
    ['accuracy=good', {}],
    ['located=no', { filter: { isLocated: false } }],
    ['located=1', {}],
    ['near=0', { filter: { nearM: 0 } }],
    ['near=250.5', { filter: { nearM: 250.5 } }],
    ['near=', {}],
    ['near=-1', {}],
    ['near=1e9', {}],
    ['near=100001', {}],
    ['within=south-zone', { filter: { zones: ['south-zone'] } }],
    ['conflict=strict-zone,oops', { filter: { conflicts: ['strict-zone'] } }],
    ['sure=certain', { filter: { certainties: ['certain'] } }],
    ['setback=300', { studyM: 300 }],
    ['setback=29', {}],
    ['setback=2001', {}],
    ['setback=1e3', {}],
    ['compare=today,plan', { compared: [{ kind: 'today' }, { kind: 'plan' }] }],
    ['compare=now,view-3', { compared: [{ kind: 'now' }, { kind: 'view', number: 3 }] }],
    ['compare=today', {}],
    ['compare=today,today', {}],
    ['compare=today,plan,now', {}],
    ['compare=today,view-0', {}],
    ['compare=today,scenario-1', {}],
    ['compare=today,__proto__', {}],
    ['compare=oops&split=0.3', { split: 0.3 }],
    ['split=1.1', {}],
    ['split=', {}],
    ['beside=yes', {}],
    ['beside=1&split=x', { isSideBySide: true }],
    ['status=oops&near=500&located=maybe', { filter: { nearM: 500 } }],
    ['%', {}],
    ['select=%E4%B8%AD', { select: '中' }],
    ['select=%', { select: '%' }],
  ])('%s asks for %j', (search, expected) => {
    expect(ask(`?${search}`)).toEqual(expected);
  });

  test.each(['lang', 'theme', 'panel', 'target', 'realm', 'count', 'estuary', 'detail', 'embed'])(
    'with a wrong %s loses that part alone',
    (name) => {
      const parts = new URLSearchParams({
        lang: 'en',
        theme: 'dark',
        panel: 'data',
        target: '0.4',
        realm: 'all',
        count: 'native',
        estuary: 'natural',
        detail: '5',
        embed: '1',
        select: 'a',
      });
      const whole = ask(`?${parts}`);
      parts.set(name, 'nonsense');
      const left = JSON.stringify(ask(`?${parts}`));
      expect(left.length).toBeLessThan(JSON.stringify(whole).length);
      for (const kept of [
        '"select":"a"',
        ...(name === 'lang' ? [] : ['"language":"en"']),
        ...(name === 'theme' ? [] : ['"theme":"dark"']),
      ])
        expect(left).toContain(kept);
    },
  );
});

describe('the camera', () => {
  test('is zoom, latitude, longitude', () => {
    expect(look('#map=10.5/35.95/120.2')).toEqual({
      camera: { zoom: 10.5, latitude: 35.95, longitude: 120.2, bearing: 0, pitch: 0 },
    });
  });

  test('may have bearing and pitch', () => {
    expect(look('#map=10/36/120/-30/45').camera).toMatchObject({ bearing: -30, pitch: 45 });
  });

  test.each([
    '#map=',
    '#map=10',
    '#map=10/36',
    '#map=10/91/120',
    '#map=10/36/181',
    '#map=10/36/120/0/90',
    '#map=25/36/120',
    '#map=-1/36/120',
    '#map=a/b/c',
    '#map=10//120',
    '#map=10/36/120/0/0/0',
    '#map=1e999/36/120',
    '#10/36/120',
    '#',
  ])('is left out where it is wrong: %s', (hash) => {
    expect(look(hash)).toEqual({});
  });

  test('that is wrong leaves the query alone', () => {
    expect(parseUrlState({ search: '?lang=en', hash: '#map=x' })).toEqual({ language: 'en' });
  });

  test('is written to a hundredth of a zoom step and a metre on the ground, north up and flat unsaid', () => {
    expect(
      formatUrlState({
        camera: {
          zoom: 10.123456,
          latitude: 35.9512345,
          longitude: 120.2,
          bearing: 0.01,
          pitch: -0.01,
        },
      }).hash,
    ).toBe('#map=10.12/35.95123/120.2');
    expect(
      formatUrlState({ camera: { zoom: 10, latitude: 36, longitude: 120, bearing: 30, pitch: 0 } })
        .hash,
    ).toBe('#map=10/36/120/30/0');
  });
});

describe('an address', () => {
  const decimals = (min: number, max: number, scale: number) =>
    fc.integer({ min: min * scale, max: max * scale }).map((value) => value / scale);
  const id = fc.string({ unit: 'grapheme', minLength: 1 });
  const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.uniqueArray(value, { minLength: 1 });
  const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]*$/);
  const filter = fc
    .record(
      {
        layers: some(slug),
        statuses: some(fc.constantFrom(...PROJECT_STATUSES)),
        articles: some(fc.integer({ min: 1, max: 999 })),
        grades: some(fc.constantFrom(...ACCURACY_GRADES)),
        isLocated: fc.boolean(),
        nearM: fc.integer({ min: 0, max: 100_000 }),
        zones: some(slug),
        conflicts: some(fc.constantFrom(...CONFLICT_KINDS)),
        certainties: some(fc.constantFrom(...CERTAINTIES)),
      },
      { requiredKeys: [] },
    )
    .filter(isFiltering);
  const comparedSides = fc
    .uniqueArray(
      fc.oneof(
        fc.record({ kind: fc.constantFrom('now', 'today', 'plan') }),
        fc.record({ kind: fc.constant('view'), number: fc.integer({ min: 1, max: 999_999_999 }) }),
      ),
      { minLength: 2, maxLength: 2, selector: (side) => JSON.stringify(side) },
    )
    .map(([left, right]): ComparedSides => [left ?? { kind: 'now' }, right ?? { kind: 'now' }]);
  const view: fc.Arbitrary<ViewState> = fc.record(
    {
      camera: fc.record({
        zoom: decimals(0, 24, 100),
        latitude: decimals(-90, 90, 1e5),
        longitude: decimals(-180, 180, 1e5),
        bearing: decimals(-180, 180, 10),
        pitch: decimals(0, 85, 10),
      }),
      language: fc.constantFrom(...LANGUAGES),
      theme: fc.constantFrom(...THEMES),
      layers: fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9-]*$/)),
      select: id,
      zone: id,
      panel: fc.constantFrom(...PANELS),
      audit: fc.record(
        {
          realm: fc.constantFrom('mainland', 'island', 'all'),
          numerator: fc.constantFrom('with-restored', 'native'),
          estuary: fc.constantFrom(...ESTUARY_CHOICES),
          target: jsonNumber(0, 1),
          toleranceM: fc.integer({ min: 0, max: 1000 }),
        } as const,
        { requiredKeys: ['realm'] },
      ),
      filter,
      studyM: fc.integer({ min: 30, max: 2000 }),
      view: fc.integer({ min: 1, max: 999_999_999 }),
      compared: comparedSides,
      split: decimals(0, 1, 100),
      isSideBySide: fc.constant(true),
      isEmbedded: fc.constant(true),
    },
    { requiredKeys: [] },
  );

  test('that was written reads back as the same view', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(parseUrlState(formatUrlState(given))).toEqual(given);
      }),
    );
  });

  test('that was read and written reads the same again', () => {
    const text = fc.string({ unit: 'binary' });
    const query = fc.dictionary(
      fc.constantFrom(
        'lang',
        'theme',
        'layers',
        'select',
        'zone',
        'view',
        'panel',
        'target',
        'detail',
        'realm',
        'in',
        'status',
        'article',
        'accuracy',
        'located',
        'near',
        'within',
        'compare',
        'split',
        'beside',
        'embed',
      ),
      text,
    );
    fc.assert(
      fc.property(query, fc.string(), (parts, hash) => {
        const once = parseUrlState({
          search: `?${new URLSearchParams(parts)}`,
          hash: `#map=${hash}`,
        });
        expect(parseUrlState(formatUrlState(once))).toEqual(once);
      }),
    );
  });

  test('of any text is read without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (search, hash) => {
        expect(parseUrlState({ search, hash })).toBeTypeOf('object');
      }),
    );
  });

  test('of a feature whose id is broken text is written without a throw', () => {
    // A lone surrogate is a valid JSON string, and no address can hold it.
    expect(parseUrlState(formatUrlState({ select: 'a\uD800b' })).select).toBe('a\uFFFDb');
  });

  test('keeps commas between layers readable and escapes what would end a part', () => {
    const { search } = formatUrlState({ layers: ['a', 'b'], select: 'x&zone=y#z' });
    expect(search).toContain('layers=a,b');
    expect(parseUrlState({ search, hash: '' })).toEqual({
      layers: ['a', 'b'],
      select: 'x&zone=y#z',
    });
  });
});

describe('what other programs do to a link', () => {
  const camera = { zoom: 11.5, latitude: 35.9, longitude: 120.2, bearing: 0, pitch: 0 };

  test.each([
    '#map=11.5/35.9/120.2)',
    '#map=11.5/35.9/120.2。',
    '#map=11.5/35.9/120.2%E3%80%82',
    '#map=11.5/35.9/120.2.',
    '#map=11.5/35.9/120.2，请看',
    '#map=11.5/35.9/120.2）',
    '#map=11.5/35.9/120.2]',
    '#map=11.5/35.9/120.2&from=timeline',
    '#map=11.5/35.9/120.2?from=singlemessage',
    '#map=11.5/35.9/120.2&amp;isappinstalled=0',
    '#map=11.5/35.9/120.2%20',
    '#map=11.5/35.9/120.2>',
    '#map=11.5/35.9/120.2/0/0”',
  ])('%s keeps its camera', (hash) => {
    expect(look(hash).camera).toEqual(camera);
  });

  test.each([
    '#map=11.5/35.9/120.2abc',
    '#map=11.5/35.9/1e3',
    '#map=11.5/35.9/120.2/x',
    '#map=11.5/35.9',
  ])('%s has none', (hash) => {
    expect(look(hash).camera).toBeUndefined();
  });

  test('an escaped hash and the ampersand of HTML are read as they were meant', () => {
    expect(ask('?select=quay%23map=11.5/35.9/120.2')).toEqual({ select: 'quay', camera });
    expect(ask('?lang=en&amp;panel=data&amp;select=quay')).toEqual({
      language: 'en',
      panel: 'data',
      select: 'quay',
    });
  });
});

describe('ids with commas and marks', () => {
  // tests of zones made for links: `B27` of the cases.
  const ids = ['bay,north', 'bay', 'north', '区段 1#东', '50%&x=1', '%2C', 'z1'];

  test.each(ids)('%s is one zone of a filter, one layer, one selection', (id) => {
    const view: ViewState = {
      filter: { zones: [id], layers: [id] },
      layers: [id],
      zone: id,
      select: id,
    };
    expect(parseUrlState(formatUrlState(view))).toEqual(view);
  });

  test('stand side by side in one list', () => {
    const view: ViewState = { filter: { zones: ids } };
    expect(parseUrlState(formatUrlState(view))).toEqual(view);
  });

  test('plain ids are written as ever', () => {
    expect(
      formatUrlState({ filter: { zones: ['a-1', 'b'] }, layers: ['ports', 'rail'] }).search,
    ).toBe('?layers=ports,rail&within=a-1,b');
  });
});

describe('parts that make no sense', () => {
  test('are named as they are written, each alone', () => {
    expect(
      senselessParts({
        search:
          '?status=gone,build&near=abc&target=40&panel=cellar&lang=en&theme=room&view=1.5&from=timeline&compare=oops',
        hash: '#map=a/b/c',
      }),
    ).toEqual([
      'status=gone',
      'near=abc',
      'target=40',
      'panel=cellar',
      'view=1.5',
      'compare=oops',
      'map=a/b/c',
    ]);
  });

  test('are none in what the app writes', () => {
    const view: ViewState = {
      ...{ language: 'zh', theme: 'projector', panel: 'projects', layers: [], select: 'a,b' },
      ...{ filter: { statuses: ['build'], nearM: 500, zones: ['x,y'] }, view: 3, studyM: 30 },
      camera: { zoom: 9, latitude: 1, longitude: 2, bearing: 30, pitch: 10 },
    };
    expect(senselessParts(formatUrlState(view))).toEqual([]);
  });
});
