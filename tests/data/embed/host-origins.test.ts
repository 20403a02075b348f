import { expect, test } from 'vitest';
import { parseCatalogue } from '../../../src/data/catalogue/catalogue.ts';

const WORDS = { zh: '字', en: 'words' };

async function read(embedding: unknown) {
  const text = JSON.stringify(
    { version: 1, title: WORDS, extent: [119, 35, 121, 37], groups: [], layers: [], embedding },
    null,
    1,
  );
  const parsed = await parseCatalogue(text, 'catalogue.json');
  if (!parsed.ok) throw new Error(parsed.error.message.en);
  return parsed.value;
}

test('a catalogue that says nothing of embedding allows nobody', async () => {
  const { catalogue, issues } = await read(undefined);
  expect([catalogue.hostOrigins, issues]).toEqual([[], []]);
});

test('origins are taken as they stand, each once', async () => {
  const origins = ['https://plans.example', 'http://intranet:8080', 'https://plans.example'];
  const { catalogue, issues } = await read({ origins });
  expect(catalogue.hostOrigins).toEqual(['https://plans.example', 'http://intranet:8080']);
  expect(issues).toEqual([]);
});

test.each([
  '*',
  'null',
  'https://*.example',
  'https://plans.example/',
  'https://plans.example/map',
  'plans.example',
  'HTTPS://plans.example',
  'https://plans.example:443',
  'file://',
  'javascript:',
  '',
  5,
  null,
])('what is no origin is left out and told with its place: %j', async (entry) => {
  const { catalogue, issues } = await read({ origins: ['https://plans.example', entry] });
  expect(catalogue.hostOrigins).toEqual(['https://plans.example']);
  expect(issues).toMatchObject([
    { code: 'embedding-origin', path: ['embedding', 'origins', 1], severity: 'error' },
  ]);
  expect(issues[0]?.message.en).toMatch(/^catalogue\.json line \d+ column \d+ .*is no origin/);
  expect(issues[0]?.cure?.en).toContain('https://host');
});

test.each([true, 'https://plans.example', ['https://plans.example'], {}, { origins: 'x' }])(
  'a list in another shape allows nobody and says so: %j',
  async (embedding) => {
    const { catalogue, issues } = await read(embedding);
    expect(catalogue.hostOrigins).toEqual([]);
    expect(issues).toMatchObject([{ code: 'embedding-origin', path: ['embedding'] }]);
  },
);
