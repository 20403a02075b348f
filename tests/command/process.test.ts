import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { collection, segment, zone } from './coast-files.ts';
import { directoryWith } from './run-command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSX = fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url));
/** A process starts in a second or two, on a busy machine in ten. */
const PATIENCE = 60_000;

const FILES = {
  'coast.geojson': collection([
    segment('a', [
      [120, 35.5],
      [120, 35.6],
    ]),
  ]),
  'zones.geojson': collection([zone('z', [119.9, 35.4, 120.1, 35.8])]),
  'rule.json': {},
};

test(
  'npm’s own directory does not matter: relative paths start where npm was called',
  () => {
    const directory = directoryWith(FILES);
    const args = ['--coastline=coast.geojson', '--zones=zones.geojson', '--rule=rule.json'];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [TSX, `${ROOT}src/command/audit.ts`, ...args, '--format=json'],
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
    const command = `"${process.execPath}" "${TSX}" "${ROOT}src/command/validate.ts" coast.geojson | head -n 1`;
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
