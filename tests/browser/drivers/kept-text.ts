import type { Page } from 'playwright/test';

/** Where the app keeps what: database, store and key. */
const PLACES = {
  work: ['coastplan', 'work', 'work'],
  /** New work, while an offer of earlier work waits. */
  'work-next': ['coastplan', 'work', 'work-next'],
  /** Of every visit, in one text. */
  minutes: ['coastplan-minutes', 'minutes', undefined],
} as const;

/** What the browser keeps, read past the app; '' for nothing, and before the app has made its store. */
export function keptText(page: Page, what: keyof typeof PLACES = 'work'): Promise<string> {
  return page.evaluate(async ([database, store, key]) => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === database)) return '';
    return new Promise<string>((resolve, reject) => {
      const opening = indexedDB.open(database);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const objects = opening.result.transaction(store).objectStore(store);
        const reading = key === undefined ? objects.getAll() : objects.get(key);
        reading.onsuccess = () => resolve(String(reading.result ?? ''));
        reading.onerror = () => reject(reading.error);
      };
    });
  }, PLACES[what]);
}
