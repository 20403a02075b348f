import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJsonText, placeAtOffset, placeOfPath } from '../../src/data/text/json-text.ts';

async function fault(text: string) {
  const parsed = await parseJsonText(text, 'a.json');
  if (parsed.ok) throw new Error(`read ${JSON.stringify(parsed.value)}`);
  return parsed.error;
}

describe('reading JSON', () => {
  test('gives the value', async () => {
    expect(await parseJsonText('{"a":[1,null,"岸"]}', 'a.json')).toEqual({
      ok: true,
      value: { a: [1, null, '岸'] },
    });
  });

  test('passes over a byte order mark', async () => {
    expect(await parseJsonText('\uFEFF[1]', 'a.json')).toEqual({ ok: true, value: [1] });
  });

  test.each([
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['a bare word', '[1,\n NaN]', 2, 2],
    ['a comment', '[1, // one\n 2]', 1, 5],
    ['an end that comes too early', '{"a": [1, 2', 1, 12],
    ['nothing at all', '', 1, 1],
    ['a second value', '{}\n{}', 2, 1],
  ])('places %s by line and column and says how to mend it', async (_, text, line, column) => {
    const error = await fault(text);
    expect(error).toMatchObject({ kind: 'syntax', file: 'a.json', line, column });
    expect(error.message.en).toContain(`a.json line ${line} column ${column}`);
    expect(error.message.zh).toContain(`第 ${line} 行第 ${column} 列`);
    expect(error.cure.en).not.toBe('');
  });

  test.each([
    ['<!doctype html><title>Log in</title>', 'an HTML page'],
    ['\uFEFF\n<ServiceException/>', 'XML'],
    ['', 'an empty file'],
    ['\uFEFF \n', 'an empty file'],
  ])('says what a text is that is no JSON at all: %j', async (text, words) => {
    const parsed = await parseJsonText(text, 'a.json');
    expect(parsed).toMatchObject({ ok: false, error: { kind: 'syntax' } });
    expect(!parsed.ok && parsed.error.message.en).toContain(words);
  });

  test('places a fault after a byte order mark as an editor would show it', async () => {
    expect(await fault('\uFEFF[1,]')).toMatchObject({ line: 1, column: 4 });
  });

  test('stands nesting so deep that it would exhaust a stack', async () => {
    expect(await fault('['.repeat(30_000))).toMatchObject({ kind: 'syntax' });
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect((await parseJsonText(deep, 'a.json')).ok).toBe(true);
  });

  test('gives a value or a placed fault for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const parsed = await parseJsonText(text, 'a.json');
        if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(text.replace(/^\uFEFF/, '')));
        else {
          expect(parsed.error.line).toBeGreaterThanOrEqual(1);
          expect(parsed.error.column).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  test('gives a value or a fault for any JSON that lost a character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.nat(), async (text, at) => {
        const parsed = await parseJsonText(
          text.slice(0, at % text.length) + text.slice((at % text.length) + 1),
          'a.json',
        );
        if (!parsed.ok) expect(parsed.error.kind).toBe('syntax');
      }),
    );
  });
});

describe('the place of a character', () => {
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [5, 2, 3],
    [6, 3, 1],
  ])('at offset %d of three lines is line %d column %d', (offset, line, column) => {
    expect(placeAtOffset('ab\ncd\nef', offset)).toEqual({ line, column });
  });
});

describe('the place of a value', () => {
  const text = '{\n  "layers": [\n    {"id": "a"},\n    {"id": 7}\n  ]\n}';

  test('is found by its path', async () => {
    expect(await placeOfPath(text, ['layers', 1, 'id'])).toEqual({ line: 4, column: 12 });
  });

  test('is that of the nearest value above where the path leads nowhere', async () => {
    expect(await placeOfPath(text, ['layers', 0, 'title', 'zh'])).toEqual({ line: 3, column: 5 });
    expect(await placeOfPath(text, ['groups'])).toEqual({ line: 1, column: 1 });
  });

  test('is the start of a text that holds nothing', async () => {
    expect(await placeOfPath('', ['layers'])).toEqual({ line: 1, column: 1 });
  });

  test('is found behind nesting so deep that it would exhaust a stack, or given as the start', async () => {
    const deep = `{"a": ${'['.repeat(30_000)}${']'.repeat(30_000)}, "b": 1}`;
    const { line } = await placeOfPath(deep, ['b']);
    expect(line).toBe(1);
  });
});
