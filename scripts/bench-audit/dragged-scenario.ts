import type { AuditRule } from '../../src/domain/audit/audit.ts';
import type { CoastlineSegment } from '../../src/domain/coastline.ts';
import { linesOf } from '../../src/domain/geodesy.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { footprintOf } from '../../src/domain/scenarios/footprint.ts';
import type { ScenarioQuestion, Site } from '../../src/domain/scenarios/scenario.ts';

/** Positions of the other sites along the coast, as shares of its segments. */
const OTHERS = [0.1, 0.3, 0.7, 0.9];
/** The distance that one frame moves the vertex, in degrees: about 10 m. */
const STEP = 0.0001;

/**
 * Returns a scenario of five sites while a corner of one is dragged, one question per frame: an area of
 * about 1 km² with a reach of 100 m at the middle of the coast, and two berths and two restored shores.
 */
export function draggedScenario(
  segments: readonly CoastlineSegment[],
  rule: AuditRule,
  frames: number,
): readonly ScenarioQuestion[] {
  const others = OTHERS.map((share, number) =>
    footprintOf(shoreSite(`shore ${number}`, startOf(segments, share), number % 2 === 0)),
  );
  const at = startOf(segments, 0.5);
  return Array.from({ length: frames }, (_, frame) => ({
    footprints: [footprintOf(draggedSite(at, frame * STEP)), ...others],
    rule,
    choices: {},
    log: [],
  }));
}

/** The site whose corner is dragged. */
export function draggedSite([x, y]: Position, by: number): Site {
  const corners = [
    [x - 0.0055, y - 0.0045],
    [x + 0.0055, y - 0.0045],
    [x + 0.0055 + by, y + 0.0045 + by / 2],
    [x - 0.0055, y + 0.0045],
    [x - 0.0055, y - 0.0045],
  ];
  const shape = { type: 'Polygon' as const, coordinates: [corners] };
  return { id: 'dragged', name: 'dragged', purpose: 'build', shape, widthM: 0, bufferM: 100 };
}

function shoreSite(id: string, [x, y]: Position, isBuilt: boolean): Site {
  const shape = {
    type: 'LineString' as const,
    coordinates: [
      [x - 0.004, y - 0.002],
      [x, y],
      [x + 0.004, y + 0.002],
    ],
  };
  const purpose = isBuilt ? 'build' : 'restore';
  return { id, name: id, purpose, shape, widthM: 60, bufferM: 30 };
}

/** The first position of the segment at a share of a coast. */
export function startOf(segments: readonly CoastlineSegment[], share: number): Position {
  const segment = segments[Math.floor(share * segments.length)];
  const start = segment && linesOf(segment.geometry)[0]?.[0];
  if (start === undefined) throw new Error('the coast is empty');
  return start;
}
