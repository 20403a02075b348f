import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { auditCommand } from '../../src/command/audit/audit-command.ts';
import { validateCommand } from '../../src/command/validate/validate-command.ts';
import { directoryWith, runCommand } from './run-command.ts';

const GUIDE = readFileSync(new URL('../../docs/own-plan.md', import.meta.url), 'utf8');

/** The files that the guide has its reader write, in a folder of their own. */
function planOfTheGuide(): string {
  const folder = directoryWith({});
  for (const [, file = '', text = ''] of GUIDE.matchAll(/```json file=(\S+)\n(.*?)```/gs)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

test('the plan of docs/own-plan.md is sound, and measures as the guide says', async () => {
  const folder = planOfTheGuide();
  const { code, out, err } = await runCommand(validateCommand, [folder]);
  expect([code, out]).toEqual([0, '']);
  expect(err).toContain('4 files');
  const audit = await runCommand(auditCommand, ['--plan', folder, '--format', 'json']);
  const { target, overall } = JSON.parse(audit.out);
  expect(target).toBe(0.4);
  // geod +ellps=GRS80 -I: 11263.843 and 11073.298 m.
  expect(Math.abs(overall.naturalM - 11_263.843)).toBeLessThan(0.001);
  expect(Math.abs(overall.totalM - 22_337.141)).toBeLessThan(0.001);
  expect(GUIDE).toContain('11.3 km of beach in 22.3 km of coast: 50.4 %');
});

test('every field that the guide lists for a catalogue and a rule is one that the readers know', () => {
  const sources = [
    'data/catalogue/catalogue-schema.ts',
    'data/catalogue/catalogue-options.ts',
    'data/audit/audit-rule.ts',
    'data/checks/rule-keys.ts',
  ]
    .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const listed = [...GUIDE.matchAll(/^\| `(\w+)` \|/gm)].flatMap(([, name]) => name ?? []);
  expect(listed.length).toBeGreaterThan(20);
  for (const name of listed) expect(sources, name).toMatch(new RegExp(`\\b${name}\\b`));
});
