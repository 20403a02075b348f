import { writeFile } from 'node:fs/promises';
import { arch, cpus, type } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/bootstrap.mjs';

/** How one step of a walk went. */
export type StepResult = {
  readonly user: string;
  readonly what: string;
  readonly seconds: number;
  readonly fault: string | undefined;
};

/** How one browser did, or why it was left out. */
export type BrowserResult = {
  readonly name: string;
  readonly version: string;
  readonly steps: readonly StepResult[];
  readonly skipped?: string;
};

/** Writes the table of what every browser did, over that of the last run. */
export async function writeResults(results: readonly BrowserResult[]): Promise<void> {
  const [first] = results.filter(({ steps }) => steps.length > 0);
  const rows = (first?.steps ?? []).map(({ user, what }, index) => [
    user,
    what,
    ...results.map(({ steps }) => cell(steps[index])),
  ]);
  const heads = [
    'user',
    'step',
    ...results.map(({ name, version }) => `${name} ${versionOf(name, version)}`.trim()),
  ];
  const skipped = results.flatMap(({ name, skipped: reason }) =>
    reason === undefined ? [] : [`- ${name} was skipped: ${reason}.`],
  );
  const faults = results.flatMap(({ name, steps }) =>
    steps.flatMap(({ user, what, fault }) =>
      fault === undefined || fault === 'not reached'
        ? []
        : [`- ${name}, ${user}, ${what}: ${fault.replace(/\s+/g, ' ')}`],
    ),
  );
  const lines = [
    '# Main walks in three browsers',
    '',
    'Written by `npm run test:browsers`: the production build with its own plan, WebGL in software. Seconds are those of this machine,',
    'which has no graphics card; they tell no browser from another.',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${type()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}.`,
    '',
    ...[heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    ...(skipped.length === 0 ? [] : ['', ...skipped]),
    ...(faults.length === 0 ? [] : ['', ...faults]),
    '',
  ];
  await writeFile(join(projectFolder, 'tests/browsers/RESULTS.md'), lines.join('\n'));
}

function cell(step: StepResult | undefined): string {
  if (step === undefined) return 'skipped';
  const { fault, seconds } = step;
  if (fault === 'not reached') return fault;
  return `${fault === undefined ? 'passed' : '**failed**'}, ${seconds.toFixed(1)} s`;
}

/** The version without the name that some browsers put before it. */
function versionOf(name: string, version: string): string {
  return version.replace(
    new RegExp(`^(Headless)?${name === 'Chromium' ? 'Chrom(e|ium)' : name} `, 'i'),
    '',
  );
}
