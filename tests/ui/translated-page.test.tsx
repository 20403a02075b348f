// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { options, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { surviveTranslation } from '../../src/ui/translated-page.ts';

let root: HTMLElement;
let stop: () => void;

beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
  stop = surviveTranslation(root);
});

afterEach(() => {
  stop();
  render(null, root);
  root.remove();
});

/** Wraps every text in `<font>`, upper case for a translation, as Chromium's translator does. */
function translate(): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const text of texts) {
    if (text.parentElement?.localName === 'font' || text.data === '') continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data.toUpperCase();
    outer.append(inner);
    text.parentNode?.insertBefore(outer, text);
    text.remove();
  }
}

/** Lets observers and renderings have their turn. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

let change: (step: number) => void;

function Panel() {
  const [step, setStep] = useState(0);
  change = setStep;
  return (
    <section>
      {step > 0 && <b>new </b>}
      ratio {step} of 2{step < 2 ? ' left' : null}
      <ul>
        {[...Array(step).keys()].map((row) => (
          <li key={row}>row {row}</li>
        ))}
      </ul>
    </section>
  );
}

describe('a page that the browser translates', () => {
  test('goes on changing: texts, parts before texts, and lists', async () => {
    render(<Panel />, root);
    expect(root.textContent).toBe('ratio 0 of 2 left');
    translate();
    await settled();
    expect(root.textContent).toBe('RATIO 0 OF 2 LEFT');
    for (const [step, text] of [
      [1, 'new ratio 1 of 2 leftrow 0'],
      [2, 'new ratio 2 of 2row 0row 1'],
      [0, 'ratio 0 of 2 left'],
    ] as const) {
      change(step);
      await settled();
      expect(root.textContent).toBe(text);
      translate();
      await settled();
      expect(root.textContent).toBe(text.toUpperCase());
    }
    render(null, root);
    expect(root.querySelectorAll('section')).toHaveLength(0);
  });

  test('shows a figure that a signal writes without any rendering', async () => {
    const ratio = signal('33.8 %');
    render(<p>{ratio}</p>, root);
    translate();
    await settled();
    ratio.value = '33.0 %';
    await settled();
    expect(root.textContent).toBe('33.0 %');
  });

  test('is left as it was when it ends', () => {
    stop();
    expect(options.debounceRendering).toBeUndefined();
    stop = surviveTranslation(root);
  });
});
