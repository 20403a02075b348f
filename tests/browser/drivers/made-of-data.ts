import { expect, type Locator, type Page } from 'playwright/test';

/**
 * What a page made of its data beside text, and what a text did to the page around it; empty where all is well. A
 * script of the data that ran has left `mark` on the window.
 */
export function madeOfData(page: Page, mark: string): Promise<readonly string[]> {
  return page.evaluate((left) => {
    const found = Object.keys(Object.prototype).map((name) => `every object has ${name}`);
    if (left in window) found.push('a script of the data ran');
    const isOwn = (address: string): boolean => {
      const { protocol, origin } = new URL(address, document.baseURI);
      return origin === self.origin || protocol === 'blob:' || address.startsWith('data:image/');
    };
    for (const element of document.querySelectorAll('*')) {
      if (/^(?:iframe|object|embed|base)$/i.test(element.tagName)) found.push(element.tagName);
      for (const { name, value } of element.attributes)
        if (
          /^on|^srcdoc$/.test(name) ||
          (/^(?:\w+:)?(?:href|src|action)$/.test(name) && !isOwn(value))
        )
          found.push(`${element.tagName} ${name}=${value.slice(0, 200)}`);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.nodeValue ?? '';
      if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) found.push(`turned: ${text.slice(0, 100)}`);
      if (text.length > 10_000) found.push(`endless: ${text.slice(0, 100)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    return found;
  }, mark);
}

/** Opens whatever a box holds folded, and what that holds, until nothing is folded and all parts are there. */
export async function unfold(box: Locator): Promise<void> {
  const open = () =>
    box.evaluate((element) => {
      const folded = [...element.querySelectorAll<HTMLElement>('details:not([open]) > summary')];
      for (const summary of folded) summary.click();
      return folded.length + (/Loading this part/.test(element.textContent) ? 1 : 0);
    });
  // Twice in a row, as a part may come with what it holds folded.
  let quiet = 0;
  await expect
    .poll(
      async () => {
        quiet = (await open()) === 0 ? quiet + 1 : 0;
        return quiet;
      },
      { intervals: [50, 150] },
    )
    .toBeGreaterThan(2);
}
