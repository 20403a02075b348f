import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workbookText, xmlText } from '../../src/domain/file-text.ts';
import { charactersOf, shortened } from '../../src/domain/shortened-text.ts';
import { xmlFaults } from '../xml.ts';

describe('text for XML', () => {
  test.each([
    ['前湾\v港区', '前湾\n港区'],
    ['page\fbreak', 'page\nbreak'],
    ['line\r\nfeed\rtoo', 'line\nfeed\ntoo'],
    ['甲\u0000乙\b丙', '甲乙丙'],
    ['escape\u001bd', 'escaped'],
    ['half \ud842', 'half \ufffd'],
    ['whole 𠮷', 'whole 𠮷'],
    ['tab\tand\nfeed', 'tab\tand\nfeed'],
    ['no\ufffecharacter\uffff', 'nocharacter'],
    ['line\u2028separator', 'line\u2028separator'],
  ])('of %j is %j', (given, expected) => {
    expect(xmlText(given)).toBe(expected);
  });

  test('is well-formed whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        expect(xmlFaults(`<a>${escaped}</a>`)).toEqual([]);
      }),
    );
  });
});

describe('text for a workbook', () => {
  test.each(['a_x0041_b', '_x000D_', '_x005F_', '_x0041_x0042_', 'a_x004_b', '_X0041_'])(
    'is read again as %s',
    (id) => {
      // ECMA-376 part 1 §22.9.2.19: a reader takes `_xHHHH_` for the character of that code.
      const read = workbookText(id).replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      expect(read).toBe(id);
    },
  );

  test('ends in an ellipsis where a cell is full', () => {
    const cell = workbookText('长'.repeat(40_000));
    expect(cell).toHaveLength(32_767);
    expect(cell.endsWith('长…')).toBe(true);
  });
});

describe('a shortened text', () => {
  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    // A character of two units is not cut in half.
    ['𠮷𠮷𠮷', 5, '𠮷𠮷…'],
    ['𠮷𠮷𠮷', 4, '𠮷…'],
    // A family is four people joined: 11 units.
    ['a👨‍👩‍👧‍👦b', 8, 'a…'],
    // A letter keeps its mark.
    ['xe\u0301yz', 3, 'x…'],
  ])('%s to %i units is %s', (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  test('is never longer than it may be, and is the beginning of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 20 }),
        (text, most) => {
          const short = shortened(text, most);
          expect(short.length).toBeLessThanOrEqual(most);
          if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
          expect(charactersOf(text).join('')).toBe(text);
        },
      ),
    );
  });
});
