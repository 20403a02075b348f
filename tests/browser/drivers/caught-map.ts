import type { Page } from 'playwright/test';

/** Takes note of the map that the page makes, without a hook in the page: by a property that it sets on itself. */
export async function catchMap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const property = '_canvasContextAttributes';
    Object.defineProperty(Object.prototype, property, {
      configurable: true,
      set(value: unknown) {
        Object.defineProperty(this, property, { value, writable: true, configurable: true });
        Object.defineProperty(window, 'caughtMap', { value: this, configurable: true });
      },
    });
  });
}
