import type { ArealGeometry, Position, Ring } from '../domain/geometry.ts';
import { selfCrossing, signedArea } from '../domain/ring-checks.ts';
import { ringFaults } from '../domain/ring-faults.ts';
import type { Finding } from './finding.ts';

/** What is wrong with a ring by itself: not closed, too short, crossing itself or without area. */
export function ringFault(ring: Ring, path: readonly (string | number)[]): Finding | undefined {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) {
    return fault(
      'ring-not-closed',
      path,
      {
        zh: '环未闭合：末点与首点不同。',
        en: 'a ring is not closed: its last position is not its first.',
      },
      { zh: '在末尾重复首点以闭合。', en: 'Repeat the first position at the end.' },
    );
  }
  if (ring.length < 4) {
    return fault(
      'ring-too-short',
      path,
      {
        zh: `环只有 ${ring.length} 个位置，至少需要 4 个。`,
        en: `a ring has ${ring.length} positions and needs at least 4.`,
      },
      { zh: '补足顶点或删除该环。', en: 'Add corners or remove the ring.' },
    );
  }
  const crossing = selfCrossing(ring);
  if (crossing !== undefined) return crossingFault(crossing, path);
  return signedArea(ring) === 0 ? withoutArea(path) : undefined;
}

function withoutArea(path: readonly (string | number)[]): Finding {
  return fault(
    'ring-without-area',
    path,
    {
      zh: '环没有面积：各点重合或在一条线上。',
      en: 'a ring has no area: its positions coincide or lie on a line.',
    },
    { zh: '补足顶点或删除该环。', en: 'Add corners or remove the ring.' },
  );
}

function crossingFault(
  [longitude, latitude]: Position,
  path: readonly (string | number)[],
): Finding {
  const at = `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;
  return fault(
    'ring-crosses-itself',
    path,
    { zh: `环在 ${at} 处自相交。`, en: `a ring crosses itself at ${at}.` },
    {
      zh: '在该处调整顶点顺序，或拆成两个面。',
      en: 'Reorder the corners there or split it into two polygons.',
    },
  );
}

/**
 * How the rings of an area lie to each other where they should not. With a hole that reaches out of its
 * exterior nobody can say which of the two is meant: an error. Parts or holes that overlap are warnings:
 * they are read as the ground that any part covers, or any hole takes away.
 */
export function ringFindings(geometry: ArealGeometry): readonly Finding[] {
  return [...ringFaults(geometry)].map(({ kind, part, ring, at: [longitude, latitude] }) => {
    const at = `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;
    const { message, severity, cure } = FAULTS[kind];
    return {
      code: kind,
      kind: 'logical-consistency',
      severity,
      path: ['geometry', 'coordinates', ...(geometry.type === 'Polygon' ? [] : [part]), ring],
      message: { zh: `${message.zh} ${at}。`, en: `${message.en} ${at}.` },
      cure,
    };
  });
}

const FAULTS = {
  'hole-outside': {
    message: { zh: '内环伸出外环，位于', en: 'a hole reaches outside its exterior ring at' },
    severity: 'error',
    cure: {
      zh: '把内环移入外环，或改为单独的面。',
      en: 'Move the hole inside, or make it a polygon of its own.',
    },
  },
  'holes-overlap': {
    message: { zh: '两个内环相互重叠，位于', en: 'two holes overlap at' },
    severity: 'warning',
    cure: { zh: '合并这两个内环。', en: 'Merge the two holes.' },
  },
  'parts-overlap': {
    message: {
      zh: '复合面的两个部分相互重叠，位于',
      en: 'two parts of the multipolygon overlap at',
    },
    severity: 'warning',
    cure: { zh: '合并这两个部分。', en: 'Merge the two parts.' },
  },
} as const;

function fault(
  code: string,
  path: readonly (string | number)[],
  message: Finding['message'],
  cure: Finding['cure'],
): Finding {
  return { code, kind: 'logical-consistency', severity: 'error', path, message, cure };
}
