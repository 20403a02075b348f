import { describe, expect, test } from 'vitest';
import { type Answer, judgeAnswer } from '../../src/offline/judge-answer.ts';

const COAST = 'coast/coastline.geojson';
const COLLECTION = '{"type":"FeatureCollection","features":[]}';
const LOGIN = '<!doctype html><title>Log in</title>';

function answer(body: string, rest: Partial<Answer> = {}): Answer {
  return {
    status: 200,
    isRedirected: false,
    mediaType: 'application/geo+json',
    bytes: new TextEncoder().encode(body),
    ...rest,
  };
}

describe('an answer replaces the kept file', () => {
  test.each([
    ['a collection', COAST, answer(COLLECTION)],
    ['with a byte order mark', COAST, answer(`\uFEFF${COLLECTION}\r\n`)],
    ['of the size that is stated', COAST, answer(COLLECTION, { statedBytes: COLLECTION.length })],
    ['data that a server calls a page', COAST, answer(COLLECTION, { mediaType: 'text/html' })],
    ['a catalogue', 'catalogue.json', answer('{"layers":[]}')],
    ['a rule', 'audit.json', answer('{"target":0.4}')],
    ['a rule that leaves all as it is', 'audit.json', answer('{}')],
    ['a deck', 'views/default.json', answer('{"views":[]}')],
    ['other JSON', 'hosts.json', answer('{"a":1}')],
    ['a file of another kind', 'base/tiles.pmtiles', answer('PMTiles', { mediaType: '' })],
    ['a page where a page belongs', 'about.html', answer(LOGIN, { mediaType: 'text/html' })],
  ])('%s', (_, path, good) => {
    expect(judgeAnswer(good, path)).toBeUndefined();
  });
});

describe('an answer does not replace the kept file', () => {
  test.each([
    ['web-page', 'a login page', COAST, answer(LOGIN, { mediaType: 'text/html' })],
    ['web-page', 'a page that is called GeoJSON', COAST, answer(`\n ${LOGIN}`)],
    ['web-page', 'a page by its type alone', COAST, answer('Log in', { mediaType: 'text/html' })],
    ['web-page', 'an error in XML', 'catalogue.json', answer('<?xml version="1.0"?><Error/>')],
    ['web-page', 'index.html for tiles', 'a.pmtiles', answer(LOGIN, { mediaType: '' })],
    [
      'redirected',
      'a sound file of another place',
      COAST,
      answer(COLLECTION, { isRedirected: true }),
    ],
    ['redirected', 'a login page elsewhere', COAST, answer(LOGIN, { isRedirected: true })],
    ['empty', 'nothing', COAST, answer('')],
    ['empty', 'white space', COAST, answer(' \n')],
    ['empty', 'no content', COAST, answer('', { status: 204 })],
    ['cut-off', 'half a file', COAST, answer('{"type":"FeatureCollection","features":[{"ty')],
    ['cut-off', 'fewer bytes than stated', COAST, answer(COLLECTION, { statedBytes: 1000 })],
    ['cut-off', 'a part', COAST, answer(COLLECTION, { status: 206 })],
    ['not-json', 'a comma too many', COAST, answer('{"type":"FeatureCollection",}')],
    ['not-json', 'plain words', 'audit.json', answer('please log in', { mediaType: 'text/plain' })],
    ['wrong-kind', 'an error as JSON', COAST, answer('{"error":"session over"}')],
    ['wrong-kind', 'a list', COAST, answer('[]')],
    ['wrong-kind', 'null', 'hosts.json', answer('null')],
    ['wrong-kind', 'a catalogue without layers', 'catalogue.json', answer('{"version":1}')],
    ['wrong-kind', 'an error for the rule', 'audit.json', answer('{"error":"session over"}')],
    ['wrong-kind', 'a deck without views', 'views/default.json', answer('{"code":401}')],
    [
      'wrong-kind',
      'an inherited name',
      COAST,
      answer('{"__proto__":{"type":"FeatureCollection"}}'),
    ],
    ['missing', 'not found', COAST, answer(LOGIN, { status: 404 })],
    ['missing', 'gone', COAST, answer('', { status: 410 })],
    ['refused', 'not allowed', COAST, answer(COLLECTION, { status: 403 })],
    ['server-error', 'a server in trouble', COAST, answer(COLLECTION, { status: 500 })],
    ['server-error', 'a gateway', COAST, answer(LOGIN, { status: 502 })],
  ] as const)('%s: %s', (reason, _, path, bad) => {
    expect(judgeAnswer(bad, path)).toBe(reason);
  });
});
