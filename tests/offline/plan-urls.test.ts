import { expect, test } from 'vitest';
import { planUrls } from '../../src/offline/plan-urls.ts';

const FOLDER = 'https://plans.example/coast/geodata/';
const listed = (text: string, builtWith: readonly string[] = []): readonly string[] =>
  planUrls(text, { folder: FOLDER, builtWith });
const ALWAYS = [`${FOLDER}catalogue.json`, `${FOLDER}audit.json`];

test('every layer of the catalogue is kept, and what the app was built with, each once', () => {
  const text = JSON.stringify({
    layers: [{ source: { url: 'base/land.geojson' } }, { source: { url: 'base/land.geojson' } }],
  });
  expect(listed(text, [`${FOLDER}views/default.json`, `${FOLDER}audit.json`])).toEqual([
    ...ALWAYS,
    `${FOLDER}base/land.geojson`,
    `${FOLDER}views/default.json`,
  ]);
});

test.each([
  '../index.html',
  'https://elsewhere.example/a.geojson',
  '//elsewhere.example/a',
  'http://[',
])('nothing outside the folder of the plan is kept: %s', (url) => {
  expect(listed(JSON.stringify({ layers: [{ source: { url } }] }))).toEqual(ALWAYS);
});

test.each([
  '',
  'no json',
  'null',
  '[]',
  '{"layers":{}}',
  '{"layers":[null,1,{"source":{"url":5}}]}',
])('a catalogue that is none lists nothing and throws nothing: %s', (text) => {
  expect(listed(text)).toEqual(ALWAYS);
});
