import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import type { AuditReport } from '../../../src/data/audit/audit-report.ts';
import { closeTo as numberCloseTo } from '../../close-to.ts';
import { collection, NORTHERN_TENTH, SOUTHERN_TENTH, segment, zone } from '../coast-files.ts';
import { directoryWith, type Outcome, runCommand } from '../run-command.ts';

/** Null is close to nothing, as a missing value is. */
function closeTo(actual: number | null | undefined, expected: number, tolerance: number): void {
  numberCloseTo(actual ?? undefined, expected, tolerance);
}

/** What double precision leaves of a length of some 10 km. */
const ROUNDING = 1e-6;
const SOUTH: readonly (readonly [number, number])[] = [
  [120, 35.5],
  [120, 35.6],
];
const NORTH: readonly (readonly [number, number])[] = [
  [120, 35.6],
  [120, 35.7],
];
const ZONES = collection([
  zone('south', [119.9, 35.4, 120.1, 35.6]),
  zone('north', [119.9, 35.6, 120.1, 35.8], { target: 0.9 }),
]);
const COAST = collection([
  segment('beach', SOUTH),
  segment('quay', NORTH, { class: 'artificial', use: 'port' }),
]);

type Given = {
  readonly coastline?: string | Uint8Array | object;
  readonly zones?: string | Uint8Array | object;
  readonly rule?: string | object;
  readonly args?: readonly string[];
  readonly env?: Record<string, string>;
};

async function audit({
  coastline = COAST,
  zones = ZONES,
  rule = {},
  args = [],
  env = {},
}: Given): Promise<Outcome> {
  const directory = directoryWith({
    'coast.geojson': coastline,
    'zones.geojson': zones,
    'rule.json': rule,
  });
  const files = ['--coastline', 'coast.geojson', '--zones', 'zones.geojson', '--rule', 'rule.json'];
  return runCommand(auditCommand, [...files, ...args], { directory, env });
}

const EXTERIOR = [
  [119.9, 35.4],
  [120.1, 35.4],
  [120.1, 35.8],
  [119.9, 35.8],
  [119.9, 35.4],
];
const area = (type: string, coordinates: unknown): object =>
  collection([{ ...zone('z', [0, 0, 1, 1]), geometry: { type, coordinates } }]);

/** The JSON that the command prints. */
async function report(given: Given): Promise<AuditReport> {
  const { code, out, err } = await audit({
    ...given,
    args: ['--format', 'json', ...(given.args ?? [])],
  });
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

describe('the JSON of an audit', () => {
  test('has the keys of the contract', async () => {
    const printed = await report({});
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(['target', 'realm', 'overall', 'zones', 'coverage']),
    );
    const summary = [
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
    ];
    expect(Object.keys(printed.overall ?? {})).toEqual(expect.arrayContaining(summary));
    expect(Object.keys(printed.zones[0] ?? {})).toEqual(
      expect.arrayContaining(['id', 'name_zh', 'name_en', ...summary]),
    );
    expect(Object.keys(printed.overall.turf ?? {})).toEqual([
      'totalM',
      'naturalM',
      'restoredM',
      'ratio',
      'areaM2',
    ]);
    expect(Object.keys(printed.overall.band ?? {})).toEqual(['low', 'high']);
  });

  test('gives lengths on the ellipsoid and on the sphere beside them', async () => {
    const { overall, zones } = await report({});
    closeTo(overall.totalM, SOUTHERN_TENTH + NORTHERN_TENTH, ROUNDING);
    closeTo(overall.naturalM, SOUTHERN_TENTH, ROUNDING);
    closeTo(overall.byClass.artificial, NORTHERN_TENTH, ROUNDING);
    // A tenth of a degree of any meridian on a sphere of 6 371 008.8 m.
    closeTo(overall.turf.totalM, 2 * 11119.508023353292, ROUNDING);
    closeTo(zones[0]?.totalM, SOUTHERN_TENTH, ROUNDING);
    closeTo(zones[1]?.totalM, NORTHERN_TENTH, ROUNDING);
  });

  test('judges a zone by its own target', async () => {
    const { zones, target } = await report({ rule: { target: 0.2 } });
    expect(target).toBe(0.2);
    expect(zones[0]?.verdict).toBe('pass');
    expect(zones[1]?.verdict).toBe('fail');
    closeTo(zones[0]?.headroomM, 0.8 * SOUTHERN_TENTH, ROUNDING);
    closeTo(zones[1]?.headroomM, -0.9 * NORTHERN_TENTH, ROUNDING);
  });

  test('writes null where there is no value, never zero or NaN', async () => {
    const { overall, zones } = await report({ args: ['--realm', 'island'] });
    for (const summary of [overall, zones[0]]) {
      expect(summary).toMatchObject({
        totalM: 0,
        ratio: null,
        ratioNative: null,
        headroomM: null,
        verdict: 'no-coast',
        band: { low: null, high: null },
      });
      expect(summary?.turf).toMatchObject({ totalM: 0, ratio: null });
    }
  });

  test('counts mainland, islands or both as asked', async () => {
    const coastline = collection([
      segment('beach', SOUTH),
      segment('isle', NORTH, { realm: 'island' }),
    ]);
    const total = async (args: string[]) => (await report({ coastline, args })).overall.totalM;
    closeTo(await total([]), SOUTHERN_TENTH, ROUNDING);
    closeTo(await total(['--realm=island']), NORTHERN_TENTH, ROUNDING);
    closeTo(await total(['--realm', 'all']), SOUTHERN_TENTH + NORTHERN_TENTH, ROUNDING);
  });

  test('counts estuaries as the rule says', async () => {
    const coastline = collection([
      segment('beach', SOUTH),
      segment('mouth', NORTH, { class: 'estuary' }),
    ]);
    const ratio = async (estuary: string) =>
      (await report({ coastline, rule: { counting: { estuary } } })).overall.ratio;
    closeTo(await ratio('natural'), 1, 0);
    closeTo(await ratio('excluded'), 1, 0);
    closeTo(await ratio('total-only'), SOUTHERN_TENTH / (SOUTHERN_TENTH + NORTHERN_TENTH), 1e-12);
  });

  test('finds no coast when the rule excludes every class that is there', async () => {
    const rule = { counting: { sandy: 'excluded', artificial: 'excluded' } };
    const { overall } = await report({ rule });
    expect(overall).toMatchObject({ totalM: 0, ratio: null, verdict: 'no-coast' });
    closeTo(overall.byClass.sandy, SOUTHERN_TENTH, ROUNDING);
  });

  test.each([
    [0, 'pass'],
    [1, 'fail'],
  ])('takes a target of %d', async (target, verdict) => {
    const { overall } = await report({ rule: { target } });
    expect(overall.verdict).toBe(verdict);
    closeTo(
      overall.headroomM,
      SOUTHERN_TENTH - target * (SOUTHERN_TENTH + NORTHERN_TENTH),
      ROUNDING,
    );
  });

  test('is provisional while a segment has no class, and counts it in the total', async () => {
    const coastline = collection([
      segment('beach', SOUTH),
      segment('unseen', NORTH, { class: undefined }),
    ]);
    const { provisional, overall, coverage } = await report({ coastline });
    expect(provisional).toBe(true);
    closeTo(overall.unclassifiedM, NORTHERN_TENTH, ROUNDING);
    closeTo(coverage.unclassifiedM, NORTHERN_TENTH, ROUNDING);
    closeTo(overall.totalM, SOUTHERN_TENTH + NORTHERN_TENTH, ROUNDING);
  });

  test('measures without zones: all coast lies outside', async () => {
    const { zones, coverage, overall } = await report({ zones: collection([]) });
    expect(zones).toEqual([]);
    expect(overall.areaM2).toBeNull();
    closeTo(coverage.outsideM, SOUTHERN_TENTH + NORTHERN_TENTH, ROUNDING);
  });

  test('says that there is no coast in an empty coastline', async () => {
    const { overall } = await report({ coastline: collection([]) });
    expect(overall).toMatchObject({ totalM: 0, ratio: null, verdict: 'no-coast' });
  });

  test('counts a segment that stands in the file twice once, and tells its metres as drawn twice', async () => {
    const beach = segment('beach', SOUTH);
    const printed = await report({
      coastline: collection([beach, segment('quay', NORTH), beach, beach]),
    });
    closeTo(printed.overall.totalM, SOUTHERN_TENTH + NORTHERN_TENTH, ROUNDING);
    closeTo(printed.coverage.duplicateM, 2 * SOUTHERN_TENTH, ROUNDING);
    expect(printed.coverage.isComplete).toBe(false);
    expect(printed.provisional).toBe(true);
  });

  test('takes ids that prototypes hold as any other', async () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const coastline = collection(
      ids.map((id, index) =>
        segment(id, [
          [120, 35.5 + index / 20],
          [120, 35.55 + index / 20],
        ]),
      ),
    );
    const zones = collection(
      ids.map((id, index) => zone(id, [119 + index, 35.4, 119.9 + index, 35.9])),
    );
    const printed = await report({ coastline, zones });
    expect(printed.zones?.map((summary: Record<string, unknown>) => summary['id'])).toEqual(ids);
    expect(
      printed.zones[1]?.evidence?.map(({ segment: id }: Record<string, unknown>) => id),
    ).toEqual(ids);
  });

  test('names the evidence of each zone: segment, class, metres and source', async () => {
    const { zones } = await report({});
    expect(zones[1]?.evidence).toHaveLength(1);
    expect(zones[1]?.evidence[0]).toMatchObject({
      segment: 'quay',
      class: 'artificial',
      use: 'port',
      class_source: 'drawn for a test',
    });
    closeTo(zones[1]?.evidence[0]?.lengthM, NORTHERN_TENTH, ROUNDING);
  });

  test('carries the hash of each file’s bytes', async () => {
    const { data } = await report({ rule: '{}' });
    // printf '{}' | sha256sum
    expect(data[2]).toEqual({
      role: 'rule',
      file: 'rule.json',
      sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    });
  });

  test('calls itself an illustration until the coastline declares itself surveyed', async () => {
    expect((await report({})).notice).not.toBeNull();
    const surveyed = collection([segment('beach', SOUTH)], { surveyed: true });
    expect((await report({ coastline: surveyed })).notice).toBeNull();
    const rule = '{"target": 0.35, "notice": {"zh": "草案。", "en": "A draft."}}';
    const { notice } = await report({ rule });
    expect(notice?.en).toMatch(/Illustration: .* A draft\.$/);
    expect(notice?.zh).toMatch(/^示意数据：.*。草案。$/);
    expect((await report({ rule, coastline: surveyed })).notice).toBeNull();
    const boast = collection([segment('beach', SOUTH)], { surveyed: 'true' });
    expect((await report({ coastline: boast })).notice).not.toBeNull();
  });

  test('reads files with a byte order mark and Windows line ends', async () => {
    const windows = (value: object) =>
      `\uFEFF${JSON.stringify(value, null, 1).replaceAll('\n', '\r\n')}`;
    const { overall } = await report({
      coastline: windows(COAST),
      zones: windows(ZONES),
      rule: windows({ target: 0.4 }),
    });
    closeTo(overall.totalM, SOUTHERN_TENTH + NORTHERN_TENTH, ROUNDING);
  });
});

describe('an audit that cannot be made', () => {
  const point = { ...segment('dot', SOUTH), geometry: { type: 'Point', coordinates: [120, 35.5] } };
  test.each([
    [
      'broken JSON',
      { coastline: '{"type":"FeatureCollection",\n "features":[,]}' },
      'coast.geojson:2:14',
    ],
    ['JSON that is no GeoJSON', { coastline: '[1]' }, 'coast.geojson:1:1'],
    [
      'zones that are no FeatureCollection',
      { zones: { type: 'Feature', geometry: null, properties: {} } },
      'zones.geojson:1:1',
    ],
    [
      'an unknown class',
      {
        coastline: collection([segment('beach', SOUTH), segment('odd', NORTH, { class: 'rock' })]),
      },
      'class-unknown',
    ],
    [
      'a segment without id',
      { coastline: collection([segment('beach', SOUTH), segment(undefined, NORTH)]) },
      'id-missing',
    ],
    [
      'two different segments of one id',
      { coastline: collection([segment('beach', SOUTH), segment('beach', NORTH)]) },
      'id-duplicate',
    ],
    [
      'a point among the segments',
      { coastline: collection([segment('beach', SOUTH), point]) },
      'segment-not-a-line',
    ],
    ['a zone that is a line', { zones: collection([segment('line', SOUTH)]) }, 'zone-not-an-area'],
    ['a rule with a target above 1', { rule: { target: 35 } }, 'rule.json:1:11'],
    [
      'a rule that counts in an unknown way',
      { rule: { counting: { sandy: 'half' } } },
      'rule.json:1:22',
    ],
    [
      'a rule with an unknown class',
      { rule: { counting: { rock: 'natural' } } },
      'there is no class "rock"',
    ],
    ['UTF-16 text', { coastline: new Uint8Array([0xff, 0xfe, 0x7b, 0x00]) }, 'UTF-16LE'],
    ['a ZIP archive', { zones: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]) }, 'ZIP'],
    [
      'a zone whose ring has no extent',
      { zones: collection([zone('dot', [120, 35, 120, 35])]) },
      'ring-without-area',
    ],
    [
      'a segment that jumps over the antimeridian',
      {
        coastline: collection([
          segment('far', [
            [179.9, 0],
            [-179.9, 0],
          ]),
        ]),
      },
      'crosses-antimeridian',
    ],
  ])('ends with 2 and says where: %s', async (_, given, told) => {
    const { code, out, err } = await audit(given);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(told);
    expect(err).not.toMatch(/\n\s+at |node_modules|undefined|\[object/);
  });

  test('names every file that is missing', async () => {
    const directory = directoryWith({});
    const { code, err } = await runCommand(
      auditCommand,
      ['--coastline', 'a.geojson', '--zones', 'b.geojson', '--rule', '.'],
      { directory },
    );
    expect(code).toBe(2);
    expect(err).toContain('a.geojson');
    expect(err).toContain('b.geojson');
    expect(err).toContain('directory');
  });

  test('ends with 2 at a hole outside its exterior, as `validate` does', async () => {
    const away = EXTERIOR.map(([x = 0, y = 0]) => [x + 1, y]).toReversed();
    const { code, out, err } = await audit({ zones: area('Polygon', [EXTERIOR, away]) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/zones\.geojson:1:\d+ {2}hole-outside {2}z {2}/);
  });

  test('ends with 2 at an unknown realm, with the place and the cure', async () => {
    const coastline = collection([
      segment('beach', SOUTH),
      segment('odd', NORTH, { realm: 'islnad' }),
    ]);
    const { code, out, err } = await audit({ coastline });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/coast\.geojson:1:\d+ {2}realm-unknown {2}odd {2}/);
    expect(err).toContain('Use one of: mainland, island.');
  });

  test.each([
    ['class', 'rock'],
    ['realm', 'islnad'],
  ])(
    'goes on without what cannot be used when asked to (%s), and is then provisional',
    async (property, word) => {
      const coastline = collection([
        segment('beach', SOUTH),
        segment('odd', NORTH, { [property]: word }),
      ]);
      const printed = await report({ coastline, args: ['--set-aside'] });
      expect(printed.provisional).toBe(true);
      expect(printed.coverage.setAsideFeatures).toBe(1);
      closeTo(printed.overall.totalM, SOUTHERN_TENTH, ROUNDING);
    },
  );

  test.each([
    [['--colour'], '--colour'],
    [['--format', 'xml'], 'table, json, csv'],
    [['--format'], '--format'],
    [['--realm=sea'], 'mainland, island, all'],
    [['--zones='], '--zones'],
    [['stray.geojson'], 'stray.geojson'],
    [['--help=yes'], '--help'],
    [['--lang', 'zh', '--lang', 'en'], '--lang'],
  ])('refuses to guess what %j means', async (args, told) => {
    const { code, out, err } = await runCommand(auditCommand, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});

describe('the table and the CSV', () => {
  test('speak the language of the locale, or the one asked for', async () => {
    expect((await audit({ env: { LANG: 'zh_CN.UTF-8' } })).out).toContain('自然岸线保有率');
    expect((await audit({ env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' } })).out).toContain(
      '自然岸线保有率',
    );
    expect((await audit({ env: { LANG: 'zh_CN.UTF-8' }, args: ['--lang', 'en'] })).out).toContain(
      'Natural coastline ratio',
    );
    expect((await audit({ env: { LANG: 'C' } })).out).toContain('Natural coastline ratio');
  });

  test('carry the illustration notice', async () => {
    expect((await audit({})).out).toContain('Illustration');
    expect((await audit({ args: ['--format', 'csv', '--lang', 'zh'] })).out).toContain('示意数据');
  });

  test('ends with a sentence to copy: day, figure, rule, method and data versions', async () => {
    const { out } = await audit({ rule: '{}' });
    const sentence = out.trimEnd().split('\n').at(-1);
    expect(sentence).toMatch(/^2025-06-30: natural coastline ratio 50\.00% \(band /);
    expect(sentence).toContain('in the total only: estuary, artificial;');
    expect(sentence).toContain('geodesics of the CGCS2000 ellipsoid');
    // printf '{}' | sha256sum
    expect(sentence).toContain('rule 44136fa355b3');
    expect(sentence).toContain('Illustration');
  });

  test('never show a ratio next to its target as the target itself', async () => {
    // 0.5 of two unequal tenths is off by 4e-6.
    const { out } = await audit({ rule: { target: 0.5 } });
    expect(out).toContain('49.9996%');
  });

  test('give one row a zone and one overall, for Excel', async () => {
    const zones = collection([
      zone('=1+1', [119.9, 35.4, 120.1, 35.6], { name_zh: '北,"南"\n区', name_en: '@north' }),
      zone('b', [119.9, 35.6, 120.1, 35.8], { name_zh: '\t甲', name_en: '-x' }),
    ]);
    const { out } = await audit({ zones, args: ['--format=csv'] });
    expect(out.startsWith('\uFEFFscope,id,name_zh')).toBe(true);
    expect(out).toContain(`\r\nzone,'=1+1,"北,""南""\n区",'@north,`);
    expect(out).toContain(`\r\nzone,b,'\t甲,'-x,`);
    expect(out.trimEnd().split('\r\n')).toHaveLength(4);
    expect(out.trimEnd().split('\r\n').at(-1)).toMatch(/^overall,,/);
  });

  test('say in each row whether its target is its own or lent by the whole coast', async () => {
    const { out } = await audit({ args: ['--format=csv'] });
    const [head = '', ...rows] = out.trimEnd().split('\r\n');
    const of = (row: string): string | undefined => row.split(',').at(-1);
    expect(of(head)).toBe('has_own_target');
    const told = new Map(rows.map((row) => [row.split(',')[1], of(row)]));
    expect(told.get('north')).toBe('yes');
    expect(told.get('south')).toBe('no');
    expect(told.get('')).toBe('yes');
  });
});

test('the embedded data are measured from any directory', async () => {
  const { code, out, err } = await runCommand(auditCommand, ['--format', 'json'], {
    directory: '/',
  });
  expect(err).toBe('');
  expect(code).toBe(0);
  const { overall, coverage, data } = JSON.parse(out);
  expect(data).toHaveLength(3);
  expect(overall.ratio).toBeGreaterThan(0);
  expect(coverage.residualM).toBeLessThan(0.001);
  // All of the plan's coast, on a machine that may be busy.
}, 30_000);

test('counts a part that is given twice once, and says so', async () => {
  const [once, twice] = await Promise.all(
    [[[EXTERIOR]], [[EXTERIOR], [EXTERIOR]]].map((parts) =>
      audit({ zones: area('MultiPolygon', parts), args: ['--format', 'json'] }),
    ),
  );
  const [one, other]: AuditReport[] = [once, twice].map((made) => JSON.parse(made?.out ?? ''));
  const [found, expected] = [other?.overall, one?.overall];
  // The area of a union is summed up otherwise: its last digits differ.
  closeTo(found?.areaM2, expected?.areaM2 ?? Number.NaN, 1);
  closeTo(other?.zones[0]?.totalM, SOUTHERN_TENTH + NORTHERN_TENTH, ROUNDING);
  expect({ ...found, areaM2: 0, turf: 0 }).toEqual({ ...expected, areaM2: 0, turf: 0 });
  expect(other?.coverage).toEqual(one?.coverage);
  expect(once?.err).not.toContain('parts-overlap');
  expect(twice?.err).toContain('parts-overlap');
});

describe('a coast of which a survey is stated', () => {
  const statement = {
    survey: '岸线修测',
    date: '2024-06',
    unit: '某测绘院',
    waterLevel: '平均大潮高潮位',
  };
  const SAID = {
    zh: '岸线由导入者声明：岸线修测，2024-06，某测绘院，平均大潮高潮位。',
    en: 'Coastline as stated by the importer: 岸线修测, 2024-06, 某测绘院, 平均大潮高潮位.',
  };
  const shift = {
    code: 'coast-shift-corrected',
    message: { zh: '残余偏移不明。', en: 'what is left of the shift is not known.' },
  };
  const coastline = { ...COAST, surveyed: true, statement };

  test.each(['zh', 'en'] as const)('says so in every format, in %s', async (lang) => {
    const given = { coastline, zones: ZONES };
    const table = await audit({ ...given, args: ['--lang', lang] });
    expect(table.out.split('\n')).toContain(`! ${SAID[lang]}`);
    // And in the sentence to copy.
    expect(table.out.trimEnd().endsWith(SAID[lang])).toBe(true);
    const csv = await audit({ ...given, args: ['--lang', lang, '--format', 'csv'] });
    const rows = csv.out.trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toContain(SAID[lang]);
    const json = await audit({ ...given, args: ['--format', 'json'] });
    const report: AuditReport = JSON.parse(json.out);
    expect(report).toMatchObject({ surveyed: true, notice: SAID, statements: [statement] });
    for (const { out } of [table, csv, json]) expect(out).not.toMatch(/示意|[Ii]llustration/);
  });

  test('stays an illustration while a part of the statement is missing', async () => {
    const { unit: _, ...incomplete } = statement;
    const { out } = await audit({
      coastline: { ...COAST, surveyed: true, statement: incomplete },
      args: ['--lang', 'en'],
    });
    expect(out).toContain('Illustration');
    expect(out).not.toContain('as stated by the importer');
  });

  test('takes along why it is provisional, with its place, in every format', async () => {
    const given = { coastline: { ...coastline, reasons: [shift, { code: 'other' }, 7] } };
    const table = await audit({ ...given, args: ['--lang', 'en'] });
    expect(table.out).toMatch(/! provisional: coast\.geojson:\d+:\d+ what is left of the shift/);
    const csv = await audit({ ...given, args: ['--lang', 'en', '--format', 'csv'] });
    expect(csv.out).toContain('what is left of the shift is not known.');
    const json = await audit({ ...given, args: ['--lang', 'en', '--format', 'json'] });
    const report: AuditReport = JSON.parse(json.out);
    expect(report.provisional).toBe(true);
    expect(report.provisionalReasons.map(({ code }) => code)).toEqual(['coast-shift-corrected']);
  });
});
