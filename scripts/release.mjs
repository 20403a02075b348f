/**
 * `npm run release`: builds the app and the one file, and writes what is handed out into `release/`: the zipped
 * `dist/`, the HTML file, a bill of materials (CycloneDX), the notes of this version and the checksums of all of
 * them. The same sources give the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { bootstrap, projectFolder, stop } from './bootstrap.mjs';
import { billOfMaterials, notesOf } from './release-texts.mjs';
import { step } from './step.mjs';

/** A zip's clock begins in 1980; no file has a time of its own, so that the bytes are the same tomorrow. */
const NO_TIME = new Date(1980, 0, 1);

bootstrap();
const quiet = ['--logLevel', 'warn'];
const isBuilt =
  (await step('build', 'vite', ['build', ...quiet])) &&
  (await step('build one file', 'vite', ['build', '--config', 'vite.single.config.ts', ...quiet]));
if (!isBuilt) stop('The build failed.');
const { zipSync } = await import('fflate');

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
const name = `coastplan-${version}`;
const folder = join(projectFolder, 'release');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const dist = join(projectFolder, 'dist');
const members = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
/** @type {Record<string, [Uint8Array, { mtime: Date }]>} */
const zipped = Object.fromEntries(
  members.map((path) => [
    `${name}/${relative(dist, path).split(sep).join('/')}`,
    [new Uint8Array(readFileSync(path)), { mtime: NO_TIME }],
  ]),
);
/** @type {Record<string, Uint8Array | string>} */
const files = {
  [`${name}.zip`]: zipSync(zipped, { level: 9 }),
  [`${name}.html`]: readFileSync(join(projectFolder, 'dist-single', 'coastplan.html')),
  [`${name}.cdx.json`]: billOfMaterials(listedPackages(), version),
  'NOTES.md': notesOf(readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8'), version),
};
const sums = Object.entries(files).map(([file, content]) => {
  writeFileSync(join(folder, file), content);
  return `${createHash('sha256').update(content).digest('hex')}  ${file}\n`;
});
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
console.log(`release/: ${[...Object.keys(files), 'SHA256SUMS'].join(', ')}`);

/** The packages that the app is made from, as npm lists them. */
function listedPackages() {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--offline'],
    {
      cwd: projectFolder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 ** 2,
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) stop(`npm sbom failed (npm 10 or later is needed): ${stderr}`);
  return stdout;
}
