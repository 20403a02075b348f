import { expect, test } from 'vitest';
import { creditsOf } from '../../../src/domain/dataset.ts';
import { ownLayer } from '../../../src/domain/own-data/own-layer.ts';
import { ownDataset } from './own-dataset-of.ts';

test('own data are credited by their name, in one language at a time, unless the importer states a credit', () => {
  const plain = ownLayer(ownDataset({ name: '岸线 2025' }));
  expect(creditsOf([plain], 'zh')).toEqual(['自有数据：岸线 2025']);
  expect(creditsOf([plain], 'en')).toEqual(['Own data: 岸线 2025']);
  const credit = { zh: '区海洋局', en: 'District Ocean Bureau' };
  const stated = ownLayer(ownDataset({ lineage: { credit } }));
  expect(creditsOf([stated], 'zh')).toEqual(['区海洋局']);
  expect(creditsOf([stated], 'en')).toEqual(['District Ocean Bureau']);
});
