import type { PlanFrame } from '../dataset.ts';
import type { Position } from '../geometry.ts';
import { isInBounds } from '../map-bounds.ts';
import { zoneOfPlan } from './gauss-krueger-zone.ts';
import { parseCoordinate } from './parse-coordinate.ts';
import type { CoordinateFault, CoordinateReading, PlaneCoordinate } from './typed-coordinate.ts';

/** A place that the user typed, with the system in which it was read. */
export type PositionRead = {
  readonly at: Position;
  /** The name of the system, such as `WGS 84 / CGCS2000` or `EPSG:4528`. */
  readonly system: string;
  /** The same place in metres; absent unless it was typed in metres. */
  readonly plane?: PlaneCoordinate;
};

/** A typed place on the map, or why there is none; `off-map` for a sound position that lies elsewhere. */
export type TypedPosition =
  | ({ readonly kind: 'position' } & PositionRead)
  | ({ readonly kind: 'fault' } & (CoordinateFault | { readonly fault: 'off-map' }));

/** The reason why a text is not a position on this map. */
export type TypedPositionFault = Extract<TypedPosition, { kind: 'fault' }>;

/** Converts a reading to a place; the module that converts metres to degrees is loaded when needed. */
export async function positionOfReading(reading: CoordinateReading): Promise<PositionRead> {
  if (reading.kind === 'degrees') return { at: reading.position, system: reading.system };
  const { toDegrees } = await import('./gauss-krueger.ts');
  const { plane } = reading;
  return { at: toDegrees(plane), system: plane.system, plane };
}

/** Reads a text that is meant to be a position on the map of a plan. */
export async function readPosition(text: string, frame: PlanFrame): Promise<TypedPosition> {
  const typed = parseCoordinate(text, zoneOfPlan(frame));
  if (typed === undefined) return { kind: 'fault', fault: 'none' };
  if (typed.kind === 'fault') return typed;
  const place = await positionOfReading(typed);
  return isInBounds(place.at, frame.bounds)
    ? { kind: 'position', ...place }
    : { kind: 'fault', fault: 'off-map' };
}

/** Positions typed one per line, or the first line that is no position. Blank lines are skipped. */
export type TypedPositions =
  | {
      readonly kind: 'positions';
      readonly positions: readonly Position[];
      /** The systems in which they were read, each once. */
      readonly systems: readonly string[];
    }
  | {
      readonly kind: 'fault';
      /** The line, from 1; blank ones count. */
      readonly line: number;
      readonly fault: TypedPositionFault;
    };

/** Reads positions typed one per line, and stops at the first line that is no position. */
export async function readPositions(text: string, frame: PlanFrame): Promise<TypedPositions> {
  const positions: Position[] = [];
  const systems = new Set<string>();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    const read = await readPosition(line, frame);
    if (read.kind === 'fault') return { kind: 'fault', line: index + 1, fault: read };
    positions.push(read.at);
    systems.add(read.system);
  }
  return { kind: 'positions', positions, systems: [...systems] };
}
