import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditReport, ILLUSTRATION } from '../../../src/data/audit/audit-report.ts';
import { writeCoastline } from '../../../src/data/coast/write-coastline.ts';
import { csvText, guardNotice } from '../../../src/data/csv-text.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import type { CoastStatus } from '../../../src/domain/coast-status.ts';
import {
  COASTLINE_CLASSES,
  COASTLINE_USES,
  CONFIDENCES,
  type CoastlineSegment,
  REALMS,
} from '../../../src/domain/coastline.ts';
import { xmlText } from '../../../src/domain/file-text.ts';
import { districtLine } from '../../domain/arbitraries.ts';
import { boxZone, equatorSegment, PLAIN_RULE, segment } from '../../domain/build.ts';

const STATEMENT = {
  survey: '岸线修测',
  date: '2024-06',
  unit: '某测绘院',
  waterLevel: '平均大潮高潮位',
};

describe('a coastline that was written', () => {
  const segments = fc
    .array(
      fc.record({
        line: districtLine,
        shoreClass: fc.option(fc.constantFrom(...COASTLINE_CLASSES), { nil: undefined }),
        use: fc.option(fc.constantFrom(...COASTLINE_USES), { nil: undefined }),
        realm: fc.constantFrom(...REALMS),
        confidence: fc.constantFrom(...CONFIDENCES),
        name: fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
      }),
      { maxLength: 5 },
    )
    .map((parts) =>
      parts.map(
        ({ line, shoreClass, use, realm, confidence, name }, index): CoastlineSegment => ({
          ...segment(`s${index}`, shoreClass, line, {
            realm,
            confidence,
            name: { zh: name, en: name },
            classSource: name,
          }),
          ...(use !== undefined && { use }),
        }),
      ),
    );

  const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
  const statement = fc.record({ survey: words, date: words, unit: words, waterLevel: words });
  const statuses = fc.oneof(
    fc.constant<CoastStatus>({ kind: 'illustration' }),
    fc.constant<CoastStatus>({ kind: 'surveyed' }),
    fc
      .uniqueArray(statement, {
        ...{ minLength: 1, maxLength: 3 },
        selector: (each) =>
          Object.values(each)
            .map((text) => text.replace(/\s+/g, ' ').trim())
            .join('\n'),
      })
      .map((statements): CoastStatus => ({ kind: 'stated', statements })),
  );

  test('reads back as the same segments with the same statements', async () => {
    await fc.assert(
      fc.asyncProperty(segments, statuses, async (given, coastStatus) => {
        const text = writeCoastline(given, { coastStatus, log: [] });
        const read = await readDataset(text, { file: 'a', dataset: 'a', role: 'coastline' });
        expect(read.ok && read.value.content).toEqual({
          role: 'coastline',
          segments: given,
          coastStatus,
        });
        expect(read.ok && read.value.issues).toEqual([]);
      }),
    );
  });

  test('carries its change log, one feature a line', () => {
    const log = [
      { segmentIds: ['a'], class: 'muddy', reason: 'seen', date: '2025-05-01' },
    ] as const;
    const text = writeCoastline(
      [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', 'sandy', [1, 2])],
      { coastStatus: { kind: 'illustration' }, log },
    );
    expect(JSON.parse(text)).toMatchObject({
      type: 'FeatureCollection',
      surveyed: false,
      changes: log,
    });
    expect(text.split('\n')).toHaveLength(5);
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('CSV', () => {
  test('opens in a spreadsheet as written: byte order mark, CRLF, quotes where needed', () => {
    expect(
      csvText([
        ['岸线', 'a,b', 'say "so"'],
        [1.5, undefined, ''],
      ]),
    ).toBe('\uFEFF岸线,"a,b","say ""so"""\r\n1.5,,\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r=1', '\n=1'])(
    'guards %j, which a spreadsheet would run',
    (cell) => {
      const [, written = ''] = /^\uFEFF"?([\s\S]*?)"?\r\n$/.exec(csvText([[cell]])) ?? [];
      expect(written.startsWith("'")).toBe(true);
    },
  );

  test('leaves a number alone, negative ones too', () => {
    expect(csvText([[-12.5, 0]])).toBe('\uFEFF-12.5,0\r\n');
  });

  test('says in its own words that texts got an apostrophe, and only then', () => {
    expect(guardNotice([['-5 m quay', 1]])?.en).toMatch(/apostrophe/);
    expect(guardNotice([['5 m quay', -1]])).toBeUndefined();
  });

  test('keeps every text within its cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
        (cells) => {
          const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
          const found = [...csvText([cells]).slice(1).matchAll(cell)].map(
            ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
          );
          const written = cells.map(xmlText);
          expect(
            found.map((text, index) => (text === written[index] ? text : text.replace(/^'/, ''))),
          ).toEqual(written);
        },
      ),
    );
  });
});

describe('the report of an audit', () => {
  const segments = [
    equatorSegment('rock', 'bedrock', [0, 0.3], { classSource: 'map' }),
    equatorSegment('quay', 'artificial', [0.3, 1], { use: 'port' }),
  ];
  const zones = [
    boxZone('west', [-1, -1, 0.5, 1], { name: { zh: '西', en: 'West' }, grade: 'strict' }),
    boxZone('inland', [5, 5, 6, 6]),
  ];
  const audit = auditCoastline({ segments, zones, rule: PLAIN_RULE, realm: 'mainland' });
  const source = {
    audit,
    segments,
    zones,
    coastStatus: { kind: 'illustration' },
    files: [{ role: 'rule', file: 'audit.json', sha256: 'ab' }],
    setAside: 0,
    provenance: { settings: [], judged: [] },
  } as const;
  const report = auditReport(source);

  test('has the keys of the contract, overall and per zone', () => {
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['target', 'realm', 'overall', 'zones', 'coverage']),
    );
    for (const summary of [report.overall, ...report.zones]) {
      expect(Object.keys(summary)).toEqual(
        expect.arrayContaining([
          'totalM',
          'naturalM',
          'restoredM',
          'byClass',
          'ratio',
          'ratioNative',
          'headroomM',
          'verdict',
          'band',
          'areaM2',
          'turf',
        ]),
      );
      expect(Object.keys(summary.turf).toSorted()).toEqual([
        'areaM2',
        'naturalM',
        'ratio',
        'restoredM',
        'totalM',
      ]);
      expect(Object.keys(summary.byClass).toSorted()).toEqual([...COASTLINE_CLASSES].toSorted());
    }
    expect(report.zones[0]).toMatchObject({
      id: 'west',
      name_zh: '西',
      name_en: 'West',
      grade: 'strict',
    });
  });

  test('has null where there is no value, and nothing that JSON would lose', () => {
    expect(report.zones[1]).toMatchObject({
      ratio: null,
      ratioNative: null,
      headroomM: null,
      verdict: 'no-coast',
      band: { low: null, high: null },
      turf: { ratio: null },
      evidence: [],
    });
    expect(
      auditReport({
        ...source,
        audit: auditCoastline({ segments, zones: [], rule: PLAIN_RULE, realm: 'mainland' }),
        zones: [],
      }).overall,
    ).toMatchObject({ areaM2: null, turf: { areaM2: null } });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('lists the evidence of each zone with class, length, ends and source', () => {
    expect(report.zones[0]?.evidence).toMatchObject([
      { segment: 'rock', class: 'bedrock', use: null, class_source: 'map', from: [0, 0] },
      { segment: 'quay', class: 'artificial', use: 'port', class_source: null },
    ]);
  });

  test('lists the stretches that are graded otherwise than their zone', () => {
    const graded = segments.map((one) => ({ ...one, grade: 'optimised' as const }));
    expect(auditReport({ ...source, segments: graded }).gradeDifferences).toMatchObject([
      { segment: 'rock', zone: 'west', segmentGrade: 'optimised', zoneGrade: 'strict' },
      { segment: 'quay', zone: 'west', from: [0.3, 0], to: [0.5, 0] },
    ]);
    expect(report.gradeDifferences).toEqual([]);
  });

  test('is provisional until coverage is complete and nothing was set aside', () => {
    expect(report.provisional).toBe(true);
    const covered = [boxZone('all', [-1, -1, 2, 1])];
    const whole = {
      ...source,
      zones: covered,
      audit: auditCoastline({ segments, zones: covered, rule: PLAIN_RULE, realm: 'mainland' }),
    };
    expect(auditReport(whole).provisional).toBe(false);
    expect(auditReport({ ...whole, setAside: 1 }).provisional).toBe(true);
  });

  test('says that the classes are an illustration until the data say they are surveyed', () => {
    expect(report.notice).toEqual(ILLUSTRATION);
    expect(auditReport({ ...source, coastStatus: { kind: 'surveyed' } }).notice).toBeNull();
    const stated = auditReport({
      ...source,
      coastStatus: { kind: 'stated', statements: [STATEMENT] },
    });
    expect(stated).toMatchObject({ surveyed: true, statements: [STATEMENT] });
    expect(stated.notice).toEqual({
      zh: '岸线由导入者声明：岸线修测，2024-06，某测绘院，平均大潮高潮位。',
      en: 'Coastline as stated by the importer: 岸线修测, 2024-06, 某测绘院, 平均大潮高潮位.',
    });
  });
});
