import { selfCrossing, signedArea } from '../../domain/geometry/ring-checks.ts';
import type { Position, Ring } from '../../domain/geometry.ts';
import type { Finding } from '../finding.ts';

/** Returns the fault of a single ring: not closed, too short, crossing itself or without area. */
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

function fault(
  code: string,
  path: readonly (string | number)[],
  message: Finding['message'],
  cure: Finding['cure'],
): Finding {
  return { code, kind: 'logical-consistency', severity: 'error', path, message, cure };
}
