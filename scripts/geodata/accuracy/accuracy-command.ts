import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Terminal } from '../../../src/command/terminal/terminal.ts';
import { reasonOf } from '../../../src/domain/result.ts';
import { compareCoast } from './compare.ts';
import { type Condition, readLines, UnusableFile } from './read-lines.ts';
import { joinLines } from './reference.ts';
import { formatReport } from './report.ts';

const USAGE = `usage: npm run geodata:accuracy -- --reference F [--where name=value] [--coastline F] [--format text|json]

Measures how far the mainland coastline lies from a reference line, both ways, every 50 m.
--where compares only with the features of the reference whose property has that value, as source=osm2026.
`;
const COASTLINE = fileURLToPath(
  new URL('../../../geodata/coast/coastline.geojson', import.meta.url),
);

/** The parsed and validated arguments. */
type Request = {
  readonly reference: string;
  readonly coastline: string;
  readonly where: Condition;
  readonly format: 'text' | 'json';
};

/**
 * Compares the coastline with a reference. Returns exit code 0 when it could measure, and 2 with a sentence
 * when it could not.
 */
export async function accuracyCommand({ args, directory, print, warn }: Terminal): Promise<number> {
  try {
    const request = readRequest(args);
    if (request === undefined) {
      print(USAGE);
      return 0;
    }
    const coastline = resolve(directory, request.coastline);
    const lines = await readLines(coastline, { name: 'realm', value: 'mainland' });
    const [coast, ...more] = joinLines(lines.filter(({ counts }) => counts));
    if (coast === undefined || more.length > 0) {
      throw new UnusableFile(`${coastline}: the mainland is not one line`);
    }
    const reference = await readLines(resolve(directory, request.reference), request.where);
    const comparison = compareCoast(coast.positions, reference);
    print(
      request.format === 'json'
        ? `${JSON.stringify(comparison, null, 2)}\n`
        : formatReport(comparison),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    warn(`geodata:accuracy: ${error.message}\n`);
    return 2;
  }
}

/**
 * Returns undefined when the user asked for help.
 * @throws UnusableFile with the usage when the arguments are invalid.
 */
function readRequest(args: readonly string[]): Request | undefined {
  const values = readOptions(args);
  if (values.help === true) return undefined;
  const { reference, coastline, where, format } = values;
  if (reference === undefined) throw new UnusableFile(`--reference is missing\n${USAGE}`);
  if (format !== 'text' && format !== 'json') {
    throw new UnusableFile(`--format is text or json, not "${format}"`);
  }
  return { reference, coastline, where: conditionOf(where), format };
}

function readOptions(args: readonly string[]): {
  readonly reference?: string | undefined;
  readonly where?: string | undefined;
  readonly help?: boolean | undefined;
  readonly coastline: string;
  readonly format: string;
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        reference: { type: 'string' },
        where: { type: 'string' },
        help: { type: 'boolean' },
        coastline: { type: 'string', default: COASTLINE },
        format: { type: 'string', default: 'text' },
      },
    });
    return values;
  } catch (cause) {
    throw new UnusableFile(reasonOf(cause), { cause });
  }
}

function conditionOf(text: string | undefined): Condition {
  if (text === undefined) return undefined;
  const split = text.indexOf('=');
  if (split < 1) throw new UnusableFile(`--where wants name=value, not "${text}"`);
  return { name: text.slice(0, split), value: text.slice(split + 1) };
}
