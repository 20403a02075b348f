import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodedWithin, encodeGb18030, encoderOf } from '../../../src/data/export/gb18030.ts';

describe('GB18030', () => {
  test.each([
    ['A', [0x41]],
    // Python 3: '岸线'.encode('gb18030'), and so on.
    ['岸线', [0xb0, 0xb6, 0xcf, 0xdf]],
    ['整治修复', [0xd5, 0xfb, 0xd6, 0xce, 0xd0, 0xde, 0xb8, 0xb4]],
    ['é', [0xa8, 0xa6]],
    ['ß', [0x81, 0x30, 0x89, 0x38]],
    ['한', [0x83, 0x36, 0x84, 0x33]],
    ['𠮷', [0x95, 0x34, 0xb2, 0x35]],
    ['😀', [0x94, 0x39, 0xfc, 0x36]],
    ['\uD800', [0x84, 0x31, 0xa4, 0x37]],
  ])('%s', (text, bytes) => {
    expect([...encodeGb18030(text)]).toEqual(bytes);
  });

  test('is read back as it was written, whatever the text', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decoder.decode(encodeGb18030(text))).toBe(text);
      }),
    );
  });
});

describe('a text in a column of fixed width', () => {
  test.each([
    ['gb18030', 7, '岸线类'],
    ['gb18030', 8, '岸线类型'],
    ['utf-8', 8, '岸线'],
    ['utf-8', 9, '岸线类'],
    ['utf-8', 2, ''],
  ] as const)('is cut between characters: %s, %d bytes', (encoding, most, kept) => {
    const bytes = encodedWithin('岸线类型', most, encoderOf(encoding));
    expect(new TextDecoder(encoding, { fatal: true }).decode(bytes)).toBe(kept);
  });
});
