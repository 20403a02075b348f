/**
 * `npm run licences` writes `public/licences/third-party.txt`: the notice of every package whose code a
 * page may contain, from the lock file and the installed packages. With `--check` it writes nothing and
 * fails when the file is outdated.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, projectFolder, stop } from './bootstrap.mjs';

/** @typedef {{ version: string, license?: string, dependencies?: Record<string, string> }} LockedPackage */

const FOLDER = join(projectFolder, 'public', 'licences');
const TARGET = join(FOLDER, 'third-party.txt');
const RULE = '='.repeat(80);

/**
 * Terms of packages without a licence file, from their README or the repository they were published from.
 */
const UNFILED = new Map([
  ['@mapbox/jsonlint-lines-primitives', { licence: 'MIT', holder: '2012 Zachary Carter' }],
  ['isarray', { licence: 'MIT', holder: 'Julian Gruber' }],
  ['murmurhash-js', { licence: 'MIT', holder: '2011 Gary Court' }],
  ['terra-draw', { licence: 'MIT', holder: 'James Milner' }],
  ['terra-draw-maplibre-gl-adapter', { licence: 'MIT', holder: 'James Milner' }],
  ['skmeans', { licence: 'MIT', holder: 'David Gómez Matarrodona' }],
  [
    'jsts',
    {
      licence: 'EDL-1.0',
      holder: '2011-2021 Björn Harrtell; 2007 Eclipse Foundation, Inc. and its licensors',
    },
  ],
  [
    '@turf/jsts',
    {
      licence: 'EDL-1.0',
      holder: '2011-2021 Björn Harrtell; 2007 Eclipse Foundation, Inc. and its licensors',
    },
  ],
]);

/** Eclipse Distribution License 1.0, https://www.eclipse.org/org/documents/edl-v10.php */
const EDL = `Redistribution and use in source and binary forms, with or without modification,
are permitted provided that the following conditions are met:

- Redistributions of source code must retain the above copyright notice, this
  list of conditions and the following disclaimer.
- Redistributions in binary form must reproduce the above copyright notice, this
  list of conditions and the following disclaimer in the documentation and/or
  other materials provided with the distribution.
- Neither the name of the Eclipse Foundation, Inc. nor the names of its
  contributors may be used to endorse or promote products derived from this
  software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR
ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON
ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
(INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

/** Names of files with a package's terms, and those of the code it includes. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice|third.party.licen[cs]es)/i;

/** Packages without code: pptxgenjs depends on this one, and Node.js has its own. */
const NO_CODE = new Set(['https']);

/** Links that a licence requires us to give. */
const REMARKS = new Map([
  [
    'geojson-validation',
    'A file of its own (assets/geojson-validation-….js), its code unaltered but minified: it may be replaced by a modified\nversion with the same interface. The GNU General Public License 3 that it builds on: gpl-3.0.txt.',
  ],
  ['@mapbox/maki', 'Symbols drawn on the map and in the legend.'],
]);

bootstrap();
const text = thirdPartyText();
if (process.argv.includes('--check')) {
  const written = readTextOrNothing(TARGET);
  if (written !== text)
    stop('public/licences/third-party.txt does not match the packages: run npm run licences.');
} else {
  writeFileSync(TARGET, text);
}

/** @returns {string} */
function thirdPartyText() {
  /** @type {Record<string, LockedPackage>} */
  const packages = JSON.parse(
    readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'),
  ).packages;
  /** @type {Map<string, string[]>} packages by notice: Turf alone is a hundred with one text */
  const namesOf = new Map();
  for (const path of [...shippedPaths(packages)].sort()) {
    const { title, notice } = noticeOf(path, packages);
    namesOf.set(notice, [...(namesOf.get(notice) ?? []), title]);
  }
  return [
    readFileSync(join(FOLDER, 'data.txt'), 'utf8').trimEnd(),
    'SOFTWARE SHIPPED WITH COASTPLAN\n\nCoastplan itself is under the MIT licence. It carries code or symbols of the packages below.',
    ...[...namesOf].map(([notice, names]) => `${names.join('\n')}\n\n${notice}`),
  ]
    .map((part) => `${part}\n`)
    .join(`\n${RULE}\n\n`);
}

/**
 * Returns the packages that a production dependency needs, by path. Leaves out peers (tools) and types (no
 * code).
 * @param {Record<string, LockedPackage>} packages
 * @returns {Set<string>}
 */
function shippedPaths(packages) {
  /** @type {Set<string>} */
  const shipped = new Set();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
      if (name.startsWith('@types/') || NO_CODE.has(name)) continue;
      const found = resolvePath(path, name, packages);
      if (shipped.has(found)) continue;
      shipped.add(found);
      waiting.push(found);
    }
  }
  return shipped;
}

/**
 * Finds a package as Node.js does: beside the dependent package, then one folder up, and so on.
 * @param {string} from
 * @param {string} name
 * @param {Record<string, LockedPackage>} packages
 * @returns {string}
 */
function resolvePath(from, name, packages) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') throw new Error(`package-lock.json has no ${name}, which ${from} needs`);
  }
}

/**
 * @param {string} path
 * @param {Record<string, LockedPackage>} packages
 * @returns {{ title: string, notice: string }} name with version, and its notice
 */
function noticeOf(path, packages) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const { version, license } = packages[path] ?? {};
  const parts = [
    `Licence: ${license ?? UNFILED.get(name)?.licence ?? 'as below'}`,
    REMARKS.get(name),
    licenceText(name, join(projectFolder, path)),
  ];
  return {
    title: `${name} ${version}`,
    notice: parts.filter((part) => part !== undefined).join('\n\n'),
  };
}

/**
 * @param {string} name
 * @param {string} folder
 * @returns {string}
 */
function licenceText(name, folder) {
  // Folders are skipped: the LICENSES folder of opencc-js is also in its file of third-party licences.
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map(({ name }) => name)
    .sort();
  if (files.length > 0) {
    return files
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
      .join('\n\n');
  }
  const unfiled = UNFILED.get(name);
  if (unfiled === undefined)
    stop(`${name} has no licence file: find its terms and add them to scripts/licences.mjs.`);
  const copyright = `Copyright (c) ${unfiled.holder}`;
  if (unfiled.licence !== 'MIT') return `${copyright}\n\n${EDL}`;
  return readFileSync(join(projectFolder, 'LICENSE'), 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, copyright);
}

/** @param {string} path */
function readTextOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
