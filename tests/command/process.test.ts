import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { auditCommand } from '../../src/command/audit/audit-command.ts';
import { collection, segment, zone } from './coast-files.ts';
import { directoryWith, runCommand } from './run-command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMMAND = `${ROOT}scripts/command.mjs`;
/** The first process bundles the commands. All of them take a second or two, on a busy machine ten. */
const PATIENCE = 60_000;

const FILES = {
  'coast.geojson': collection([
    segment('a', [
      [120, 35.5],
      [120, 35.6],
    ]),
  ]),
  'zones.geojson': collection([zone('z', [119.9, 35.4, 120.1, 35.8])]),
  'rule.json': { target: 0.35 },
};

test(
  'npm’s own directory does not matter: relative paths start where npm was called',
  () => {
    const directory = directoryWith(FILES);
    const args = ['--coastline=coast.geojson', '--zones=zones.geojson', '--rule=rule.json'];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [COMMAND, 'audit', ...args, '--format=json'],
      { cwd: ROOT, env: { ...process.env, INIT_CWD: directory }, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).zones).toHaveLength(1);
  },
  PATIENCE,
);

test(
  'a reader that leaves early ends the command quietly',
  () => {
    const features = Array.from({ length: 3000 }, (_, index) => ({
      type: 'Feature',
      properties: { id: index, class: 'rock' },
      geometry: null,
    }));
    const directory = directoryWith({ 'coast.geojson': collection(features) });
    const command = `"${process.execPath}" "${COMMAND}" validate coast.geojson | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: directory,
      env: { ...process.env, INIT_CWD: directory },
      encoding: 'utf8',
    });
    expect(stdout).toContain('coast.geojson:1:');
    expect(stderr).not.toMatch(/EPIPE|Error|\n\s+at /);
  },
  PATIENCE,
);

test(
  'what npm starts prints what the sources print, to the byte',
  async () => {
    const { status, stdout, stderr } = npm('run', '--silent', 'audit', '--', '--format', 'json');
    const fromSources = await runCommand(auditCommand, ['--format', 'json'], { directory: ROOT });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(fromSources.out);
  },
  PATIENCE,
);

test(
  'bad input is told in a sentence, with the exit code of the command',
  () => {
    const audit = npm('run', '--silent', 'audit', '--', '--coastline', 'nowhere.geojson');
    expect({ ...audit, stderr: audit.stderr.split('\n')[0] }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'audit: nowhere.geojson  there is no such file.',
    });
    expect(audit.stderr).not.toMatch(/\n\s+at /);
    const unknown = spawnSync(process.execPath, [COMMAND, 'adit'], { encoding: 'utf8' });
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toMatch(/^Which command\? .*audit.*\n$/);
  },
  PATIENCE,
);

function npm(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: ROOT,
    // As a person in the project's folder would call it, whoever called the tests.
    env: { ...process.env, INIT_CWD: undefined, LC_ALL: 'C' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { status, stdout, stderr };
}
