import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

/** The bundled commands; the entry of each is `src/command/<name>.ts`. */
export const COMMANDS = ['audit', 'validate', 'import', 'compare'];

/** The inputs of a bundle besides its sources: the packages in it, and the code that builds it. */
const ALSO_MADE_FROM = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/command-bundle.mjs',
];

/** A command that has just started may still read files that a newer bundle has replaced. */
const KEPT_MS = 60 * 60 * 1000;

/** @typedef {{ bundles: Record<string, string>, madeFrom: Record<string, string> }} Manifest the bundle of each command, and the hash of each file that they were made from */

/**
 * Returns the bundle of a command when it matches the current sources: it needs no installed packages.
 * @param {string} command
 * @param {string} project absolute path of its folder
 * @returns {string | undefined} absolute path
 */
export function bundleInStep(command, project) {
  try {
    /** @type {Manifest} */
    const { bundles, madeFrom } = JSON.parse(readFileSync(manifestPath(project), 'utf8'));
    const bundle = join(bundleFolder(project), bundles[command] ?? '');
    const isInStep = Object.entries(madeFrom).every(
      ([path, hash]) => hashOf(readFileSync(join(project, path))) === hash,
    );
    return isInStep && statSync(bundle).isFile() ? bundle : undefined;
  } catch {
    // The next build replaces a missing or incomplete file.
    return undefined;
  }
}

/**
 * Bundles all commands. Files are named by their content and the manifest is replaced atomically, so that
 * several commands may do this at the same time.
 * @param {string} project absolute path of its folder
 * @param {readonly string[]} [commands]
 * @returns {Promise<void>}
 */
export async function bundleCommands(project, commands = COMMANDS) {
  const folder = bundleFolder(project);
  /** @type {Manifest} */
  const manifest = { bundles: {}, madeFrom: {} };
  // The hashes are read before the build: a file that changes during it causes another build, not a bundle
  // that seems current.
  for (const path of ALSO_MADE_FROM)
    manifest.madeFrom[path] = hashOf(readFileSync(join(project, path)));
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    envDir: false,
    root: project,
    logLevel: 'error',
    plugins: [ownSources(project, manifest.madeFrom)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(
          commands.map((name) => [name, join(project, 'src', 'command', `${name}.ts`)]),
        ),
        // This covers both forms of import: a command may need at once what the app loads later.
        checks: { ineffectiveDynamicImport: false },
        output: { entryFileNames: '[name]-[hash].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  if (!('output' in built)) throw new Error('the bundler made several builds of one');
  mkdirSync(folder, { recursive: true });
  for (const part of built.output) {
    if (part.type !== 'chunk') continue;
    if (part.isEntry) manifest.bundles[part.name] = part.fileName;
    writeAtOnce(join(folder, part.fileName), part.code);
  }
  writeAtOnce(manifestPath(project), JSON.stringify(manifest));
  removeOld(
    folder,
    built.output.map(({ fileName }) => fileName),
  );
}

/**
 * Reads the project's own modules for the bundler and records their hashes. A module derives its own
 * location from the bundle's, so that the embedded data are found beside the sources.
 * @param {string} project
 * @param {Record<string, string>} madeFrom to be filled
 * @returns {import('vite').Plugin}
 */
function ownSources(project, madeFrom) {
  const folder = bundleFolder(project);
  return {
    name: 'own-sources',
    enforce: 'pre',
    load(id) {
      const path = relative(project, id).replaceAll('\\', '/');
      if (!isAbsolute(id) || /^\.\.|(^|\/)node_modules\/|\?/.test(path)) return null;
      const code = readFileSync(id, 'utf8');
      madeFrom[path] = hashOf(code);
      const place = JSON.stringify(relative(folder, id).replaceAll('\\', '/'));
      return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`);
    },
  };
}

/**
 * Writes to another name first, so that a concurrent reader gets either the complete new file or the old
 * one.
 * @param {string} path
 * @param {string} text
 */
function writeAtOnce(path, text) {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/**
 * Removes the files of earlier builds, and temporary files of interrupted builds.
 * @param {string} folder
 * @param {readonly string[]} current names of files that stay
 */
function removeOld(folder, current) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name === MANIFEST || current.includes(name)) continue;
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (changed < Date.now() - KEPT_MS) rmSync(path, { force: true });
  }
}

const MANIFEST = 'manifest.json';

/** @param {string} project */
function manifestPath(project) {
  return join(bundleFolder(project), MANIFEST);
}

/** @param {string} project */
function bundleFolder(project) {
  return join(project, '.cache', 'commands');
}

/** @param {string | Uint8Array} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}
