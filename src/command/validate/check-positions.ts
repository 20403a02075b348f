import type { Geometry } from 'geojson';
import type { Finding } from '../../data/finding.ts';
import { linesOf } from '../../domain/geodesy.ts';
import { type Position, positionsOf } from '../../domain/geometry.ts';

/** Reports a position that comes twice in a row, once a geometry. Lines without length are told elsewhere. */
export function repeatedPositions(geometry: Geometry): readonly Finding[] {
  for (const line of linesOf(geometry)) {
    const repeated = line.findIndex(
      (position, index) => index > 0 && isSame(position, line[index - 1]),
    );
    const isPoint = line.every((position) => isSame(position, line[0]));
    if (repeated > 0 && !isPoint) return [repeatedPosition(line[repeated] ?? [0, 0])];
  }
  return [];
}

/**
 * Reports more decimals than the data model has: it has six, and a seventh decimal is 1 cm. Returns
 * undefined when no number has more.
 */
export function overlyPrecise(geometry: Geometry): Position | undefined {
  for (const position of positionsOf(geometry)) {
    if (position.some((degrees) => Math.abs(degrees * 1e6 - Math.round(degrees * 1e6)) > 1e-3))
      return position;
  }
  return undefined;
}

function isSame([longitude, latitude]: Position, other: Position | undefined): boolean {
  return other !== undefined && longitude === other[0] && latitude === other[1];
}

function repeatedPosition([longitude, latitude]: Position): Finding {
  return {
    code: 'position-repeated',
    kind: 'logical-consistency',
    severity: 'note',
    path: ['geometry'],
    message: {
      zh: `[${longitude}, ${latitude}] 连续出现两次。`,
      en: `the position [${longitude}, ${latitude}] comes twice in a row.`,
    },
    cure: {
      zh: '删去其中一个；量算不受影响。',
      en: 'Remove one of them; no figure depends on it.',
    },
  };
}
