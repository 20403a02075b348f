// @vitest-environment happy-dom
import { options, render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { tameShownTexts } from '../../src/ui/shown-text.ts';

const before = options.vnode;

afterEach(() => {
  if (before === undefined) delete options.vnode;
  else options.vnode = before;
});

function shown(text: string): string {
  tameShownTexts();
  const root = document.createElement('main');
  render(
    <p>
      {text} takes <b>{2}</b> km
    </p>,
    root,
  );
  return root.textContent;
}

test('a name that turns the direction of what follows is shown in the order of its letters', () => {
  // The file is a program; with the override it reads "exe.pdf".
  expect(shown('\u202Efdp.exe')).toBe('fdp.exe takes 2 km');
  // Two ends of an isolate would lead out of one that is put around the name.
  expect(shown('\u2069\u2069\u2067\u202Dport')).toBe('port takes 2 km');
});

test('letters of languages that run from right to left, and what joins letters, stay', () => {
  expect(shown('נמל 12')).toBe('נמל 12 takes 2 km');
  expect(shown('می\u200Cخواهم 👩\u200D👧')).toBe('می\u200Cخواهم 👩\u200D👧 takes 2 km');
});

test('a text of ten thousand letters is whole', () => {
  expect(shown('x'.repeat(10_000))).toBe(`${'x'.repeat(10_000)} takes 2 km`);
});

test('a text of a million letters is cut at ten thousand, and what stands after it is there', () => {
  expect(shown('x'.repeat(1_000_000))).toBe(`${'x'.repeat(10_000)}… takes 2 km`);
});
