import { readFile } from 'node:fs/promises';
import { expect, test } from './test.ts';

test('a change survives a closed tab and is offered again; a work file carries it on', async ({
  desk,
  page,
}) => {
  await desk.open('?panel=coastline&select=quay');
  const form = desk.card.locator('form');
  await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
  await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
  await form.getByRole('button', { name: 'Apply' }).click();
  const changes = desk.panel.getByRole('region', { name: 'Changes' });
  await expect(changes).toContainText('Quay Wall → Bedrock');
  const headline = desk.panel.locator('output').first();
  await expect(headline).toHaveText(/83\.3\s%/);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    changes.getByRole('button', { name: 'Save work file' }).click(),
  ]);
  const file = await readFile(await saved.path(), 'utf8');
  await expect.poll(() => keptText(page)).toContain('seen on site');

  await desk.open('?panel=coastline');
  await expect(headline).toHaveText(/50\.0\s%/);
  const offer = page.getByRole('region', { name: 'Changes from an earlier visit' });
  await offer.getByRole('button', { name: 'Go on with them' }).click();
  await expect(headline).toHaveText(/83\.3\s%/);
  await expect(offer).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(headline).toHaveText(/50\.0\s%/);

  const open = (name: string, text: string) =>
    changes
      .getByLabel('Open work file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await open('broken.json', file.replace('"bedrock"', '"marble"'));
  await expect(page.getByRole('alert')).toContainText('log.0.class');
  await expect(headline).toHaveText(/50\.0\s%/);
  await open('work.json', file);
  await expect(headline).toHaveText(/83\.3\s%/);
});

/** What the browser keeps, read past the app. */
function keptText(page: import('playwright/test').Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('coastplan');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('work').objectStore('work').get('work');
          reading.onsuccess = () => resolve(String(reading.result ?? ''));
          reading.onerror = () => reject(reading.error);
        };
      }),
  );
}
