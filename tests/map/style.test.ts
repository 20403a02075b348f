// biome-ignore lint/correctness/noUndeclaredDependencies: the validator of the MapLibre in use; one of our own could disagree with it.
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/bilingual.ts';
import { THEMES } from '../../src/domain/symbology.ts';
import type { MapScene, SceneDataset } from '../../src/map/scene.ts';
import { SEA_LAYER_ID, style, styleLayers } from '../../src/map/style.ts';
import {
  DRAW_ORDER,
  datasetOf,
  PICKABLE_PARTS,
  STYLE_PARTS,
  styleLayerId,
} from '../../src/map/style-ids.ts';
import { addUserStyles } from '../../src/map/style-layers/added.ts';
import { dataset, scene } from './build.ts';

addUserStyles(() => undefined);

const PROJECTS = [
  'ports',
  'industrial-parks',
  'coastal-protection',
  'rail',
  'highway',
  'energy',
  'ecology',
  'urban-renewal',
  'research-education',
  'culture-tourism',
  'agriculture',
  'trade-zones',
  'water',
  'unheard-of',
];
const BASE = [
  'base-land',
  'base-district',
  'base-places',
  'base-sea-names',
  'base-rivers',
  'base-roads',
  'base-railways',
  'base-unheard-of',
];

const WORDS = { zh: '字', en: 'words' };
const EVERYTHING: readonly SceneDataset[] = [
  ...BASE.map((id) => dataset(id, 'base')),
  ...PROJECTS.map((id) => dataset(id, 'projects')),
  dataset('zones', 'zones'),
  dataset('coast', 'coastline'),
  dataset('own-1', 'shown'),
  dataset('own-2', 'shown', {
    style: {
      opacity: 0.5,
      colour: '#0072b2',
      width: 3,
      by: {
        ...{ kind: 'categories', field: '地类', other: { colour: '#8a8f98', label: WORDS } },
        classes: [{ from: '水田', colour: '#009e73', label: WORDS }],
      },
    },
  }),
  dataset('own-3', 'shown', {
    style: {
      opacity: 1,
      by: {
        ...{ kind: 'quantile', field: 'n', other: { colour: '#8a8f98', label: WORDS } },
        classes: [
          { from: 0, colour: '#440154', label: WORDS },
          { from: 1, colour: '#fde725', label: WORDS },
        ],
      },
    },
  }),
];

function faults(of: MapScene): readonly string[] {
  return validateStyleMin(style(of)).map(({ message }) => message);
}

function ids(of: MapScene): readonly string[] {
  return styleLayers(of).map(({ id }) => id);
}

describe('the style', () => {
  test('the validator finds something in a faulty style', () => {
    const broken = {
      ...style(scene(EVERYTHING)),
      layers: [
        { id: 'a', type: 'line' as const, source: 'nowhere', paint: { 'line-width': 'wide' } },
      ],
    };
    expect(validateStyleMin(JSON.parse(JSON.stringify(broken))).length).toBeGreaterThan(1);
  });

  test.each(THEMES.flatMap((theme) => LANGUAGES.map((language) => [theme, language] as const)))(
    'keeps the style specification with every layer shown, in the look "%s" and in "%s"',
    (theme, language) => {
      expect(faults(scene(EVERYTHING, { theme, language }))).toEqual([]);
    },
  );

  test.each(EVERYTHING.map((one) => [one.id, one] as const))(
    'keeps the style specification with "%s" alone',
    (_, one) => {
      expect(faults(scene([one]))).toEqual([]);
    },
  );

  test('keeps it with nothing at all: the sea', () => {
    expect(faults(scene([]))).toEqual([]);
    expect(ids(scene([]))).toEqual([SEA_LAYER_ID]);
  });

  test('asks for no glyphs, sprite or address of any kind', () => {
    const { glyphs, sprite, ...rest } = style(scene(EVERYTHING));
    expect([glyphs, sprite]).toEqual([undefined, undefined]);
    expect(JSON.stringify(rest)).not.toMatch(/https?:/);
  });

  test('names places in the language that is shown', () => {
    const names = (language: 'zh' | 'en'): string =>
      JSON.stringify(styleLayers(scene(EVERYTHING, { language })));
    expect(names('zh')).toContain('name_zh');
    expect(names('zh')).not.toContain('name_en');
    expect(names('en')).not.toContain('name_zh');
  });

  test('sets feature state by our own keys', () => {
    for (const source of Object.values(style(scene(EVERYTHING)).sources))
      expect(source).toMatchObject({ type: 'geojson', promoteId: 'key' });
  });

  test('is heavier for the back row of a meeting room', () => {
    const widths = (theme: 'light' | 'projector'): readonly number[] =>
      JSON.stringify(
        styleLayers(scene([dataset('coast', 'coastline')], { theme })).map((layer) =>
          'paint' in layer && layer.type === 'line' ? layer.paint?.['line-width'] : 0,
        ),
      )
        .match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const sum = (numbers: readonly number[]): number =>
      numbers.reduce((total, value) => total + value, 0);
    expect(sum(widths('projector'))).toBeGreaterThan(sum(widths('light')));
  });
});

describe('style layers', () => {
  test('have ids from the one table: dataset and part', () => {
    for (const id of ids(scene(EVERYTHING))) {
      if (id === SEA_LAYER_ID) continue;
      const part = id.slice(id.lastIndexOf('/') + 1);
      expect(STYLE_PARTS).toContain(part);
      expect(EVERYTHING.map((one) => one.id)).toContain(datasetOf(id));
      expect(id).toBe(`${datasetOf(id)}/${part}`);
    }
  });

  test('have each id once', () => {
    const all = ids(scene(EVERYTHING));
    expect(new Set(all).size).toBe(all.length);
  });

  test('are all drawn: none is made and then left out of the order', () => {
    const drawn = new Set(ids(scene(EVERYTHING)));
    const sources = new Set([...drawn].map(datasetOf));
    for (const { id } of EVERYTHING) expect(sources).toContain(id);
    // Every part that any dataset has appears in the order for its role.
    expect([...drawn].filter((id) => id.startsWith('coast/')).toSorted()).toEqual([
      'coast/casing',
      'coast/halo',
      'coast/inner',
      'coast/line',
      'coast/mark',
    ]);
    expect([...drawn].filter((id) => id.startsWith('zones/')).toSorted()).toEqual([
      'zones/band',
      'zones/fill',
      'zones/halo',
      'zones/label',
      'zones/line',
    ]);
    expect([...drawn].filter((id) => id.startsWith('rail/')).toSorted()).toEqual([
      'rail/casing',
      'rail/fill',
      'rail/glow',
      'rail/halo',
      'rail/icon',
      'rail/inner',
      'rail/label',
      'rail/line',
      'rail/outline',
      'rail/point',
      'rail/ring',
    ]);
    expect([...drawn].filter((id) => id.startsWith('ecology/'))).toContain('ecology/pattern');
  });

  test('are none for a hidden dataset, nor is there a source', () => {
    const hidden = scene([
      dataset('coast', 'coastline', { isVisible: false }),
      dataset('ports', 'projects'),
    ]);
    expect(ids(hidden).some((id) => id.startsWith('coast/'))).toBe(false);
    expect(Object.keys(style(hidden).sources)).toEqual(['projects']);
  });

  test('are drawn from bottom to top: sea, land, areas and their edges, coast, lines, sites, names, symbols', () => {
    const order = ids(scene(EVERYTHING));
    const steps = [
      SEA_LAYER_ID,
      'base-land/fill',
      'zones/fill',
      'ports/fill',
      'ports/ring',
      'ports/glow',
      'ports/outline',
      'coast/halo',
      'coast/casing',
      'coast/line',
      'coast/mark',
      'ports/line',
      'ports/point',
      'zones/label',
      'base-places/label',
      'ports/label',
      // Placed before the names, which then keep off them.
      'base-places/point',
      'ports/icon',
    ];
    const places = steps.map((id) => order.indexOf(id));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('draw the halo of a selection under its own line, and the line on its casing', () => {
    const order = ids(scene(EVERYTHING));
    for (const id of ['coast', 'rail']) {
      const places = (['halo', 'casing', 'line', 'inner'] as const).map((part) =>
        order.indexOf(styleLayerId(id, part)),
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  test('go by the order of datasets within a step', () => {
    const [a, b] = [dataset('a', 'projects'), dataset('b', 'projects')];
    const fills = (datasets: readonly (typeof a)[]): readonly string[] =>
      ids(scene(datasets)).filter((id) => id.endsWith('/fill'));
    expect(fills([a, b])).toEqual(['a/fill', 'b/fill']);
    expect(fills([b, a])).toEqual(['b/fill', 'a/fill']);
  });
});

test('has layers for the kinds of geometry that a project layer has alone', () => {
  const { features } = dataset('ports', 'projects').features;
  const only = (...kinds: readonly string[]): readonly string[] =>
    ids(
      scene([
        dataset('ports', 'projects', {
          features: {
            type: 'FeatureCollection',
            features: features.filter(
              ({ geometry, properties }) =>
                kinds.includes(geometry.type) && properties?.['part'] === undefined,
            ),
          },
        }),
      ]),
    ).map((id) => id.replace('ports/', ''));
  expect(only('Point')).toEqual([SEA_LAYER_ID, 'point', 'label', 'icon']);
  expect(only('LineString')).toEqual([SEA_LAYER_ID, 'halo', 'line', 'label']);
  expect(only('Polygon')).toEqual([SEA_LAYER_ID, 'fill', 'glow', 'outline', 'label']);
});

test('the order of drawing names each part of a role once, and every part that can be picked', () => {
  const steps = DRAW_ORDER.flatMap(({ role, parts }) => parts.map((part) => `${role}/${part}`));
  expect(new Set(steps).size).toBe(steps.length);
  for (const part of PICKABLE_PARTS) expect(STYLE_PARTS).toContain(part);
});

describe('a base layer with geometry that its symbology has no symbol for', () => {
  const shape = (type: 'Point' | 'MultiPoint' | 'LineString'): Geometry => {
    const [here, there] = [
      [120, 36],
      [120.1, 36],
    ];
    return type === 'Point' ? { type, coordinates: here } : { type, coordinates: [here, there] };
  };
  const layer = (symbology: string, ...geometries: readonly Geometry[]): SceneDataset =>
    dataset('harbour-lights', 'base', {
      symbology,
      features: {
        type: 'FeatureCollection',
        features: geometries.map((geometry, index) => ({
          type: 'Feature',
          properties: { id: `light-${index}`, name_zh: '灯', name_en: 'Light' },
          geometry,
        })),
      },
    });
  const partsOf = (one: SceneDataset): readonly string[] =>
    ids(scene([one])).filter((id) => id !== SEA_LAYER_ID);
  const NAMELESS = BASE.filter((id) => id !== 'base-places' && id !== 'base-sea-names');

  test.each(NAMELESS)('has a dot and a name for each point: %s', (symbology) => {
    for (const type of ['Point', 'MultiPoint'] as const) {
      const points = layer(symbology, shape(type));
      expect(partsOf(points)).toContain('harbour-lights/point');
      expect(partsOf(points)).toContain('harbour-lights/name');
      expect(faults(scene([points]))).toEqual([]);
    }
  });

  test('has a dot for a point inside a collection of geometries', () => {
    const geometries = [shape('LineString'), shape('Point')];
    const parts = partsOf(layer('base-roads', { type: 'GeometryCollection', geometries }));
    expect(parts).toContain('harbour-lights/point');
  });

  test('has no dots without points: they would cost draw calls for nothing', () => {
    const lines = layer('base-roads', shape('LineString'));
    expect(partsOf(lines)).toEqual(['harbour-lights/line']);
  });

  test('has a line for a line among areas of land, and fills none', () => {
    const land = layer('base-land', shape('LineString'));
    expect(partsOf(land)).toEqual(['harbour-lights/fill', 'harbour-lights/line']);
    const fill = styleLayers(scene([land])).find(({ id }) => id.endsWith('/fill'));
    expect(JSON.stringify(fill)).toContain('MultiPolygon');
    expect(faults(scene([land]))).toEqual([]);
  });

  test('leaves the names of places and seas to their own symbols', () => {
    expect(partsOf(layer('base-sea-names', shape('Point')))).toEqual(['harbour-lights/label']);
  });
});

describe('opacity', () => {
  test.each(EVERYTHING.map((one) => [one.id, one] as const))(
    'of half keeps the style specification, and halves that of each style layer of "%s"',
    (_, one) => {
      const { style: own, ...rest } = one;
      const half = { ...rest, style: { ...own, opacity: 0.5 } };
      expect(faults(scene([half]))).toEqual([]);
      for (const layer of styleLayers(scene([half]))) {
        if (layer.id === SEA_LAYER_ID) continue;
        const opacities = Object.entries(layer.paint ?? {}).filter(([name]) =>
          name.endsWith('opacity'),
        );
        expect(opacities.length).toBeGreaterThan(0);
        // A number of at most a half, or half of an expression.
        for (const [, value] of opacities)
          if (typeof value === 'number') expect(value).toBeLessThanOrEqual(0.5);
          else {
            const whole = value as unknown[];
            // Of steps of zoom, which must be outermost, each value is halved.
            const values = whole[0] === 'step' ? [whole[2], whole[4]] : [whole];
            for (const one of values) expect((one as unknown[]).slice(0, 2)).toEqual(['*', 0.5]);
          }
      }
    },
  );
});
