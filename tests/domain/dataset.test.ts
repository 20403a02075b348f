import { expect, test } from 'vitest';
import { creditsOf } from '../../src/domain/dataset.ts';
import { catalogueLayer } from '../app/plan.ts';

test('credits of layers name each source once, in the order of the layers', () => {
  const credited = (attribution: string) => {
    const layer = catalogueLayer('a', 'base');
    return { ...layer, metadata: { ...layer.metadata, attribution } };
  };
  expect(
    creditsOf([credited('OpenStreetMap; GSHHG'), credited('GSHHG;own work'), credited('own work')]),
  ).toEqual(['OpenStreetMap', 'GSHHG', 'own work']);
  expect(creditsOf([])).toEqual([]);
});
