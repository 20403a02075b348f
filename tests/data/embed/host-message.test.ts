import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHostMessage } from '../../../src/data/embed/host-message.ts';

test.each([
  { coastplan: 1, kind: 'hello' },
  { coastplan: 1, kind: 'show', address: '?layers=ports,rail#map=11/35.92/120.11' },
  { coastplan: 1, kind: 'show', address: '#map=11/35.92/120.11' },
  { coastplan: 1, kind: 'show', address: '' },
  { coastplan: 1, kind: 'select', id: 'north-port' },
  { coastplan: 1, kind: 'select', id: null },
  { coastplan: 1, kind: 'get-figures' },
  { coastplan: 1, kind: 'get-figures', request: 'a' },
  { coastplan: 1, kind: 'get-figures', request: 7 },
])('a message of this version is understood: %j', (message) => {
  expect(parseHostMessage(message)).toEqual(message);
});

test.each([
  [undefined],
  [null],
  [new Map([['coastplan', 1]])],
  [Object.create(null)],
  ['{"coastplan":1,"kind":"hello"}'],
  [{ kind: 'hello' }],
  [{ coastplan: 2, kind: 'hello' }],
  [{ coastplan: '1', kind: 'hello' }],
  [{ coastplan: 1, kind: 'erase' }],
  [{ coastplan: 1, kind: 'constructor' }],
  [{ coastplan: 1, kind: 'show' }],
  [{ coastplan: 1, kind: 'show', address: 'https://elsewhere.example/?layers=a' }],
  [{ coastplan: 1, kind: 'show', address: 'javascript:alert(1)' }],
  [{ coastplan: 1, kind: 'show', address: `?${'a'.repeat(9000)}` }],
  [{ coastplan: 1, kind: 'select' }],
  [{ coastplan: 1, kind: 'select', id: '' }],
  [{ coastplan: 1, kind: 'select', id: ['north-port'] }],
  [{ coastplan: 1, kind: 'get-figures', request: {} }],
])('anything else is none: %j', (sent) => {
  expect(parseHostMessage(sent)).toBeUndefined();
});

test('what is not asked for does not come through', () => {
  const sent = { coastplan: 1, kind: 'select', id: 'a', reclassify: true };
  expect(parseHostMessage(sent)).toEqual({ coastplan: 1, kind: 'select', id: 'a' });
});

test('whatever is sent, nothing throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (sent) => {
      expect(() => parseHostMessage(sent)).not.toThrow();
    }),
  );
});
