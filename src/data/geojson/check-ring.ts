import { hasNoArea, isPlainRing } from '../../domain/geometry/ring-checks.ts';
import type { Ring } from '../../domain/geometry.ts';
import type { Finding } from '../finding.ts';
import { checkLine } from './line-checks.ts';

/** A ring as it is read, and what is wrong with it; with an error it cannot be used. */
export type JudgedRing = { readonly ring: Ring; readonly findings: readonly Finding[] };

/** Judges a ring that meets itself: `judgeRing`, which is loaded only for a file with such a ring. */
export type RingJudge = (ring: Ring, path: readonly (string | number)[]) => JudgedRing;

/** Checks a single ring: closed, long enough, cut at the antimeridian, with an area, not crossing itself. */
export function checkRing(
  ring: Ring,
  path: readonly (string | number)[],
  judge: RingJudge,
): JudgedRing {
  const found = endsFault(ring, path) ?? checkLine(ring, path);
  if (found !== undefined) return { ring, findings: [found] };
  if (!isPlainRing(ring)) return judge(ring, path);
  return { ring, findings: hasNoArea(ring) ? [withoutArea(path)] : [] };
}

function endsFault(ring: Ring, path: readonly (string | number)[]): Finding | undefined {
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
  if (ring.length >= 4) return undefined;
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

/** The fault of a ring whose positions coincide or lie on a line. */
export function withoutArea(path: readonly (string | number)[]): Finding {
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

function fault(
  code: string,
  path: readonly (string | number)[],
  message: Finding['message'],
  cure: Finding['cure'],
): Finding {
  return { code, kind: 'logical-consistency', severity: 'error', path, message, cure };
}
