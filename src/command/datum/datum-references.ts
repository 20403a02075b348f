import type { DatumReference } from '../../data/datum/check-datum.ts';
import { referenceLines } from '../../data/datum/reference-lines.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import type { Position } from '../../domain/geometry.ts';
import { embeddedFile, type NamedFile } from '../files/geodata-files.ts';
import { readText } from '../files/read-text.ts';

/** A reference and its file. */
export type EmbeddedReference = DatumReference & NamedFile;

/** Files of the embedded data used as references: coast, boundaries, and lines that many files repeat. */
const REFERENCES = [
  'coast/coastline.geojson',
  'coast/zones.geojson',
  'base/land.geojson',
  'base/district.geojson',
  'base/railways.geojson',
  'base/roads.geojson',
  'projects/rail.geojson',
  'projects/highway.geojson',
];

/** The references that follow the water's edge. */
const COASTS: readonly string[] = ['coast/coastline.geojson', 'base/land.geojson'];

/** Reads the embedded lines with a known datum; skips a file that cannot be read. */
export async function datumReferences(directory: string): Promise<readonly EmbeddedReference[]> {
  const found = await Promise.all(REFERENCES.map((below) => reference(below, directory)));
  return found.flat();
}

async function reference(below: string, directory: string): Promise<readonly EmbeddedReference[]> {
  const { name, path } = embeddedFile(below, directory);
  const read = await readText({ name, path });
  if (!read.ok) return [];
  const lines = referenceLines(linesIn(read.value.text));
  return lines === undefined ? [] : [{ name, path, lines, isCoast: COASTS.includes(below) }];
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
