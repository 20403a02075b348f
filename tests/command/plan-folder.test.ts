import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../src/command/audit/audit-command.ts';
import { importCommand } from '../../src/command/import/import-command.ts';
import { validateCommand } from '../../src/command/validate/validate-command.ts';
import { directoryWith, runCommand } from './run-command.ts';

const PLAN_TWO = fileURLToPath(new URL('../fixtures/plan-two', import.meta.url));

/** A copy of the made-up plan whose catalogue is changed. */
function changedPlan(changes: object): string {
  const folder = directoryWith({});
  cpSync(PLAN_TWO, folder, { recursive: true });
  const file = join(folder, 'catalogue.json');
  const catalogue: object = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...catalogue, ...changes }));
  return folder;
}

async function codes(args: readonly string[], directory: string): Promise<readonly string[]> {
  const { out } = await runCommand(validateCommand, [...args, '--format', 'json'], { directory });
  const found: readonly { readonly code: string }[] = JSON.parse(out);
  return found.map(({ code }) => code);
}

describe('the folder of a plan', () => {
  test('is audited by its own layers and rule', async () => {
    const { code, out } = await runCommand(auditCommand, ['--plan', PLAN_TWO, '--format', 'json']);
    expect(code).toBe(0);
    const { target, overall } = JSON.parse(out);
    expect(target).toBe(0.4);
    // PROJ's geod on GRS 80, edge by edge: make-plan.py --lengths. A printed length is off by up to 0.5 mm, six of them by 3 mm.
    expect(Math.abs(overall.totalM - 49_347.845)).toBeLessThan(0.003);
    expect(Math.abs(overall.naturalM - 21_912.386)).toBeLessThan(0.003);
    expect(Math.abs(overall.restoredM - 4885.681)).toBeLessThan(0.001);
    expect(overall.verdict).toBe('pass');
  });

  test('is validated whole, against its own extent, layers and articles', async () => {
    const { code, out, err } = await runCommand(validateCommand, [PLAN_TWO]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('10 files');
  });

  test('tells layers outside the extent, and articles beyond the last', async () => {
    const elsewhere = changedPlan({ extent: [113, 25, 113.5, 25.4] });
    const found = await codes(['.'], elsewhere);
    expect(found.filter((code) => code === 'layer-outside-extent')).toHaveLength(7);
    const short = changedPlan({ articleCount: 100 });
    // Articles 104 of a zone and 118 of a port.
    expect(await codes(['.'], short)).toEqual(['article-out-of-range', 'article-out-of-range']);
  });

  test('is no plan without a catalogue', async () => {
    const { code, err } = await runCommand(auditCommand, ['--plan', '.'], {
      directory: directoryWith({}),
    });
    expect(code).toBe(2);
    expect(err).toContain('there is no catalogue.json in .');
  });
});

test('a single file is checked as one of the plan beside it', async () => {
  expect(await codes(['projects/ports.geojson'], changedPlan({}))).toEqual([]);
  const far = changedPlan({ extent: [113, 25, 113.5, 25.4], articleCount: 100 });
  expect(await codes(['projects/ports.geojson'], far)).toContain('outside-plan-area');
});

describe("people's own file", () => {
  // gdaltransform from GRS 80 in degrees to +proj=tmerc +lon_0=114 +x_0=500000 +ellps=GRS80: 113.6 22.1 and 113.56 22.15.
  const shore = 'LINESTRING (458723.9196 2444927.7798, 454612.2698 2450475.8795)';
  const rows = `id,class,realm,wkt\nshore,bedrock,mainland,"${shore}"\n`;

  test('is placed in the plan that --plan names, and measured by its zones and rule', async () => {
    const at = { directory: directoryWith({ 'coast.csv': rows }) };
    const args = ['coast.csv', '--plan', PLAN_TWO, '--lang', 'en'];
    const unsure = await runCommand(auditCommand, args, at);
    expect([unsure.code, unsure.out]).toEqual([2, '']);
    expect(unsure.err).toContain('Candidates: EPSG:4547.');
    const said = [...args, '--crs', 'EPSG:4547', '--format', 'json'];
    const { code, out } = await runCommand(auditCommand, said, at);
    expect(code).toBe(0);
    const { target, overall } = JSON.parse(out);
    expect(target).toBe(0.4);
    // PROJ: echo 22.1 113.6 22.15 113.56 | geod -I +ellps=GRS80. The ends are given to 0.1 mm.
    expect(Math.abs(overall.totalM - 6905.423)).toBeLessThan(0.001);
  });

  test('in the folder of a plan is placed in that plan, elsewhere in the embedded one', async () => {
    const folder = changedPlan({});
    writeFileSync(join(folder, 'coast.csv'), rows);
    for (const command of [validateCommand, importCommand]) {
      const { out } = await runCommand(command, ['coast.csv', '--lang', 'en'], {
        directory: folder,
      });
      expect(out).toContain('EPSG:4547');
      const far = await runCommand(command, ['coast.csv', '--lang', 'en'], {
        directory: directoryWith({ 'coast.csv': rows }),
      });
      expect(far.out).not.toContain('EPSG:4547');
    }
  });
});
