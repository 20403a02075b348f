import { expect, test } from 'vitest';
import { createLayerStyleModel, withStyles } from '../../../src/app/state/layer-style-model.ts';
import type { LayerState } from '../../../src/domain/layer-state.ts';
import { catalogueLayer } from '../plan.ts';

const LAYERS: readonly LayerState[] = ['a', 'b', 'c', 'd'].map((id) => ({
  layer: catalogueLayer(id, 'projects'),
  state: { kind: 'loading' },
}));
const idsOf = (layers: readonly LayerState[]) => layers.map(({ layer }) => layer.id);

test('layers without a style stay the same objects', () => {
  const { current } = createLayerStyleModel();
  expect(withStyles(LAYERS, current.value).map((layer, index) => layer === LAYERS[index])).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('a style is given and taken back; one under an inherited name is nobody’s', () => {
  const model = createLayerStyleModel();
  model.setStyle('b', { opacity: 0.3 });
  expect(withStyles(LAYERS, model.current.value).map(({ style }) => style)).toEqual([
    undefined,
    { opacity: 0.3 },
    undefined,
    undefined,
  ]);
  model.setStyle('b', undefined);
  expect(model.current.value.styles).toEqual({});
  const inherited = [{ ...LAYERS[0], layer: catalogueLayer('constructor', 'projects') }];
  expect(
    withStyles(inherited as LayerState[], model.current.value).map(({ style }) => style),
  ).toEqual([undefined]);
});

test('moved layers change places among themselves; the others, and ids of no layer, move nothing', () => {
  const model = createLayerStyleModel();
  model.setOrder(['d', 'gone', 'b']);
  expect(idsOf(withStyles(LAYERS, model.current.value))).toEqual(['a', 'd', 'c', 'b']);
});

test('the whole is one plain value that can be saved and restored', () => {
  const model = createLayerStyleModel();
  model.setStyle('a', { opacity: 0.5, colour: '#0072b2' });
  model.setOrder(['b', 'a']);
  const other = createLayerStyleModel();
  other.restore(JSON.parse(JSON.stringify(model.current.value)));
  expect(other.current.value).toEqual(model.current.value);
});
