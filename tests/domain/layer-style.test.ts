// biome-ignore lint/correctness/noUndeclaredDependencies: the evaluator of the MapLibre in use; one of our own could disagree with it.
import { expression } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type StyleBy, styleClassOf } from '../../src/domain/layer-style.ts';
import { styleLayers } from '../../src/map/style.ts';
import { addUserStyles } from '../../src/map/style-layers/added.ts';
import { dataset, scene } from '../map/build.ts';

const LABEL = { zh: '字', en: 'words' };
const OTHER = { colour: '#888888', label: LABEL };
const BY_VALUE: StyleBy = {
  ...{ kind: 'categories', field: 'f', other: OTHER },
  classes: [
    { from: '水田', colour: '#0072b2', label: LABEL },
    { from: '1', colour: '#e69f00', label: LABEL },
  ],
};
const BY_NUMBER: StyleBy = {
  ...{ kind: 'quantile', field: 'f', other: OTHER },
  classes: [
    { from: 0, colour: '#111111', label: LABEL },
    { from: 10, colour: '#222222', label: LABEL },
    { from: 20, colour: '#333333', label: LABEL },
  ],
};

// No layer of the user has a style before.
beforeAll(() => addUserStyles(() => undefined));

describe('the class of a value', () => {
  test.each([
    [BY_VALUE, '水田', 0],
    [BY_VALUE, 1, 1],
    [BY_VALUE, '旱地', -1],
    [BY_VALUE, undefined, -1],
    [BY_VALUE, null, -1],
    [BY_NUMBER, 0, 0],
    [BY_NUMBER, 9.9, 0],
    [BY_NUMBER, 10, 1],
    [BY_NUMBER, 30, 2],
    [BY_NUMBER, 99, 2],
    [BY_NUMBER, '10', -1],
    [BY_NUMBER, undefined, -1],
    [BY_NUMBER, -0.1, -1],
  ] as const)('%o: %s is class %d', (by, value, index) => {
    expect(styleClassOf(by, value)).toBe(index);
  });

  test.each([BY_VALUE, BY_NUMBER])(
    'is drawn in the colour that the legend has for it, whatever the value: $kind',
    (by) => {
      const [layer] = styleLayers(
        scene([dataset('own-1', 'shown', { style: { opacity: 1, by } })]),
      ).flatMap((one) => (one.type === 'line' && one.id.endsWith('/line') ? [one] : []));
      const made = expression.createExpression(layer?.paint?.['line-color'], 'line-color');
      if (made.result !== 'success') throw new Error(JSON.stringify(made.value));
      const values = fc.oneof(
        fc.constantFrom('水田', '1', 1, 10, 20, 0, '', null, true),
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.string(),
      );
      fc.assert(
        fc.property(values, (value) => {
          const drawn: unknown = made.value.evaluate({ zoom: 10 }, {
            type: 2,
            properties: { f: value },
          } as never);
          expect(drawn).toBe((by.classes[styleClassOf(by, value)] ?? by.other).colour);
        }),
      );
    },
  );
});
