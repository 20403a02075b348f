import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Project } from '../../src/domain/project.ts';
import { projectFeatures } from '../../src/map/features.ts';
import { styleLayers } from '../../src/map/style.ts';
import { dataset, scene } from './build.ts';

const LINE: Geometry = {
  type: 'LineString',
  coordinates: [
    [120, 36],
    [120.1, 36],
  ],
};

function line(accuracyM: number): Project {
  return {
    ...{ id: 'line', name: { zh: '线', en: 'line' }, layer: 'energy', articles: [] },
    ...{ status: 'build', summary: { zh: '', en: '' }, figures: [], isSiteNamedInPlan: false },
    ...{ accuracyM, geometry: LINE },
  };
}

function layersOf(accuracyM: number) {
  const features = projectFeatures([line(accuracyM)]);
  return styleLayers(scene([dataset('rail', 'projects', { features })]));
}

describe('a line known to no better than 5 km', () => {
  test('is a band below the coast, and no sharp line of its layer takes it', () => {
    const layers = layersOf(10_000);
    const band = layers.find(({ id }) => id === 'rail/band');
    expect(band?.paint).toMatchObject({ 'line-blur': expect.anything() });
    expect(JSON.stringify(band)).not.toContain('dasharray');
    const sharp = layers.filter(({ id }) => /^rail\/(casing|line|inner)$/.test(id));
    expect(sharp).toHaveLength(3);
    for (const layer of sharp) expect(JSON.stringify(layer)).toContain('["!",["has","isSoft"]]');
  });

  test('says its accuracy beneath its name', () => {
    const labels = projectFeatures([line(10_000)]).features.filter(
      ({ properties }) => properties?.['part'] === 'label',
    );
    expect(labels.map(({ properties }) => properties?.['within'])).toEqual(['\n±10 km']);
  });

  test('is the only one that costs a style layer', () => {
    expect(layersOf(5000).map(({ id }) => id)).not.toContain('rail/band');
  });
});
