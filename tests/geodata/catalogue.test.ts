import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAuditRule } from '../../src/data/audit/audit-rule.ts';
import { parseCatalogue } from '../../src/data/catalogue/catalogue.ts';
import type { ParsedCatalogue } from '../../src/data/catalogue/catalogue-schema.ts';
import { readDataset } from '../../src/data/loading/read-dataset.ts';
import type { Bilingual } from '../../src/domain/bilingual.ts';
import type { CatalogueLayer } from '../../src/domain/dataset.ts';
import { FALLBACK_SYMBOL, layerSymbol } from '../../src/domain/symbology.ts';
import { GEODATA } from './read-geodata.ts';

/** Every licence in use: what the notices beside the app print of it, and how geodata/README.md calls it. */
const LICENCES: Readonly<Record<string, { readonly notice: string; readonly name: string }>> = {
  'ODbL-1.0': { notice: 'https://opendatacommons.org/licenses/odbl/1-0/', name: 'ODbL 1.0' },
  'LGPL-3.0-or-later': { notice: 'GNU Lesser General Public License 3', name: 'LGPL 3' },
  'CC-BY-4.0': { notice: 'https://creativecommons.org/licenses/by/4.0/', name: 'CC BY 4.0' },
  'CC0-1.0': { notice: 'https://creativecommons.org/publicdomain/zero/1.0/', name: 'CC0 1.0' },
};

/** What a file whose lineage has these words owes. */
const CREDITS: Readonly<Record<string, { readonly licence: string; readonly credit: string }>> = {
  'OpenStreetMap contributors': { licence: 'ODbL-1.0', credit: '© OpenStreetMap contributors' },
  'Global Power Plant Database': { licence: 'CC-BY-4.0', credit: 'WRI' },
};

let parsed: ParsedCatalogue;
let layers: readonly CatalogueLayer[];

beforeAll(async () => {
  const text = await readFile(new URL('catalogue.json', GEODATA), 'utf8');
  const catalogue = await parseCatalogue(text, 'catalogue.json');
  if (!catalogue.ok) throw new Error(catalogue.error.message.en);
  parsed = catalogue.value;
  ({ layers } = parsed.catalogue);
});

function expectBoth({ zh, en }: Bilingual, where: string): void {
  expect(zh, where).toMatch(/\p{Script=Han}/u);
  expect(en, where).toMatch(/^[A-Z]/);
  expect(en, where).not.toMatch(/\p{Script=Han}/u);
}

describe('the catalogue', () => {
  it('is read by the app without an issue', () => {
    expect(parsed.issues).toEqual([]);
    expect(
      parsed.catalogue.groups.every(({ id }) => layers.some(({ group }) => group === id)),
    ).toBe(true);
  });

  it('lists files that are there and whose every feature is kept', async () => {
    for (const { id, role, source } of layers) {
      const text = await readFile(new URL(source.url, GEODATA), 'utf8');
      const read = await readDataset(text, { file: source.url, dataset: id, role });
      if (!read.ok) throw new Error(read.error.message.en);
      const { kept, issues } = read.value;
      expect(kept, id).toBeGreaterThan(0);
      expect(kept, id).toBe(read.value.read);
      expect(
        issues.filter(({ severity }) => severity === 'error'),
        id,
      ).toEqual([]);
    }
  });

  it('lists every dataset there is', async () => {
    const urls = new Set(layers.map(({ source }) => source.url));
    for (const folder of ['base', 'coast', 'projects']) {
      const files = await readdir(new URL(`${folder}/`, GEODATA));
      const unlisted = files.filter(
        (file) => file.endsWith('.geojson') && !urls.has(`${folder}/${file}`),
      );
      expect(unlisted, folder).toEqual([]);
    }
  });

  it('describes each layer in both languages, with licence, credit and date', () => {
    for (const { id, title, metadata } of layers) {
      expectBoth(title, id);
      for (const text of [metadata.abstract, metadata.source, metadata.method, metadata.accuracy]) {
        expectBoth(text, id);
      }
      expect(metadata.licence, id).toMatch(/^(ODbL|CC|MIT|LGPL)/);
      expect(metadata.date, id).toMatch(/^\d{4}(-\d{2}){0,2}$/);
      if (metadata.licence.includes('ODbL')) {
        expect(metadata.attribution, id).toContain('© OpenStreetMap contributors');
      }
    }
  });

  it('names a licence that the notices beside the app and the data’s own README know', async () => {
    const notices = await readFile(new URL('../public/licences/data.txt', GEODATA), 'utf8');
    const readme = await readFile(new URL('README.md', GEODATA), 'utf8');
    const licences = new Set(layers.flatMap(({ metadata }) => metadata.licence.split(' AND ')));
    expect([...licences].toSorted()).toEqual(Object.keys(LICENCES).toSorted());
    for (const licence of licences) {
      const { notice, name } = LICENCES[licence] ?? {};
      expect(notices, licence).toContain(notice);
      expect(readme, licence).toContain(name);
    }
  });

  it('credits what a layer’s positions say they come from', async () => {
    for (const { id, source, metadata } of layers) {
      const text = await readFile(new URL(source.url, GEODATA), 'utf8');
      for (const [word, { licence, credit }] of Object.entries(CREDITS)) {
        if (!text.includes(word)) continue;
        expect(metadata.licence, `${id}: ${word}`).toContain(licence);
        expect(metadata.attribution, `${id}: ${word}`).toContain(credit);
      }
    }
  });

  it('draws every project layer after its own symbol', () => {
    const drawn = layers.filter(({ role }) => role === 'projects');
    expect(drawn.length).toBeGreaterThanOrEqual(5);
    expect(drawn.filter(({ symbology }) => layerSymbol(symbology) === FALLBACK_SYMBOL)).toEqual([]);
  });

  it('shows coast, zones and the five layers that users need first', () => {
    const shown = layers.filter(({ role, isVisible }) => role !== 'base' && isVisible);
    expect(shown.map(({ id }) => id).toSorted()).toEqual([
      'coastal-protection',
      'coastline',
      'highway',
      'industrial-parks',
      'ports',
      'rail',
      'zones',
    ]);
  });

  it('says at which scale and water level the coastline was traced', () => {
    const coastline = layers.find(({ role }) => role === 'coastline');
    expect(coastline?.metadata.equivalentScale).toBeGreaterThan(1);
    expect(coastline?.metadata.waterLevel?.en).toMatch(/high water/);
    expect(coastline?.metadata.abstract.en).toMatch(/illustration/);
  });
});

describe('the counting rule', () => {
  it('asks for 35 % by plan article 46 and counts as the Measures of 2017 do', async () => {
    const text = await readFile(new URL('audit.json', GEODATA), 'utf8');
    const rule = await parseAuditRule(text, 'audit.json');
    if (!rule.ok) throw new Error(rule.error.message.en);
    expect(rule.value.target).toBe(0.35);
    // Article 2: sandy, muddy, bedrock and biological shore is natural; repaired shore with natural
    // form and ecological function counts towards the target. An estuary is in the denominator only.
    expect(rule.value.counting).toEqual({
      bedrock: 'natural',
      sandy: 'natural',
      muddy: 'natural',
      biogenic: 'natural',
      // The file does not name it: coast is natural by article 2 whatever its kind, and figures say so.
      natural: 'natural',
      estuary: 'total-only',
      restored: 'restored',
      artificial: 'total-only',
    });
    expect(rule.value.isNaturalAssumed).toBe(true);
    expect(rule.value.sensitivity.generaliseM).toEqual([5, 10, 25]);
  });
});
