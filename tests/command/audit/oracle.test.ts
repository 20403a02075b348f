import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import type { AuditReport, SummaryReport } from '../../../src/data/audit/audit-report.ts';
import { COASTLINE_CLASSES, type CoastlineClass } from '../../../src/domain/coastline.ts';
import { closeTo } from '../../close-to.ts';
import { directoryWith, runCommand } from '../run-command.ts';

/** Made by `oracle.py` with GEOS and PROJ; that file says how and makes them again. */
const CASES = fileURLToPath(new URL('fixtures/oracle/', import.meta.url));

/** Relative: 1e-9 on the ellipsoid. Both tools solve geodesics to nanometres. */
const AGREEMENT = 1e-9;
/** Metres: a length of nothing has no relative error. */
const FLOOR = 1e-6;

type Lengths = {
  readonly byClass: Readonly<Record<CoastlineClass, number>>;
  readonly unclassifiedM: number;
  readonly turfTotalM: number;
  readonly areaM2: number;
};
type Expected = {
  readonly whole: Lengths;
  readonly outsideM: number;
  readonly zones: Readonly<Record<string, Lengths>>;
};

function agrees(found: number | null | undefined, expected: number): void {
  closeTo(found ?? undefined, expected, Math.max(FLOOR, expected * AGREEMENT));
}

function holdTo(summary: SummaryReport | undefined, expected: Lengths | undefined): void {
  if (summary === undefined || expected === undefined) throw new Error('nothing to compare');
  for (const name of COASTLINE_CLASSES) agrees(summary.byClass[name], expected.byClass[name]);
  agrees(summary.unclassifiedM, expected.unclassifiedM);
  agrees(summary.turf.totalM, expected.turfTotalM);
  agrees(summary.areaM2, expected.areaM2);
}

describe.each(readdirSync(CASES))('the audit of %s', (name) => {
  const expected: Expected = JSON.parse(readFileSync(`${CASES}${name}/expected.json`, 'utf8'));

  test('agrees with GEOS and PROJ', async () => {
    const report = await audit(
      `${CASES}${name}/coastline.geojson`,
      `${CASES}${name}/zones.geojson`,
    );
    holdTo(report.overall, expected.whole);
    expect(report.zones.map(({ id }) => id)).toEqual(Object.keys(expected.zones));
    for (const zone of report.zones) holdTo(zone, expected.zones[zone.id]);
    agrees(report.coverage.outsideM, expected.outsideM);
  });

  test('proves to 1 mm that zones and rest make up the whole', async () => {
    const report = await audit(
      `${CASES}${name}/coastline.geojson`,
      `${CASES}${name}/zones.geojson`,
    );
    closeTo(report.coverage.residualM, 0, 0.001);
  });
});

async function audit(coastline: string, zones: string): Promise<AuditReport> {
  const directory = directoryWith({ 'rule.json': {} });
  const args = [
    '--coastline',
    coastline,
    '--zones',
    zones,
    '--rule',
    'rule.json',
    '--realm',
    'all',
    '--format',
    'json',
  ];
  const { code, out, err } = await runCommand(auditCommand, args, { directory });
  expect(code, err).toBe(0);
  return JSON.parse(out);
}
