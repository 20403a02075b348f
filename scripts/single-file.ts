import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { planFolder } from './plan-folder.ts';

/** The locations of the page's parts that the bundler does not handle. */
export type SingleFileParts = {
  readonly project: string;
  /** The name of the output file. */
  readonly name: string;
};

/** Files of the plan that the app reads, without documentation and raw inputs. */
const PLAN_FOLDERS = ['base', 'coast', 'projects', 'views'];
const LICENCES = ['third-party.txt', 'gpl-3.0.txt', 'data.txt'];
const LEGAL = `<!--
  Coastplan, in one file. The plan's files and the licences of software and data are in this page as plain text: look
  for data-file="…". To replace a file of the plan, replace the text of its element and write \\u003c for < in it.
  geojson-validation (LGPL-3.0) is part of the script below: to exchange it, build this file anew from the sources of
  Coastplan (MIT) with "npm run build:single".
-->`;

/**
 * Resolves `name.ts` to the `name.single.ts` beside it when there is one, and inlines our workers. The
 * sources therefore need not know which build they are in.
 */
export function singleFileModules(): Plugin {
  return {
    name: 'single-file-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source.endsWith('-worker.ts?worker')) {
        return this.resolve(`${source}&inline`, importer, { ...options, skipSelf: true });
      }
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const single = resolved?.id.replace(/(?<!\.single)\.ts$/, '.single.ts');
      return single !== undefined && single !== resolved?.id && existsSync(single)
        ? single
        : resolved;
    },
  };
}

/** Inlines script, styles, icon, plan and licences, and adds a policy that allows nothing else. */
export function singleFile({ project, name }: SingleFileParts): Plugin {
  return {
    name: 'single-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const script = onlyOne(bundle, '.js');
        const style = onlyOne(bundle, '.css');
        const page = onlyOne(bundle, '.html');
        for (const file of Object.keys(bundle)) delete bundle[file];
        const code = inScript(textOf(script).replaceAll('\r\n', '\n'));
        const sheet = textOf(style);
        const icon = readFileSync(join(project, 'public', 'icon.svg'), 'utf8');
        const data = [...planFiles(), ...licenceFiles(project)];
        const html = textOf(page)
          .replace(/<script type="module"[^>]*><\/script>\s*/, '')
          .replace(/<link rel="stylesheet"[^>]*>\s*/, () => `<style>${sheet}</style>`)
          .replace(/<link rel="apple-touch-icon"[^>]*>\s*/, '')
          .replace(
            /(<link rel="icon" href=")[^"]*/,
            (_, start: string) => start + dataAddress(icon),
          )
          .replace(
            /(Content-Security-Policy"\s+content=")[^"]*/,
            (_, start: string) => start + policy(code, sheet),
          )
          .replace('<!doctype html>', (found) => `${found}\n${LEGAL}`)
          .replace(
            '</body>',
            (end) => `${data.join('\n')}\n<script type="module">${code}</script>\n${end}`,
          );
        this.emitFile({ type: 'asset', fileName: name, source: html });
      },
    },
  };
}

/** The policy allows only this text: script and styles by hash, workers from it, no requests. */
function policy(code: string, sheet: string): string {
  const hash = (text: string): string =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(code)}`,
    `style-src ${hash(sheet)}`,
    'img-src data: blob:',
    // A page from a disk has no origin: MapLibre then reads its worker's code and starts it as data.
    // Neither scheme reaches the network or a disk.
    'worker-src blob: data:',
    'connect-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function onlyOne(
  bundle: Rolldown.OutputBundle,
  ending: string,
): Rolldown.OutputAsset | Rolldown.OutputChunk {
  const [found, ...more] = Object.values(bundle).filter(({ fileName }) =>
    fileName.endsWith(ending),
  );
  if (found === undefined || more.length > 0)
    throw new Error(
      `one file needs one ${ending}, not ${more.length + (found === undefined ? 0 : 1)}`,
    );
  return found;
}

function textOf(part: Rolldown.OutputAsset | Rolldown.OutputChunk): string {
  if (part.type === 'chunk') return part.code;
  return typeof part.source === 'string' ? part.source : new TextDecoder().decode(part.source);
}

/**
 * Escapes code for the text of a script element: sequences that would end or disturb it are replaced (HTML,
 * section 4.12.1.3).
 */
function inScript(code: string): string {
  return code.replaceAll(/<(?=!--|\/?script)/gi, '\\x3C');
}

function* planFiles(): Generator<string> {
  const folder = planFolder();
  const top = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const below = PLAN_FOLDERS.filter((name) => existsSync(join(folder, name))).flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => `${name}/${file}`),
  );
  for (const file of [...top, ...below]) {
    const text = readFileSync(join(folder, file), 'utf8');
    // In JSON these occur only in strings, where an escape means the same.
    const safe = text.replaceAll(/<(?=!--|\/?script)/gi, '\\u003c');
    yield `<script type="application/json" data-file="geodata/${file}">${safe}</script>`;
  }
}

function* licenceFiles(project: string): Generator<string> {
  for (const file of LICENCES) {
    const text = readFileSync(join(project, 'public', 'licences', file), 'utf8');
    if (/<(!--|\/?script)/i.test(text)) throw new Error(`${file} cannot stand in a script element`);
    yield `<script type="text/plain" data-file="licences/${file}">${text}</script>`;
  }
}

function dataAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
