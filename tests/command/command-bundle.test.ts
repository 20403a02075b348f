import { spawn } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundleCommands, bundleInStep, COMMANDS } from '../../scripts/command-bundle.mjs';
import { directoryWith } from './run-command.ts';

const BUNDLER = new URL('../../scripts/command-bundle.mjs', import.meta.url).href;
const PATIENCE = 60_000;

const WORD = 'src/command/word.ts';

/** A project with one command that prints a word and where the project's data would be. */
function project(): string {
  const folder = realpathSync(
    directoryWith({
      'package.json': { type: 'module' },
      'package-lock.json': {},
      'tsconfig.json': {},
    }),
  );
  mkdirSync(join(folder, 'scripts'));
  mkdirSync(join(folder, 'src', 'command'), { recursive: true });
  writeFileSync(join(folder, 'scripts', 'command-bundle.mjs'), '');
  writeFileSync(join(folder, WORD), "export const WORD: string = 'one';\n");
  writeFileSync(
    join(folder, 'src', 'command', 'audit.ts'),
    `import { WORD } from './word.ts';
export const said = [WORD, new URL('../../geodata/', import.meta.url).href];
`,
  );
  return folder;
}

/** What the command says from its bundle; nothing when that is not in step. */
async function said(folder: string): Promise<unknown> {
  const bundle = bundleInStep('audit', folder);
  if (bundle === undefined) return undefined;
  const module = await import(/* @vite-ignore */ pathToFileURL(bundle).href);
  return module.said;
}

function placeOfData(folder: string): string {
  return `${pathToFileURL(folder).href}/geodata/`;
}

test(
  'a bundle is in step until a source, a package or the way it is made changes',
  async () => {
    const folder = project();
    expect(await said(folder)).toBeUndefined();
    await bundleCommands(folder, ['audit']);
    expect(await said(folder)).toEqual(['one', placeOfData(folder)]);

    // Another text of the same length and age.
    writeFileSync(join(folder, WORD), "export const WORD: string = 'two';\n");
    utimesSync(join(folder, WORD), new Date(0), new Date(0));
    expect(await said(folder)).toBeUndefined();
    await bundleCommands(folder, ['audit']);
    expect(await said(folder)).toEqual(['two', placeOfData(folder)]);

    for (const path of ['package-lock.json', 'scripts/command-bundle.mjs']) {
      const before = readFileSync(join(folder, path));
      writeFileSync(join(folder, path), `${before}\n`);
      expect(bundleInStep('audit', folder), path).toBeUndefined();
      writeFileSync(join(folder, path), before);
      expect(bundleInStep('audit', folder), path).toBeDefined();
    }
  },
  PATIENCE,
);

test(
  'a source that is gone and a bundle that is gone or cut short ask for another build',
  async () => {
    const folder = project();
    await bundleCommands(folder, ['audit']);
    const bundles = join(folder, '.cache', 'commands');
    const bundle = bundleInStep('audit', folder) ?? '';
    rmSync(bundle);
    expect(bundleInStep('audit', folder)).toBeUndefined();
    await bundleCommands(folder, ['audit']);
    expect(bundleInStep('audit', folder)).toBe(bundle);
    writeFileSync(join(bundles, 'manifest.json'), '{"bundles":');
    expect(bundleInStep('audit', folder)).toBeUndefined();
    await bundleCommands(folder, ['audit']);
    rmSync(join(folder, WORD));
    expect(bundleInStep('audit', folder)).toBeUndefined();
  },
  PATIENCE,
);

test(
  'two that start at once both bundle, and leave one bundle whole',
  async () => {
    const folder = project();
    const script = `
      const { bundleCommands, bundleInStep } = await import(${JSON.stringify(BUNDLER)});
      await bundleCommands(${JSON.stringify(folder)}, ['audit']);
      const { said } = await import(bundleInStep('audit', ${JSON.stringify(folder)}));
      console.log(said[0]);`;
    expect(await Promise.all([output(script), output(script)])).toEqual(['one\n', 'one\n']);
    const left = readdirSync(join(folder, '.cache', 'commands'));
    expect(left.toSorted()).toEqual([expect.stringMatching(/^audit-.+\.mjs$/), 'manifest.json']);
  },
  PATIENCE,
);

test('each command has its line in package.json', async () => {
  const { scripts } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  for (const name of COMMANDS)
    expect(scripts).toHaveProperty(name, `node scripts/command.mjs ${name}`);
});

/** What a process of its own prints, on both streams. */
function output(script: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('close', () => resolve(text));
  });
}
