import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { pickFeature } from '../../src/map/pick.ts';
import { drawImage, hatchImageId, iconImageId, tickImageId } from '../../src/map/style-images.ts';
import { addUserStyles } from '../../src/map/style-layers/added.ts';
import { dataset, scene } from './build.ts';

addUserStyles(() => undefined);

/** A map that has these features under the pointer, by style layer; it lists where it was asked. */
function mapWith(under: Readonly<Record<string, unknown>>) {
  const asked: { readonly layers: readonly string[]; readonly isBox: boolean }[] = [];
  const fake = {
    getLayer: (id: string) => (id.startsWith('absent/') ? undefined : { id }),
    queryRenderedFeatures: (
      where: readonly unknown[],
      { layers }: { readonly layers: readonly string[] },
    ) => {
      asked.push({ layers, isBox: Array.isArray(where[0]) });
      return layers
        .filter((id) => Object.hasOwn(under, id))
        .map((id) => ({ properties: { id: under[id] } }));
    },
  };
  // The fake has the two members that picking asks.
  return { map: fake as unknown as MapLibreMap, asked };
}

const PLAN = scene([
  dataset('land', 'base'),
  dataset('ports', 'projects'),
  dataset('coast', 'coastline'),
  dataset('zones', 'zones'),
  dataset('rail', 'projects', { isVisible: false }),
  dataset('own-1', 'shown'),
]);

function pick(under: Readonly<Record<string, unknown>>, shown = PLAN): string | undefined {
  return pickFeature(mapWith(under).map, shown, [100, 100]);
}

describe('what a person means at a pixel', () => {
  test('is a site before a line, a line before an area, an area before the zone around it', () => {
    const under = {
      'ports/point': 'site',
      'coast/line': 'line',
      'ports/fill': 'area',
      'zones/fill': 'zone',
    };
    expect(pick(under)).toBe('site');
    expect(pick({ 'coast/line': 'line', 'ports/fill': 'area', 'zones/fill': 'zone' })).toBe('line');
    expect(pick({ 'ports/fill': 'area', 'zones/fill': 'zone' })).toBe('area');
    expect(pick({ 'zones/fill': 'zone' })).toBe('zone');
  });

  test('is the plan before what is only shown, and that before the zone around it', () => {
    const under = { 'own-1/point': 'well', 'own-1/fill': 'field', 'zones/fill': 'zone' };
    expect(pick({ ...under, 'ports/fill': 'area' })).toBe('area');
    expect(pick(under)).toBe('well');
    expect(pick({ 'own-1/fill': 'field', 'zones/fill': 'zone' })).toBe('field');
  });

  test('is a stretch of compared coasts before the plan under it, and never what else is sketched', () => {
    const shown = scene([
      ...PLAN.datasets,
      dataset('sketch', 'sketch'),
      dataset('coast-change', 'sketch'),
    ]);
    const under = { 'ports/point': 'site', 'coast/line': 'line' };
    expect(pick({ ...under, 'coast-change/outline': 'change:3' }, shown)).toBe('change:3');
    const sketched = {
      'sketch/fill': 'site:a',
      'sketch/inner': 'coast:a',
      'coast-change/line': 'x',
    };
    expect(pick({ ...sketched, ...under }, shown)).toBe('site');
    expect(pick(sketched, shown)).toBeUndefined();
  });

  test('is nothing on open ground, on the base map, on a hidden layer or where an id is no text', () => {
    expect(pick({})).toBeUndefined();
    expect(pick({ 'land/fill': 'district' })).toBeUndefined();
    expect(pick({ 'rail/line': 'track' })).toBeUndefined();
    expect(pick({ 'ports/fill': 7 })).toBeUndefined();
  });

  test('lies within reach of lines and dots, and exactly under the pointer for areas', () => {
    const { map, asked } = mapWith({});
    pickFeature(map, PLAN, [100, 100]);
    expect(asked.length).toBeGreaterThan(3);
    for (const { layers, isBox } of asked)
      expect(isBox, layers.join()).toBe(!layers.every((id) => id.endsWith('/fill')));
  });

  test('is never asked of layers that the map does not have', () => {
    const { map, asked } = mapWith({});
    expect(pickFeature(map, scene([dataset('absent', 'projects')]), [0, 0])).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('pictures of the style', () => {
  test('have ids that say what they are', () => {
    expect([
      tickImageId('dark'),
      hatchImageId('ecology', 'projector'),
      iconImageId('harbor', '#1f4e8c'),
    ]).toEqual(['tick:dark', 'hatch:ecology:projector', 'icon:harbor:#1f4e8c']);
  });

  test.each([
    '',
    'tick:constructor',
    'hatch:ecology:noon',
    'icon:__proto__:#000',
    'sprite:a',
    'icon',
  ])('are none for the id %j', (id) => {
    expect(drawImage(id)).toBeUndefined();
  });
});
