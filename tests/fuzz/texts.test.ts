import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { formatUrlState, parseUrlText } from '../../src/app/address/url-state.ts';
import { DEFAULT_RULE, parseAuditRule } from '../../src/data/audit/audit-rule.ts';
import { parseCatalogue } from '../../src/data/catalogue/catalogue.ts';
import { checkFiles } from '../../src/data/checks/check-files.ts';
import { parseHostMessage } from '../../src/data/embed/host-message.ts';
import { parseMapping } from '../../src/data/import/mapping/parse-mapping.ts';
import { readFiles } from '../../src/data/import/read-files.ts';
import { readDataset } from '../../src/data/loading/read-dataset.ts';
import { parseDeck } from '../../src/data/views/deck-file.ts';
import { parseWorkspace } from '../../src/data/views/workspace-file.ts';
import { auditCoastline } from '../../src/domain/audit/audit-coastline.ts';
import { gaussKruegerZone } from '../../src/domain/coordinates/gauss-krueger-zone.ts';
import { parseCoordinate } from '../../src/domain/coordinates/parse-coordinate.ts';
import type { LoadError } from '../../src/domain/load-error.ts';
import type { Result } from '../../src/domain/result.ts';
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile-values.ts';
import { changedJson } from './mutate-json.ts';
import { fuzzRuns, PATIENCE } from './runs.ts';

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const GEODATA = new URL('../../geodata/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, GEODATA), 'utf8');

/** A refusal names its place and a cure in both languages. */
function expectFault(outcome: Result<unknown, LoadError>): void {
  if (outcome.ok) return;
  const { message, cure } = outcome.error;
  for (const text of [message.zh, message.en, cure.zh, cure.en]) expect(text).not.toBe('');
}

const COAST = JSON.stringify({
  type: 'FeatureCollection',
  surveyed: true,
  survey: { date: '2025-06', by: '测绘院', waterLevel: '平均大潮高潮线' },
  features: [
    ['a', 'bedrock', 'mainland', 119.9, 119.95],
    ['b', 'artificial', 'mainland', 119.95, 120],
    ['c', 'estuary', 'island', 120.05, 120.1],
  ].map(([id, shoreClass, realm, west, east]) => ({
    type: 'Feature',
    properties: {
      id,
      name_zh: '岸段',
      name_en: 'Stretch',
      class: shoreClass,
      realm,
      confidence: 'low',
      source: 'sketch',
      accuracy_m: 20,
    },
    geometry: {
      type: 'LineString',
      coordinates: [
        [west, 35.8],
        [east, 35.81],
      ],
    },
  })),
});
const ZONES = JSON.stringify({
  type: 'FeatureCollection',
  features: [119.9, 119.97].map((west, index) => ({
    type: 'Feature',
    properties: {
      id: `z${index}`,
      name_zh: '岸段区',
      name_en: 'Zone',
      grade: 'strict',
      target: 0.5,
    },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 35.75],
          [west + 0.07, 35.75],
          [west + 0.07, 35.85],
          [west, 35.85],
          [west, 35.75],
        ],
      ],
    },
  })),
});
const WORK = JSON.stringify({
  format: 'coastplan-work',
  version: 5,
  savedAt: '2026-11-24T08:00:00.000Z',
  log: [
    {
      segmentIds: ['a'],
      class: 'restored',
      confidence: 'high',
      reason: 'seen on site',
      date: '2026-11-24T08:00:00.000Z',
    },
  ],
  scenarios: [
    {
      id: 's1',
      name: '方案 1',
      isLocked: false,
      sites: [
        {
          id: 'site-1',
          name: 'Berth',
          purpose: 'build',
          shape: {
            type: 'LineString',
            coordinates: [
              [120, 36],
              [120.01, 36.01],
            ],
          },
          widthM: 40,
          reachM: 50,
        },
      ],
    },
  ],
  decks: [],
  datasets: [],
  notes: [],
  photos: [],
  lastViewNumber: 101,
});

describe('whatever befalls a text, it is read or refused with a cure', () => {
  test(
    'plan files: read = kept + set aside, checks end, and the audit adds up or says nothing',
    async () => {
      const sound = await Promise.all([
        readDataset(COAST, { file: 'a', dataset: 'a', role: 'coastline' }),
        readDataset(ZONES, { file: 'z', dataset: 'z', role: 'zones' }),
      ]);
      expect(sound.map((outcome) => outcome.ok && outcome.value.kept)).toEqual([3, 2]);
      await fc.assert(
        fc.asyncProperty(changedJson(COAST), changedJson(ZONES), async (coastText, zoneText) => {
          const [coast, zones] = await Promise.all([
            readDataset(coastText, { file: 'coast.geojson', dataset: 'coast', role: 'coastline' }),
            readDataset(zoneText, { file: 'zones.geojson', dataset: 'zones', role: 'zones' }),
          ]);
          expectFault(coast);
          expectFault(zones);
          for (const [outcome, role, text] of [
            [coast, 'coastline', coastText],
            [zones, 'zones', zoneText],
          ] as const)
            if (outcome.ok) {
              const { issues, setAside } = outcome.value;
              checkFiles([
                { file: `${role}.geojson`, dataset: role, role, text, issues, setAside },
              ]);
            }
          for (const outcome of [coast, zones])
            if (outcome.ok) {
              const { read: count, kept, setAside } = outcome.value;
              expect(count).toBe(kept + setAside.length);
            }
          if (!coast.ok || !zones.ok) return;
          if (coast.value.content.role !== 'coastline' || zones.value.content.role !== 'zones')
            throw new Error('read as another role');
          const { overall, coverage } = auditCoastline({
            segments: coast.value.content.segments,
            zones: zones.value.content.zones,
            rule: DEFAULT_RULE,
            realm: 'all',
          });
          // Σ zones + outside = whole, to 1 mm.
          expect(coverage.residualM).toBeLessThanOrEqual(0.001);
          expect(overall.ratio === undefined || Number.isFinite(overall.ratio)).toBe(true);
        }),
        fuzzRuns(0.15),
      );
    },
    PATIENCE,
  );

  test.each([
    ['rule', () => read('audit.json'), parseAuditRule],
    ['catalogue', () => read('catalogue.json'), parseCatalogue],
    ['deck', () => read('views/default.json'), parseDeck],
    ['work file', () => WORK, parseWorkspace],
  ] as const)(
    '%s',
    async (name, text, parse) => {
      const sound = text();
      expect((await parse(sound, `${name}.json`)).ok).toBe(true);
      await fc.assert(
        fc.asyncProperty(changedJson(sound), async (changed) => {
          expectFault(await parse(changed, `${name}.json`));
        }),
        fuzzRuns(0.05),
      );
    },
    PATIENCE,
  );

  test(
    'mapping files',
    () => {
      const sound = '{ "classFields": ["HAXLX"], "values": { "A1": "bedrock" } }';
      expect(parseMapping(sound, 'm.json').ok).toBe(true);
      fc.assert(
        fc.property(changedJson(sound), (changed) => {
          const outcome = parseMapping(changed, 'm.json');
          if (!outcome.ok) expect(outcome.error.en).not.toBe('');
        }),
        fuzzRuns(0.05),
      );
    },
    PATIENCE,
  );
});

const WORDS = fc.constantFrom(...HOSTILE_TEXTS, ...HOSTILE_NUMBERS);

describe('whatever is typed, linked or sent is understood or left out', () => {
  test(
    'addresses: what is read is written, and read again as the same',
    () => {
      const keys = fc.constantFrom(
        ...['lang', 'theme', 'layers', 'select', 'zone', 'panel', 'compare', 'split', 'beside'],
        ...['view', 'of', 'embed', 'status', 'realm', 'estuary', 'restored', '__proto__', 'q'],
      );
      const values = fc.oneof(
        WORDS,
        fc.constantFrom('en', 'zh', 'room', 'ports', 'coastline', '1', 'today,plan', '103', 'all'),
        fc.string({ unit: 'binary', maxLength: 20 }),
      );
      const part = fc
        .tuple(keys, values, fc.boolean())
        .map(
          ([key, value, isEncoded]) =>
            `${key}=${isEncoded ? encodeURIComponent(value.toWellFormed()) : value}`,
        );
      const hash = fc.array(fc.oneof(WORDS, fc.double().map(String)), { maxLength: 6 });
      fc.assert(
        fc.property(fc.array(part, { maxLength: 6 }), hash, (parts, numbers) => {
          const once = parseUrlText(`?${parts.join('&')}#map=${numbers.join('/')}`);
          const { search, hash: place } = formatUrlState(once);
          expect(parseUrlText(`${search}${place}`)).toEqual(once);
        }),
        fuzzRuns(0.1),
      );
    },
    PATIENCE,
  );

  test(
    'messages of a host page',
    () => {
      const message = fc.oneof(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        fc.record({
          coastplan: fc.constantFrom(1, 2, '1'),
          kind: fc.constantFrom('hello', 'show', 'select', 'get-figures', '__proto__'),
          address: fc.oneof(WORDS, fc.constant('?layers=ports')),
          id: fc.option(WORDS),
          request: fc.option(WORDS),
        }),
      );
      fc.assert(
        fc.property(message, (sent) => {
          const read = parseHostMessage(sent);
          if (read?.kind === 'show') expect(read.address.length).toBeLessThanOrEqual(8192);
        }),
        fuzzRuns(0.05),
      );
    },
    PATIENCE,
  );

  test(
    'coordinates',
    () => {
      const piece = fc.oneof(
        WORDS,
        fc.constantFrom('35.9', '120.05', '35°52\'30"N', 'E', '北纬', 'EPSG:4549', 'X=', ',', '/'),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      );
      const zone = gaussKruegerZone(4549);
      fc.assert(
        fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
          parseCoordinate(pieces.join(' '), zone);
          parseCoordinate(pieces.join(''));
        }),
        fuzzRuns(0.05),
      );
    },
    PATIENCE,
  );

  test(
    'pasted tables',
    async () => {
      const cell = fc.oneof(
        WORDS,
        fc.constantFrom('119.9', '35.8', '砂质', '经度', '纬度', '类型'),
      );
      const row = fc.array(cell, { minLength: 1, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { minLength: 1, maxLength: 8 }),
          fc.constantFrom('\t', ',', ';', ' '),
          async (rows, mark) => {
            const text = rows.map((cells) => cells.join(mark)).join('\n');
            const bytes = new TextEncoder().encode(text);
            const { datasets, refused } = await readFiles([{ name: 'clipboard.txt', bytes }]);
            expect(datasets.length + refused.length).toBeGreaterThan(0);
          },
        ),
        fuzzRuns(0.05),
      );
    },
    PATIENCE,
  );
});
