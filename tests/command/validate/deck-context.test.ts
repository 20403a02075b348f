import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GEODATA } from '../../../src/command/files/geodata-files.ts';
import { validateCommand } from '../../../src/command/validate/validate-command.ts';
import { directoryWith, runCommand } from '../run-command.ts';

/** A copy of the plan's catalogue, coast and ports with a deck of one view at an address. */
function planWith(address: string): string {
  const folder = directoryWith({});
  for (const name of ['catalogue.json', 'coast', 'projects'])
    cpSync(join(GEODATA, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'views'));
  const words = { zh: '字', en: 'Words' };
  const texts = { title: words, caption: words, notes: words };
  const savedAt = '2026-11-28T00:00:00.000Z';
  const deck = { id: 'own', title: words, views: [{ number: 1, ...texts, address, savedAt }] };
  writeFileSync(join(folder, 'views/own.json'), JSON.stringify(deck));
  return folder;
}

async function codes(address: string): Promise<readonly string[]> {
  const { out } = await runCommand(validateCommand, ['views/own.json', '--format', 'json'], {
    directory: planWith(address),
  });
  const found: readonly { readonly code: string; readonly message: string }[] = JSON.parse(out);
  return found.map(({ code, message }) => `${code} ${/\w+=[^\s]+/.exec(message)?.[0]}`);
}

test('what a view names is looked for in the catalogue beside the deck', async () => {
  expect(await codes('?layers=coastline,ports&zone=tangdao-bay&select=qianwan-port-area')).toEqual(
    [],
  );
  expect(
    await codes('?layers=coastline,harbours&zone=nowhere&select=nothing#map=9/35/120'),
  ).toEqual([
    'deck-id-unknown layers=harbours',
    'deck-id-unknown zone=nowhere',
    'deck-id-unknown select=nothing',
  ]);
  // Base layers are always drawn: no address switches them.
  expect(await codes('?layers=land')).toEqual(['deck-id-unknown layers=land']);
});
