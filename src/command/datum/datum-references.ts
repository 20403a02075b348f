import type { DatumReference } from '../../data/datum/check-datum.ts';
import { referenceLines } from '../../data/datum/reference-lines.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Position } from '../../domain/geometry.ts';
import { type NamedFile, planFile } from '../files/geodata-files.ts';
import type { PlanContext } from '../files/plan-context.ts';
import { readText } from '../files/read-text.ts';

/** A reference and its file. */
export type PlanReference = DatumReference & NamedFile;

/** The layers used as references, in order: coast, boundaries, and lines that many files repeat. */
const REFERENCES: readonly ((layer: CatalogueLayer) => boolean)[] = [
  ({ role }) => role === 'coastline',
  ({ role }) => role === 'zones',
  ...[...['base-land', 'base-district', 'base-railways', 'base-roads'], ...['rail', 'highway']].map(
    (key) => (layer: CatalogueLayer) => layer.symbology === key,
  ),
];

/** Reads the lines of a plan that have a known datum; skips a file that cannot be read. */
export async function datumReferences(
  { folder, catalogue }: PlanContext,
  directory: string,
): Promise<readonly PlanReference[]> {
  const layers = catalogue?.layers ?? [];
  const wanted = REFERENCES.flatMap((isWanted) => layers.filter(isWanted));
  const found = await Promise.all(
    wanted.map((layer) => reference(layer, planFile(layer.source.url, directory, folder))),
  );
  return found.flat();
}

async function reference(
  { role, symbology }: CatalogueLayer,
  { name, path }: NamedFile,
): Promise<readonly PlanReference[]> {
  const read = await readText({ name, path });
  if (!read.ok) return [];
  const lines = referenceLines(linesIn(read.value.text));
  const followsWater = role === 'coastline' || symbology === 'base-land';
  return lines === undefined ? [] : [{ name, path, lines, isCoast: followsWater }];
}

/**
 * The lines and rings of a GeoJSON text, whatever else its features contain. These files have their own
 * check (`validate`), and checking eight of them would take longer than comparing a file with them.
 */
function linesIn(text: string): readonly (readonly Position[])[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  return listOf(features).flatMap((feature) => linesOf(member(feature, 'geometry')));
}

function linesOf(geometry: unknown): readonly (readonly Position[])[] {
  const parts = listOf(member(geometry, 'geometries'));
  return parts.length > 0 ? parts.flatMap(linesOf) : linesAt(member(geometry, 'coordinates'));
}

/** A list of positions is a line, and a list of lists contains lines. A single position is not a line. */
function linesAt(coordinates: unknown): readonly (readonly Position[])[] {
  const list = listOf(coordinates);
  const positions = list.flatMap(positionOf);
  return positions.length > 0 ? [positions] : list.flatMap(linesAt);
}

function positionOf(value: unknown): readonly Position[] {
  const [longitude, latitude] = listOf(value);
  return Number.isFinite(longitude) && Number.isFinite(latitude)
    ? [[Number(longitude), Number(latitude)]]
    : [];
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) ? getOwn(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
