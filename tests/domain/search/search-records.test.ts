import type { Feature } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { LayerContent, LayerState } from '../../../src/domain/layer-state.ts';
import { searchableIn } from '../../../src/domain/search/search-records.ts';
import { catalogueLayer, projectOf, readyWith } from '../../app/plan.ts';
import { boxZone, equatorSegment } from '../build.ts';

function layerOf(id: string, content: LayerContent, symbology = id): LayerState {
  return { layer: catalogueLayer(id, content.role, { symbology }), state: readyWith(content) };
}

function place(
  properties: Feature['properties'],
  geometry: unknown = { type: 'Point', coordinates: [120, 36] },
): Feature {
  return { type: 'Feature', properties, geometry: geometry as Feature['geometry'] };
}

describe('what can be found', () => {
  test('is every project, located or not, with its articles and the labels of its figures', () => {
    const { geometry: _, ...unlocated } = projectOf('vague', 'ports');
    const quay = {
      ...projectOf('quay', 'ports'),
      articles: [24],
      figures: [{ label: { zh: '泊位', en: 'Berths' }, value: 3 }],
    };
    const found = searchableIn([
      layerOf('ports', { role: 'projects', projects: [quay, unlocated] }),
    ]);
    expect(found.map(({ isLocated }) => isLocated)).toEqual([true, false]);
    expect(found[0]).toMatchObject({
      source: quay,
      record: { kind: 'project', id: 'quay', articles: [24], labels: ['泊位', 'Berths'] },
    });
    expect(found[0]?.source).toBe(quay);
  });

  test('is found by its figures, published length and area among them', () => {
    const road = {
      ...projectOf('road', 'roads'),
      figures: [{ label: { zh: '车道', en: 'Lanes' }, value: '4–6' }],
      publishedLength: { value: 130.52, source: 'plan' },
      publishedArea: { value: 7.66 },
    };
    const [found] = searchableIn([layerOf('roads', { role: 'projects', projects: [road] })]);
    expect(found?.record.figures).toEqual([
      ...road.figures,
      { value: 130.52, unit: 'km' },
      { value: 7.66, unit: 'km²' },
    ]);
  });

  test('is every zone and segment, a segment with its class where it has one', () => {
    const zones = layerOf('zones', {
      role: 'zones',
      zones: [boxZone('west', [0, 0, 1, 1], { name: { zh: '西', en: 'West' }, articles: [46] })],
    });
    const coast = layerOf('coast', {
      role: 'coastline',
      segments: [
        equatorSegment('beach', 'sandy', [0, 1]),
        equatorSegment('unknown', undefined, [1, 2]),
      ],
      coastStatus: { kind: 'illustration' },
    });
    const found = searchableIn([zones, coast]);
    expect(found.map(({ record }) => `${record.kind} ${record.id}`)).toEqual([
      'zone west',
      'segment beach',
      'segment unknown',
    ]);
    expect(found[0]?.record).toMatchObject({ name: { zh: '西', en: 'West' }, articles: [46] });
    expect(found[1]?.shoreClass).toBe('sandy');
    expect(found[1]?.record.labels).toEqual(['砂质岸线', 'Sandy']);
    expect(found[2]?.record.labels).toEqual(['未分类岸线', 'Not classified']);
    expect(found[2]).not.toHaveProperty('shoreClass');
  });

  test('is a place of the base map with both names, in its middle', () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [120, 36],
        [121, 37],
      ],
    };
    const features = [
      place({ id: 'bay', name_zh: '湾', name_en: 'Bay' }, line),
      place({ id: 'mute', name_zh: '湾' }),
      place(
        { id: 'nowhere', name_zh: '湾', name_en: 'Bay' },
        { type: 'MultiPoint', coordinates: [] },
      ),
      place(null),
    ];
    const found = searchableIn([layerOf('names', { role: 'base', features }, 'base-sea-names')]);
    expect(found).toMatchObject([{ record: { kind: 'place', id: 'bay' }, at: [120.5, 36.5] }]);
  });

  test('is a place without an id by its name', () => {
    const found = searchableIn([
      layerOf(
        'names',
        { role: 'base', features: [place({ name_zh: '湾', name_en: 'Bay' })] },
        'base-places',
      ),
    ]);
    expect(found[0]?.record.id).toBe('湾');
  });

  test('is what is only shown, by its name and by what its attributes say', () => {
    const field = place({
      id: 'own-1:7',
      name_en: 'Field',
      地类: '水田',
      面积: 12.5,
      空: null,
      说明: '长'.repeat(61),
    });
    const layer = layerOf('own-1', { role: 'shown', features: [field, place({ 地类: '旱地' })] });
    expect(searchableIn([layer]).map(({ record }) => record)).toEqual([
      {
        kind: 'shown',
        id: 'own-1:7',
        name: { zh: 'Field', en: 'Field' },
        articles: [],
        labels: ['水田'],
        figures: [{ value: 12.5 }],
      },
    ]);
  });

  test('is nothing of the rest of the base map, nor of a layer that is not there', () => {
    const road = layerOf(
      'roads',
      { role: 'base', features: [place({ id: 'a', name_zh: '路', name_en: 'Road' })] },
      'base-roads',
    );
    const loading: LayerState = {
      layer: catalogueLayer('slow', 'projects'),
      state: { kind: 'loading' },
    };
    expect(searchableIn([road, loading])).toEqual([]);
  });
});
