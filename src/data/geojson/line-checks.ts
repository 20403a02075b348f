import type { Position } from '../../domain/geometry.ts';
import type { Finding } from '../finding.ts';

type Path = readonly (string | number)[];

/**
 * Checks one line or ring: at least two positions, and no step of more than 180° of longitude. Such a step
 * is a line across the antimeridian that was not cut there (RFC 7946 §3.1.9): it would be clipped the long
 * way round the earth and measured the short way.
 */
export function checkLine(line: readonly Position[], path: Path): Finding | undefined {
  if (line.length < 2) return tooShort(path);
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (from !== undefined && to !== undefined && Math.abs(to[0] - from[0]) > 180) {
      return overAntimeridian([...path, index], from, to);
    }
  }
  return undefined;
}

function tooShort(path: Path): Finding {
  return {
    code: 'line-too-short',
    kind: 'logical-consistency',
    severity: 'error',
    path,
    message: {
      zh: '线只有一个位置，至少需要两个。',
      en: 'a line has one position and needs at least two.',
    },
    cure: { zh: '补上其余的点，或改为点。', en: 'Add its other positions, or make it a point.' },
  };
}

function overAntimeridian(path: Path, from: Position, to: Position): Finding {
  return {
    code: 'crosses-antimeridian',
    kind: 'logical-consistency',
    severity: 'error',
    path,
    message: {
      zh: `线从经度 ${from[0]} 跳到 ${to[0]}，越过 180° 经线。`,
      en: `a line steps from longitude ${from[0]} to ${to[0]}, over the antimeridian.`,
    },
    cure: {
      zh: '在 180° 经线处切开，写成 MultiLineString 或 MultiPolygon。',
      en: 'Cut it at the antimeridian into a MultiLineString or MultiPolygon (RFC 7946, section 3.1.9).',
    },
  };
}
