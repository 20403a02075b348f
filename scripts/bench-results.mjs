import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from './bootstrap.mjs';

const FILE = join(projectFolder, 'bench', 'RESULTS.md');
const HEAD = `# Results of the benches

Each section is written by the run that its heading names, with the day and the machine; a run replaces its own section only.
Times of one table were taken in the same run, in turns: read the ratios, for machines differ.
`;

/**
 * Writes one section of `bench/RESULTS.md` in the place of its last run.
 * @param {string} command what was run, and the heading
 * @param {readonly string[]} lines Markdown
 * @param {string} [browser] its name and version
 */
export function recordResults(command, lines, browser) {
  const known = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const sections = known
    .split(/^(?=## )/m)
    .filter((section) => section.startsWith('## '))
    .filter((section) => !section.startsWith(`## \`${command}\`\n`));
  const day = new Date().toISOString().slice(0, 10);
  const own = `## \`${command}\`\n\n${day}, ${machine()}${browser === undefined ? '' : `, ${browser}`}.\n\n${lines.join('\n')}\n`;
  mkdirSync(dirname(FILE), { recursive: true });
  const all = [...sections, own].toSorted().map((section) => section.trim());
  writeFileSync(FILE, `${[HEAD.trim(), ...all].join('\n\n')}\n`);
}

/**
 * A table in Markdown, the first column to the left.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {readonly string[]}
 */
export function tableLines(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)];
}

/**
 * The median, and the spread from the least to the most.
 * @param {readonly number[]} values at least one
 */
export function middleAndSpread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
  return {
    middle: (low + high) / 2,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}

function machine() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${platform()} ${release().split('-')[0]} ${arch()}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.versions.node}`;
}
