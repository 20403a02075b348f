import { expect, test } from 'vitest';
import type { CatalogueLayer } from '../../src/domain/dataset.ts';
import { type DatasetState, isPlanThere } from '../../src/domain/layer-state.ts';
import { catalogueLayer } from '../app/plan.ts';

const LOADING: DatasetState = { kind: 'loading' };
const FAILED: DatasetState = {
  kind: 'failed',
  error: { kind: 'network', file: 'a', message: { zh: '', en: '' }, cure: { zh: '', en: '' } },
};
const at = (role: CatalogueLayer['role'], state: DatasetState) => ({
  layer: catalogueLayer(role, role),
  state,
});

test('a plan is there once every layer but the base map is read or has failed', () => {
  expect(isPlanThere([at('projects', FAILED), at('base', LOADING)])).toBe(true);
  expect(isPlanThere([at('projects', FAILED), at('zones', LOADING)])).toBe(false);
  expect(isPlanThere([]), 'the catalogue is not there yet').toBe(false);
});
