import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticDistrict } from '../../../scripts/bench-audit/synthetic-district.ts';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import type { AuditReport } from '../../../src/data/audit/audit-report.ts';
import { DEFAULT_RULE } from '../../../src/data/audit/audit-rule.ts';
import { auditSql } from '../../../src/data/audit/audit-sql.ts';
import type { CoastSummary } from '../../../src/domain/audit/audit.ts';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { runCommand } from '../run-command.ts';

const VERSIONS = '/usr/lib/postgresql';
const programs = (existsSync(VERSIONS) ? readdirSync(VERSIONS) : [])
  .map((version) => ({
    bin: join(VERSIONS, version, 'bin'),
    postgis: `/usr/share/postgresql/${version}/extension/postgis.control`,
  }))
  .find(({ bin, postgis }) => existsSync(join(bin, 'postgres')) && existsSync(postgis));

let folder = '';

/** Runs a program of the database, as `postgres` where we are root: the database refuses root. */
function run(program: string, args: readonly string[], input = ''): string {
  const [file, all] = [join(programs?.bin ?? '', program), [...args]] as const;
  const [command, given] =
    process.getuid?.() === 0
      ? (['runuser', ['-u', 'postgres', '--', file, ...all]] as const)
      : ([file, all] as const);
  const { status, stdout, stderr, error } = spawnSync(command, given, {
    input,
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 256 * 1024 ** 2,
  });
  if (status !== 0) throw error ?? new Error(`${program}: ${stderr}`);
  return stdout;
}

beforeAll(() => {
  if (programs === undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'coastplan-postgis-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-A', 'trust', '-E', 'UTF8', '--no-sync', '-U', 'postgres']);
  // A socket in our own folder, no network, and nothing to be kept.
  run('pg_ctl', [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    'start',
    '-o',
    `-k ${folder} -h '' -F`,
  ]);
  psql('CREATE EXTENSION postgis;');
});

afterAll(() => {
  if (programs === undefined) return;
  try {
    run('pg_ctl', ['-D', join(folder, 'data'), '-w', '-m', 'immediate', 'stop']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function psql(sql: string): string {
  return run(
    'psql',
    ['-h', folder, '-U', 'postgres', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-At', '-F', '\t'],
    sql,
  );
}

type Row = {
  readonly scope: string;
  readonly id: string;
  readonly totalM: number;
  readonly naturalM: number;
  readonly restoredM: number;
  readonly ratio: number | null;
  readonly headroomM: number | null;
  readonly byClass: Readonly<Record<string, number>>;
  readonly areaM2: number | null;
};

function rowsOf(sql: string): readonly Row[] {
  const number = (text: string | undefined): number | null =>
    text === undefined || text === '' ? null : Number(text);
  return psql(sql)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [scope = '', id = '', , , total, natural, restored, ratio, , , spare, classes, area] =
        line.split('\t');
      return {
        ...{ scope, id },
        ...{ totalM: Number(total), naturalM: Number(natural), restoredM: Number(restored) },
        ...{ ratio: number(ratio), headroomM: number(spare), areaM2: number(area) },
        byClass: JSON.parse(classes || '{}'),
      };
    });
}

/** Equal to a millionth of the whole it is a part of. */
function expectSame(
  found: number | null,
  expected: number | null | undefined,
  whole: number,
): void {
  if (expected === null || expected === undefined) expect(found).toBeNull();
  else expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-6 * whole);
}

function expectSummary(
  row: Row | undefined,
  own: Pick<CoastSummary, 'totalM' | 'naturalM' | 'restoredM'> & {
    readonly ratio?: number | null | undefined;
    readonly headroomM?: number | null | undefined;
    readonly areaM2?: number | null | undefined;
    readonly byClass: Readonly<Record<string, number>>;
  },
): void {
  if (row === undefined) throw new Error('a row is missing');
  const whole = Math.max(own.totalM, 1);
  expectSame(row.totalM, own.totalM, whole);
  expectSame(row.naturalM, own.naturalM, whole);
  expectSame(row.restoredM, own.restoredM, whole);
  expectSame(row.ratio, own.ratio, 1);
  expectSame(row.headroomM, own.headroomM, whole);
  if (own.areaM2 !== null && own.areaM2 !== undefined)
    expectSame(row.areaM2, own.areaM2, Math.max(own.areaM2, 1));
  for (const [name, metres] of Object.entries(own.byClass))
    expectSame(row.byClass[name] ?? 0, metres, whole);
}

describe.skipIf(programs === undefined)(
  'the audit in PostGIS (skipped where it is not installed)',
  () => {
    test.each(['mainland', 'island', 'all'])(
      'gives the figures of the embedded data: %s',
      async (realm) => {
        const sql = await runCommand(auditCommand, ['--sql', '--realm', realm]);
        expect([sql.code, sql.err]).toEqual([0, '']);
        const json = await runCommand(auditCommand, ['--format', 'json', '--realm', realm]);
        const report: AuditReport = JSON.parse(json.out);
        const rows = rowsOf(sql.out);
        expect(rows.map(({ id }) => id)).toEqual([...report.zones.map(({ id }) => id), '', '']);
        for (const [index, zone] of report.zones.entries()) expectSummary(rows[index], zone);
        expectSummary(rows.at(-1), report.overall);
        expectSame(rows.at(-2)?.totalM ?? null, report.coverage.outsideM, report.overall.totalM);
      },
    );

    test('gives the figures of a coast of 35 000 vertices in 34 zones', () => {
      const { segments, zones } = syntheticDistrict(35_000, 34);
      const own = auditCoastline({ segments, zones, rule: DEFAULT_RULE, realm: 'mainland' });
      const rows = rowsOf(
        auditSql({ segments, zones, rule: DEFAULT_RULE, realm: 'mainland', files: [] }),
      );
      for (const [index, zone] of own.zones.entries()) expectSummary(rows[index], zone);
      expectSummary(rows.at(-1), own.overall);
    });

    test('takes any words for names, and a plan without zones or coast', () => {
      const { segments, zones } = syntheticDistrict(40, 1);
      const words = "O'Hara\\'; DROP TABLE zone; --\n\0岸\uD800";
      const named = zones.map((zone) => ({ ...zone, id: words, name: { zh: words, en: words } }));
      const ask = {
        rule: DEFAULT_RULE,
        realm: 'all' as const,
        files: [{ file: words, sha256: 'x' }],
      };
      writeFileSync(join(folder, 'named.sql'), auditSql({ segments, zones: named, ...ask }));
      expect(psql(`\\i ${join(folder, 'named.sql')}`)).toContain('DROP TABLE zone');
      const [outside, whole] = rowsOf(auditSql({ segments, zones: [], ...ask }));
      expect(outside?.totalM).toBe(whole?.totalM);
      expect(rowsOf(auditSql({ segments: [], zones, ...ask })).map(({ ratio }) => ratio)).toEqual([
        ...[null, null, null],
      ]);
    });
  },
);

test('the script names the files it is made from, one line each', () => {
  const sql = auditSql({
    ...{ segments: [], zones: [], rule: DEFAULT_RULE, realm: 'all' },
    files: [{ file: 'a\nDROP TABLE x;', sha256: 'ab' }],
  });
  expect(sql).toContain('--   a DROP TABLE x;  SHA-256 ab\n');
});
