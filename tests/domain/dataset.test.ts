import { expect, test } from 'vitest';
import { creditInBoth, creditsOf } from '../../src/domain/dataset.ts';
import { catalogueLayer } from '../app/plan.ts';

function credited(attribution: string | { readonly zh: string; readonly en: string }) {
  const layer = catalogueLayer('a', 'base');
  return { ...layer, metadata: { ...layer.metadata, attribution } };
}

test('credits of layers name each source once, in the order of the layers', () => {
  expect(
    creditsOf(
      [credited('OpenStreetMap; GSHHG'), credited('GSHHG;own work'), credited('own work')],
      'en',
    ),
  ).toEqual(['OpenStreetMap', 'GSHHG', 'own work']);
  expect(creditsOf([], 'zh')).toEqual([]);
});

test('a credit that is given per language is in the one of the page, and in both where a file has none', () => {
  const bureau = { zh: '海洋局；测绘院', en: 'Ocean Bureau' };
  expect(creditsOf([credited(bureau), credited('GSHHG')], 'zh')).toEqual([
    '海洋局',
    '测绘院',
    'GSHHG',
  ]);
  expect(creditsOf([credited(bureau)], 'en')).toEqual(['Ocean Bureau']);
  expect(creditInBoth(bureau)).toBe('海洋局；测绘院 / Ocean Bureau');
  expect(creditInBoth('GSHHG')).toBe('GSHHG');
});
