import { expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import type { AuditReport } from '../../../src/data/audit/audit-report.ts';
import { closeTo } from '../../close-to.ts';
import { collection, NORTHERN_TENTH, SOUTHERN_TENTH, segment, zone } from '../coast-files.ts';
import { directoryWith, type Outcome, runCommand } from '../run-command.ts';

const MAINLAND = segment('shore', [
  [120, 35.5],
  [120, 35.6],
]);
/** Two shores of one island that meet at 35.6° N: a beach and a quay, each a tenth of a degree of meridian. */
const ISLAND = [
  segment(
    'rock-south',
    [
      [120.2, 35.5],
      [120.2, 35.6],
    ],
    { realm: 'island', name_zh: '礁岛南岸', name_en: 'Reef Island, south' },
  ),
  segment(
    'rock-north',
    [
      [120.2, 35.6],
      [120.2, 35.7],
    ],
    {
      ...{ realm: 'island', class: 'artificial', use: 'port' },
      ...{ name_zh: '礁岛北岸', name_en: 'Reef Island, north' },
    },
  ),
];

function audit(coast: readonly object[], ...args: readonly string[]): Promise<Outcome> {
  const directory = directoryWith({
    'coast.geojson': collection(coast),
    'zones.geojson': collection([zone('all', [119.9, 35.4, 120.3, 35.8])]),
    'rule.json': {},
  });
  const files = ['--coastline', 'coast.geojson', '--zones', 'zones.geojson', '--rule', 'rule.json'];
  return runCommand(auditCommand, [...files, '--islands', ...args], { directory });
}

test('islands take the place of zones: shores that meet are one, and the mainland is left out', async () => {
  const { code, out } = await audit([MAINLAND, ...ISLAND], '--format', 'json');
  expect(code).toBe(0);
  const report: AuditReport = JSON.parse(out);
  expect(report.realm).toBe('island');
  expect(
    report.zones.map(({ id, name_zh, name_en, hasOwnTarget }) => ({
      id,
      name_zh,
      name_en,
      hasOwnTarget,
    })),
  ).toEqual([{ id: 'rock-south', name_zh: '礁岛', name_en: 'Reef Island', hasOwnTarget: false }]);
  const [island] = report.zones;
  closeTo(island?.totalM, SOUTHERN_TENTH + NORTHERN_TENTH, 1e-6);
  closeTo(island?.ratio ?? undefined, SOUTHERN_TENTH / (SOUTHERN_TENTH + NORTHERN_TENTH), 1e-12);
  // Its shore does not close: no area is made up.
  expect(island?.areaM2).toBeNull();
  expect(island?.evidence.map(({ segment: id }) => id)).toEqual(['rock-south', 'rock-north']);
});

test('as a table they have neither target nor verdict, and as CSV these columns are empty', async () => {
  const table = await audit([MAINLAND, ...ISLAND], '--lang', 'en');
  expect(table.out).toMatch(
    /^Shores of islands \(provisional\)\n[\s\S]*22\.19 km of coast are missing in gaps/,
  );
  expect(table.out).toMatch(/Reef Island +22,190\.3/);
  expect(table.out).not.toMatch(/Target|headroom|Verdict/);
  const csv = await audit([MAINLAND, ...ISLAND], '--format', 'csv');
  const [head = '', island = '', overall = ''] = csv.out.split(/\r?\n/);
  const column = (row: string, name: string) => row.split(',')[head.split(',').indexOf(name)];
  for (const row of [island, overall])
    expect(['target', 'headroom_m', 'verdict'].map((name) => column(row, name))).toEqual([
      '',
      '',
      '',
    ]);
  for (const row of [island, overall]) expect(row.endsWith(',no')).toBe(true);
  expect(island).toMatch(/^island,rock-south,礁岛,Reef Island,/);
});

test('a coast without islands says so', async () => {
  expect((await audit([MAINLAND], '--lang', 'en')).out).toContain('The coastline has no islands.');
});

test.each([['--sql'], ['--uncertainty'], ['--realm', 'mainland'], ['--realm', 'all']])(
  'what does not go with them is refused by name: %s',
  async (...args) => {
    const { code, out, err } = await audit(ISLAND, '--lang', 'en', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`does not go with ${args.join(' ')};`);
  },
);
