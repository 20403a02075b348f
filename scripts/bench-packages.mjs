import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fetches a package that a bench measures against, and unpacks it below `package` in a folder. It is no dependency: the
 * project never imports it.
 * @param {string} name with its version, `kepler.gl@3.2.6`
 * @param {string} folder absolute, and there
 * @param {readonly string[]} [files] what is unpacked of it; all of it by default
 * @returns {boolean} false without a registry
 */
export function unpackPackage(name, folder, files = []) {
  const packed = spawnSync('npm', ['pack', name, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const archive = packed.stdout?.trim().split('\n').at(-1) ?? '';
  if (packed.status !== 0) return false;
  const paths = files.map((file) => `package/${file}`);
  const { status } = spawnSync('tar', ['xzf', archive, ...paths], { cwd: folder });
  rmSync(join(folder, archive), { force: true });
  return status === 0;
}
