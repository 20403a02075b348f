import { readFile } from 'node:fs/promises';
import type { Position } from '../../src/domain/geometry.ts';
import { listOf, positionOf, type RawRecord, recordOf, textIn, wordIn } from './coast/raw.ts';
import { curveThrough, type LineKind } from './projects-curve.ts';
import type { WritableFeature } from './write-collection.ts';

const RAW = new URL('../../geodata/raw/', import.meta.url);

/** The curve of each kind of context line; its keys are the valid kinds. */
const BEND = {
  river: 'road',
  expressway: 'expressway',
  'urban-expressway': 'expressway',
  bridge: 'expressway',
  tunnel: 'expressway',
  railway: 'rail',
  'neighbour-border': 'rail',
} as const satisfies Readonly<Record<string, LineKind>>;
const KINDS = [
  'river',
  'expressway',
  'urban-expressway',
  'bridge',
  'tunnel',
  'railway',
  'neighbour-border',
] as const;

/**
 * Reads the context lines of geodata/raw/base/<name>.json as smooth curves, in the order of the file. A
 * control point may be `{ "project": "<layer>/<id>" }`: it is replaced by the points of that project's
 * sketch, so that a road of the plan and the same road of the base map have one line.
 * @throws with the place of the first fault.
 */
export async function lineFeatures(name: string): Promise<readonly WritableFeature[]> {
  const file = `base/${name}.json`;
  const raw = recordOf(await read(file), file);
  const positionSource = textIn(raw, 'position_source', file);
  const features: WritableFeature[] = [];
  for (const [index, entry] of listOf(raw, 'lines', file).entries()) {
    const where = `${file} lines[${index}]`;
    features.push(
      lineFeature(recordOf(entry, where), where, positionSource, await viaOf(entry, where)),
    );
  }
  return features;
}

function lineFeature(
  record: RawRecord,
  where: string,
  positionSource: string,
  via: readonly Position[],
): WritableFeature {
  const id = textIn(record, 'id', where);
  const kind = wordIn(record, 'kind', KINDS, where);
  if (kind === undefined) throw new TypeError(`${where}: "kind" is missing`);
  if (via.length < 2) throw new RangeError(`${where}: a line needs two positions`);
  return {
    type: 'Feature',
    id,
    properties: {
      id,
      kind,
      rank: countIn(record, 'rank', where),
      name_zh: textIn(record, 'name_zh', where),
      name_en: textIn(record, 'name_en', where),
      accuracy_m: countIn(record, 'accuracy_m', where),
      position_source: positionSource,
    },
    geometry: {
      type: 'LineString',
      coordinates: curveThrough(via, BEND[kind]).map((position) => [...position]),
    },
  };
}

async function viaOf(entry: unknown, where: string): Promise<readonly Position[]> {
  const parts = await Promise.all(
    listOf(recordOf(entry, where), 'via', where).map(async (point) =>
      Array.isArray(point)
        ? [positionOf(point, where)]
        : viaOfProject(textIn(recordOf(point, where), 'project', where)),
    ),
  );
  return parts.flat();
}

/** The control points of a project's sketch, which must be a single line. */
async function viaOfProject(reference: string): Promise<readonly Position[]> {
  const [layer, id] = reference.split('/');
  const file = `projects/${layer}.json`;
  const projects = listOf(recordOf(await read(file), file), 'projects', file);
  const project = projects
    .map((entry) => recordOf(entry, file))
    .find((candidate) => candidate['id'] === id);
  if (project === undefined) throw new Error(`${file} has no project "${id}"`);
  const sketch = recordOf(project['sketch'], `${file} ${id}`);
  return listOf(sketch, 'via', `${file} ${id}`).map((point) => positionOf(point, `${file} ${id}`));
}

function countIn(record: RawRecord, name: string, where: string): number {
  const value = record[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    throw new RangeError(
      `${where}: "${name}" is ${JSON.stringify(value)}, not a whole number above 0`,
    );
  return value;
}

async function read(file: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(file, RAW), 'utf8'));
}
