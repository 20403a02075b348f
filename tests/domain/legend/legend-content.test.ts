import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { CatalogueLayer, LayerRole } from '../../../src/domain/dataset.ts';
import { ellipsoidDistance } from '../../../src/domain/geodesy.ts';
import { accuracyCircle } from '../../../src/domain/geometry/accuracy-circle.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import type { LayerContent, LayerState } from '../../../src/domain/layer-state.ts';
import { legendContent, type Viewport } from '../../../src/domain/legend/legend-content.ts';
import { accuracyGrade, type Project } from '../../../src/domain/project.ts';
import { type Selection, selectionGeometry, selectionId } from '../../../src/domain/selection.ts';
import {
  COASTLINE_SYMBOLS,
  FALLBACK_SYMBOL,
  layerSymbol,
  MAP_COLOURS,
  THEMES,
  UNCLASSIFIED_SYMBOL,
} from '../../../src/domain/symbology.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, equatorSegment } from '../build.ts';

const WORDS = { zh: '字', en: 'words' };

function project(id: string, geometry?: Geometry, accuracyM?: number): Project {
  return {
    id,
    layer: 'ports',
    name: WORDS,
    summary: WORDS,
    articles: [],
    status: 'build',
    figures: [],
    isSiteNamedInPlan: false,
    ...(geometry && { geometry }),
    ...(accuracyM !== undefined && { accuracyM }),
  };
}

function layer(id: string, role: LayerRole): CatalogueLayer {
  const metadata = {
    abstract: WORDS,
    source: WORDS,
    method: WORDS,
    accuracy: WORDS,
    licence: '',
    attribution: '',
    date: '',
  };
  return {
    id,
    role,
    title: WORDS,
    group: 'g',
    source: { kind: 'geojson', url: 'a' },
    symbology: id,
    isVisible: true,
    metadata,
  };
}

function ready(id: string, content: LayerContent): LayerState {
  return {
    layer: layer(id, content.role),
    state: { kind: 'ready', content, read: 1, kept: 1, issues: [] },
  };
}

const POINT: Geometry = { type: 'Point', coordinates: [0.5, 0.5] };
const LINE: Geometry = {
  type: 'LineString',
  coordinates: [
    [0.2, 0.2],
    [0.4, 0.4],
  ],
};

function boxRing([west, south, east, north]: BoundingBox): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

describe('the legend of a view', () => {
  const view = {
    corners: [
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ],
    zoom: 9,
    theme: 'light',
  } as const;
  const keys = (
    layers: readonly LayerState[],
    visible = layers.map((state) => state.layer.id),
    sight: Viewport = view,
  ) => legendContent(layers, new Set(visible), sight).map(({ key }) => key);

  test('names the classes in view in their fixed order, the unclassified last', () => {
    const segments = [
      equatorSegment('u', undefined, [0.1, 0.2]),
      equatorSegment('a', 'artificial', [0.2, 0.3]),
      equatorSegment('b', 'bedrock', [0.3, 0.4]),
      equatorSegment('far', 'sandy', [5, 6]),
    ];
    expect(
      keys([
        ready('coast', { role: 'coastline', segments, coastStatus: { kind: 'illustration' } }),
      ]),
    ).toEqual(['coast:bedrock', 'coast:artificial', 'coast:']);
  });

  test('names projects and zones that reach into the view', () => {
    const layers = [
      ready('ports', { role: 'projects', projects: [project('a', POINT, 100)] }),
      ready('zones', { role: 'zones', zones: [boxZone('z', [0.9, 0.9, 3, 3])] }),
    ];
    expect(keys(layers)).toEqual(['ports', 'zones']);
  });

  test('has a row for each grade of the zones in view, the strictest first, and one for zones without', () => {
    const zones = [
      { ...boxZone('a', [0, 0, 1, 1]), grade: 'optimised' as const },
      { ...boxZone('b', [0, 0, 1, 1]), grade: 'strict' as const },
      { ...boxZone('c', [0, 0, 1, 1]), grade: 'strict' as const },
      boxZone('d', [0, 0, 1, 1]),
      { ...boxZone('far', [5, 5, 6, 6]), grade: 'restricted' as const },
    ];
    const rows = keys([ready('zones', { role: 'zones', zones })]);
    expect(rows).toEqual(['zones:strict', 'zones:optimised', 'zones']);
  });

  test('leaves out what lies elsewhere, is hidden, unlocated, still loading, or base map', () => {
    const away = ready('away', {
      role: 'projects',
      projects: [project('a', { type: 'Point', coordinates: [5, 5] }), project('b')],
    });
    const hidden = ready('hidden', { role: 'projects', projects: [project('a', POINT)] });
    const base = ready('base', { role: 'base', features: [] });
    const loading: LayerState = { layer: layer('loading', 'projects'), state: { kind: 'loading' } };
    const zones = ready('zones', { role: 'zones', zones: [boxZone('z', [2, 2, 3, 3])] });
    expect(
      keys([away, hidden, base, loading, zones], ['away', 'base', 'loading', 'zones']),
    ).toEqual([]);
  });

  test('says whether lines or areas are in view, not sites alone', () => {
    const shapes = (geometries: readonly Geometry[]) =>
      legendContent(
        [
          ready('ports', {
            role: 'projects',
            projects: geometries.map((geometry, index) => project(`${index}`, geometry, 100)),
          }),
        ],
        new Set(['ports']),
        view,
      );
    expect(shapes([POINT])).toMatchObject([{ hasShapes: false }]);
    expect(shapes([POINT, LINE])).toMatchObject([{ hasShapes: true }]);
  });

  test('tells a hollow site, its circle and a dashed line, each only where it shows', () => {
    const at = (x: number): Geometry => ({ type: 'Point', coordinates: [x, 0.5] });
    const signs = (of: Project, sight: Partial<Viewport> = {}) =>
      keys([ready('ports', { role: 'projects', projects: [of] })], ['ports'], {
        ...view,
        ...sight,
      });
    expect(signs(project('sure', at(0.5), 2000))).toEqual(['ports']);
    expect(signs(project('coarse', at(0.5), 5000))).toEqual(['ports', 'sureness:hollow']);
    // Circles are drawn from zoom 11 on, and of the selected site at every zoom.
    const area = project('area', at(0.5), 6000);
    const withCircle = ['ports', 'sureness:hollow', 'sureness:circle'];
    expect(signs(area, { zoom: 11 })).toEqual(withCircle);
    expect(signs(area, { zoom: 10.99 })).toEqual(['ports', 'sureness:hollow']);
    expect(signs(area, { selectedIds: ['area'] })).toEqual(withCircle);
    expect(signs(area, { selectedIds: ['another'] })).toEqual(['ports', 'sureness:hollow']);
    // The dot lies 11 km outside the view, whose edge the circle of 20 km crosses.
    const beside = project('beside', at(1.1), 20_000);
    expect(signs(beside, { zoom: 11 })).toEqual(['ports', 'sureness:circle']);
    expect(signs(beside)).toEqual([]);
    expect(signs({ ...project('line', LINE, 100), status: 'study' })).toEqual([
      'ports',
      'sureness:dashed',
    ]);
    expect(signs(project('line', LINE, 10_000))).toEqual(['ports', 'sureness:soft']);
  });

  test('counts a site whose dot reaches in, and not one a pixel farther out', () => {
    // At zoom 9 a pixel is 360° / 2^18 wide here; the dot with its ring reaches 6.75 + 1.8 of them.
    const pixel = 360 / 2 ** 18;
    const at = (pixels: number) =>
      keys([
        ready('ports', {
          role: 'projects',
          projects: [project('a', { type: 'Point', coordinates: [1 + pixels * pixel, 0.5] }, 100)],
        }),
      ]);
    expect(at(8.5)).toEqual(['ports']);
    expect(at(8.6)).toEqual([]);
  });

  test('leaves out a long thin stretch that only bends around a corner of the view', () => {
    const around: Geometry = {
      type: 'LineString',
      coordinates: [
        [0.8, 1.1],
        [1.1, 1.1],
        [1.1, 0.8],
      ],
    };
    expect(keys([ready('p', { role: 'projects', projects: [project('a', around, 100)] })])).toEqual(
      [],
    );
  });

  test('leaves out an area whose hole holds the view, and names one that holds it', () => {
    const whole = boxZone('z', [-1, -1, 3, 3]);
    const holed = {
      ...whole,
      geometry: {
        type: 'Polygon' as const,
        coordinates: [boxRing([-1, -1, 3, 3]), boxRing([-0.5, -0.5, 2, 2])],
      },
    };
    expect(keys([ready('zones', { role: 'zones', zones: [whole] })])).toEqual(['zones']);
    expect(keys([ready('zones', { role: 'zones', zones: [holed] })])).toEqual([]);
  });

  test('tells what a scenario draws, and the lines of the base map last', () => {
    const border = layer('base', 'base');
    const base: LayerState = {
      layer: { ...border, symbology: 'base-district' },
      state: {
        kind: 'ready',
        content: { role: 'base', features: [{ type: 'Feature', properties: {}, geometry: LINE }] },
        read: 1,
        kept: 1,
        issues: [],
      },
    };
    const sketch = {
      type: 'FeatureCollection' as const,
      features: [
        { type: 'Feature' as const, properties: { kind: 'lost' }, geometry: LINE },
        { type: 'Feature' as const, properties: { kind: 'build' }, geometry: POINT },
      ],
    };
    expect(legendContent([base], new Set(), view, sketch).map(({ key }) => key)).toEqual([
      'sketch:lost',
      'base',
    ]);
  });

  test('names a dataset that is only shown, where it shows', () => {
    const shown = (geometry: Geometry): LayerState =>
      ready('own-1', {
        role: 'shown',
        features: [{ type: 'Feature', properties: {}, geometry }],
      });
    const entriesOf = (geometry: Geometry) =>
      legendContent([shown(geometry)], new Set(['own-1']), view);
    expect(entriesOf(LINE)).toMatchObject([{ kind: 'shown', key: 'own-1', hasShapes: true }]);
    expect(entriesOf(POINT)).toMatchObject([{ kind: 'shown', hasShapes: false }]);
    expect(entriesOf({ type: 'Point', coordinates: [5, 5] })).toEqual([]);
  });

  test('names each class in view of a dataset that is coloured by an attribute, others last', () => {
    const row = (properties: Record<string, unknown>, geometry: Geometry) =>
      ({ type: 'Feature', properties, geometry }) as const;
    const far: Geometry = { type: 'Point', coordinates: [5, 5] };
    const shown: LayerState = {
      ...ready('own-1', {
        role: 'shown',
        features: [row({ n: 7 }, LINE), row({}, POINT), row({ n: 1 }, far)],
      }),
      style: {
        opacity: 1,
        by: {
          ...{ kind: 'quantile', field: 'n', other: { colour: '#888888', label: WORDS } },
          classes: [
            { from: 0, colour: '#111111', label: WORDS },
            { from: 5, colour: '#222222', label: { zh: '5 – 9', en: '5 – 9' } },
          ],
        },
      },
    };
    expect(legendContent([shown], new Set(['own-1']), view)).toMatchObject([
      { kind: 'shown', colour: '#222222', hasShapes: true, of: { label: { zh: '5 – 9' } } },
      { kind: 'shown', colour: '#888888', hasShapes: false },
    ]);
  });

  test('counts what only touches the edge of the view', () => {
    expect(keys([ready('zones', { role: 'zones', zones: [boxZone('z', [1, 1, 2, 2])] })])).toEqual([
      'zones',
    ]);
  });
});

describe('a project is drawn by how well its site is known', () => {
  test.each([
    [0, 'surveyed'],
    [300, 'surveyed'],
    [300.1, 'sketched'],
    [2000, 'sketched'],
    [2001, 'coarse'],
    [5000, 'coarse'],
    [5001, 'area-only'],
    [undefined, 'area-only'],
  ] as const)('to %s m: %s', (accuracyM, grade) => {
    expect(accuracyGrade({ geometry: POINT, ...(accuracyM !== undefined && { accuracyM }) })).toBe(
      grade,
    );
  });

  test('not at all without one', () => {
    expect(accuracyGrade({ accuracyM: 10 })).toBe('unlocated');
  });
});

test('an accuracy circle is closed and lies at its radius all round, to half a percent', () => {
  const [ring = []] = accuracyCircle([120, 36], 6000).coordinates;
  expect(ring).toHaveLength(65);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [longitude = 0, latitude = 0] of ring)
    closeTo(ellipsoidDistance([120, 36], [longitude, latitude]), 6000, 30);
});

test('a selection has the id and geometry of what is picked', () => {
  const [segment, zone] = [equatorSegment('s', 'sandy', [0, 1]), boxZone('z', [0, 0, 1, 1])];
  const selections: readonly Selection[] = [
    { kind: 'project', project: project('p', POINT) },
    { kind: 'segment', segment },
    { kind: 'zone', zone },
  ];
  expect(selections.map(selectionId)).toEqual(['p', 's', 'z']);
  expect(selections.map(selectionGeometry)).toEqual([POINT, segment.geometry, zone.geometry]);
  expect(selectionGeometry({ kind: 'project', project: project('p') })).toBeUndefined();
});

describe('symbols', () => {
  test('fall back for a key that the table does not know, inherited names included', () => {
    for (const key of ['unheard-of', '', 'constructor', '__proto__'])
      expect(layerSymbol(key)).toBe(FALLBACK_SYMBOL);
    expect(layerSymbol('ports')).not.toBe(FALLBACK_SYMBOL);
  });

  test('tell natural, restored and built coast apart without colour', () => {
    const { bedrock, sandy, muddy, biogenic, restored, artificial } = COASTLINE_SYMBOLS;
    for (const { pattern } of [bedrock, sandy, muddy, biogenic]) expect(pattern).toBe('full');
    expect([restored.pattern, artificial.pattern]).toEqual(['dashed', 'ticked']);
  });

  // WCAG 2.2, 1.4.11: 3:1 between a part and what it lies on. The coast lies on its own casing.
  test.each(THEMES)('of the coast stand out 3:1 from their casing in the look "%s"', (theme) => {
    for (const { colour } of [...Object.values(COASTLINE_SYMBOLS), UNCLASSIFIED_SYMBOL]) {
      expect(
        contrast(colour[theme], MAP_COLOURS.casing[theme]),
        colour[theme],
      ).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(THEMES)('of text stand out 4.5:1 from their halo in the look "%s"', (theme) => {
    for (const name of ['townText', 'quietText', 'seaText'] as const) {
      expect(
        contrast(MAP_COLOURS[name][theme], MAP_COLOURS.halo[theme]),
        name,
      ).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** Contrast of two #rrggbb colours. Source: WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
