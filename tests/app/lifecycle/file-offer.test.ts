import { expect, test } from 'vitest';
import { offerFile, takeOffers } from '../../../src/app/lifecycle/file-offer.ts';

const FILE = { name: 'walk.csv', blob: new Blob(['id']) };

test('a file is taken if an open part of the page takes it, and by none that is closed', async () => {
  const page = new EventTarget();
  expect(await offerFile(page, FILE)).toBe(false);
  const seen: string[] = [];
  const close = takeOffers(page, async ({ name }) => {
    seen.push(name);
    return true;
  });
  const refuse = takeOffers(page, async () => false);
  expect(await offerFile(page, FILE)).toBe(true);
  close();
  expect(await offerFile(page, FILE)).toBe(false);
  refuse();
  expect(seen).toEqual(['walk.csv']);
});
