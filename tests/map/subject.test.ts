// biome-ignore lint/correctness/noUndeclaredDependencies: the validator of the MapLibre in use; one of our own could disagree with it.
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/bilingual.ts';
import { THEMES } from '../../src/domain/symbology.ts';
import type { MapScene } from '../../src/map/scene.ts';
import { style, styleLayers } from '../../src/map/style.ts';
import {
  type DrawnSubject,
  SUBJECT_DATASET,
  subjectRestyle,
} from '../../src/map/style-layers/subject.ts';
import { dataset, scene } from './build.ts';

const DATASETS = [
  dataset('base-land', 'base'),
  dataset('base-roads', 'base'),
  dataset('zones', 'zones'),
  dataset('coast', 'coastline'),
  dataset('ports', 'projects'),
  dataset('rail', 'projects'),
  dataset('own', 'shown'),
  dataset('sketch', 'sketch'),
  dataset(SUBJECT_DATASET, 'sketch'),
];
const NOTHING: DrawnSubject = {
  layers: new Set(),
  features: [],
  zones: [],
  verdicts: undefined,
  names: [],
  hasCallouts: false,
  holders: new Set(),
};
const VERDICTS = {
  ...{ pass: ['a'], 'too-close': ['b'], fail: ['c'] },
  ...{ adds: ['d'], either: ['e'], takes: ['f'] },
};

function about(subject: Partial<DrawnSubject>, over: Partial<MapScene> = {}): MapScene {
  return scene(DATASETS, { restyle: subjectRestyle({ ...NOTHING, ...subject }), ...over });
}

function layersOf(drawn: MapScene, id: string): readonly LayerSpecification[] {
  return styleLayers(drawn).filter((layer) => layer.id.startsWith(`${id}/`));
}

const idsOf = (layers: readonly LayerSpecification[]): readonly string[] =>
  layers.map(({ id }) => id);

describe('a map that is about something', () => {
  test.each(THEMES.flatMap((theme) => LANGUAGES.map((language) => [theme, language] as const)))(
    'is a style that MapLibre takes: %s, %s',
    (theme, language) => {
      const subjects: readonly Partial<DrawnSubject>[] = [
        {},
        { layers: new Set(['coast', 'ports', 'zones']), hasCallouts: true },
        { features: ['x', 'y'], holders: new Set(['ports', 'coast']) },
        { zones: ['a'], names: ['灵山岛', 'Lingshan Island'] },
        { verdicts: VERDICTS, zones: ['c'] },
      ];
      for (const subject of subjects) {
        const drawn = style(about(subject, { theme, language }));
        expect(validateStyleMin(drawn).map(({ message }) => message)).toEqual([]);
      }
    },
  );

  test('draws its own layer as ever, and others without names and paler', () => {
    const plain = scene(DATASETS);
    const drawn = about({ layers: new Set(['rail']) });
    expect(idsOf(layersOf(drawn, 'rail'))).toEqual(idsOf(layersOf(plain, 'rail')));
    expect(layersOf(drawn, 'rail').map(({ paint }) => paint)).toEqual(
      layersOf(plain, 'rail').map(({ paint }) => paint),
    );
    expect(idsOf(layersOf(drawn, 'ports'))).not.toContain('ports/label');
    const opacityOf = (layers: readonly LayerSpecification[]): unknown =>
      layers.find(({ id }) => id === 'ports/line')?.paint;
    expect(opacityOf(layersOf(plain, 'ports'))).not.toHaveProperty('line-opacity');
    expect(opacityOf(layersOf(drawn, 'ports'))).toHaveProperty('line-opacity', 0.28);
  });

  test('draws coast that is not the topic as one thin line, and as classed where it is', () => {
    expect(idsOf(layersOf(about({ layers: new Set(['ports']) }), 'coast'))).toEqual(['coast/line']);
    const classed = layersOf(about({ layers: new Set(['coast']) }), 'coast');
    expect(classed).toEqual(layersOf(scene(DATASETS), 'coast'));
  });

  test('pales what it does not name in a layer of which it names some', () => {
    const drawn = about({ features: ['x'], holders: new Set(['ports']) });
    const [line] = layersOf(drawn, 'ports').filter(({ id }) => id === 'ports/line');
    expect(line?.paint).toHaveProperty('line-opacity', [
      '*',
      ['case', ['in', ['get', 'id'], ['literal', ['x']]], 1, 0.28],
      1,
    ]);
  });

  test('colours zones by how they stand: tints, and a hatch where the band straddles the target', () => {
    const zones = layersOf(about({ verdicts: VERDICTS }), 'zones');
    const hatched = zones.find(({ id }) => id === 'zones/pattern');
    expect(JSON.stringify(hatched)).toContain('["literal",["b","e"]]');
    const fill = JSON.stringify(zones.find(({ id }) => id === 'zones/fill'));
    expect(fill).toContain('["literal",["a"]]');
    expect(fill).toContain('["literal",["c"]]');
    expect(fill).toContain('["literal",["d"]]');
    expect(fill).toContain('["literal",["f"]]');
  });

  test('writes the shape of a verdict where it stands, whatever lies there, and no name over it', () => {
    const drawn = layersOf(about({ verdicts: VERDICTS }), SUBJECT_DATASET);
    const [names, shapes] = drawn.slice(-2);
    expect(shapes?.type === 'symbol' && shapes.layout).toMatchObject({
      'text-field': ['get', 'shape'],
      'text-allow-overlap': true,
    });
    expect(JSON.stringify(names?.type === 'symbol' && names.filter)).toContain(
      '["!=",["get","part"],"verdict"]',
    );
  });

  test('writes names above all but signs, which names of the renderer then keep off', () => {
    const ids = idsOf(styleLayers(about({})));
    expect(ids.slice(-2)).toEqual([`${SUBJECT_DATASET}/label`, `${SUBJECT_DATASET}/icon`]);
  });
});
