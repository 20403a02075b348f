import type { Bilingual } from '../../domain/bilingual.ts';
import { ellipsoidDistance } from '../../domain/geodesy.ts';
import { hasNoArea } from '../../domain/geometry/ring-checks.ts';
import { type RingContact, ringContacts } from '../../domain/geometry/ring-contacts.ts';
import { ringCourse } from '../../domain/geometry/ring-course.ts';
import { type RingFault, ringFaults } from '../../domain/geometry/ring-faults.ts';
import type { ArealGeometry, Position, Ring } from '../../domain/geometry.ts';
import type { IssueSeverity } from '../../domain/issue.ts';
import type { Finding } from '../finding.ts';
import type { RingChecks } from './check-geometry.ts';
import { type JudgedRing, withoutArea } from './check-ring.ts';

type Path = readonly (string | number)[];

/**
 * Reports invalid relations between the rings of an area. A hole that extends beyond its exterior or
 * leaves it no ground is an error, because either ring could be the intended one. Overlapping parts or
 * holes are warnings: they are read as the ground that any part covers, or any hole takes away. Rings that
 * run along each other, and holes that part the inside, leave the ground clear; other tools refuse them.
 */
export function ringFindings(geometry: ArealGeometry): readonly Finding[] {
  const pathOf = ({ part, ring }: RingFault | RingContact): Path => [
    'geometry',
    'coordinates',
    ...(geometry.type === 'Polygon' ? [] : [part]),
    ring,
  ];
  const faults = [...ringFaults(geometry)];
  const overlap = new Set(
    faults.filter(({ kind }) => kind.endsWith('overlap')).map(({ part }) => part),
  );
  return [
    ...faults.map((fault) => finding(fault.kind, pathOf(fault), { at: placeText(fault.at) })),
    // Rings that overlap or fill each other also run along each other: this is told already.
    ...(faults.some(({ kind }) => kind === 'part-without-ground' || kind === 'hole-outside')
      ? []
      : ringContacts(geometry)
    )
      .filter(({ part }) => !overlap.has(part))
      .map((contact) =>
        finding(contact.kind, pathOf(contact), {
          at: placeText(contact.at),
          to: placeText(contact.to ?? contact.at),
          m: metresText(contact.lengthM),
        }),
      ),
  ];
}

/** Judges a ring that meets itself: a spike is cut off and told; a crossing or an empty ring is an error. */
function judgeRing(given: Ring, path: Path): JudgedRing {
  const { ring, spikes, crossing, doubled, pinches } = ringCourse(given);
  if (crossing !== undefined)
    return {
      ring: given,
      findings: [finding('ring-crosses-itself', path, { at: placeText(crossing) })],
    };
  if (ring.length < 4 || hasNoArea(ring)) return { ring: given, findings: [withoutArea(path)] };
  const findings = [
    ...told(
      'ring-spike',
      path,
      spikes.map(({ base, tip }) => [base, tip] as const),
    ),
    ...told('ring-runs-along-itself', path, doubled),
    ...told(
      'inside-parted',
      path,
      pinches.map((place) => [place, place] as const),
    ),
  ];
  return { ring: spikes.length === 0 ? given : ring, findings };
}

/** The checks of rings for a file in which some ring meets itself or an area has several rings. */
export const RING_CHECKS: RingChecks = { ofRing: judgeRing, ofArea: ringFindings };

type Stretch = readonly [from: Position, to: Position];

/** One finding for all stretches of a ring: the place of the first, all metres and their number. */
function told(code: Code, path: Path, stretches: readonly Stretch[]): readonly Finding[] {
  const [first] = stretches;
  if (first === undefined) return [];
  const lengthM = stretches.reduce((sum, [from, to]) => sum + ellipsoidDistance(from, to), 0);
  const found = finding(code, path, {
    at: placeText(first[0]),
    to: placeText(first[1]),
    m: metresText(lengthM),
  });
  const more = stretches.length - 1;
  if (more === 0) return [found];
  const { zh, en } = found.message;
  return [
    {
      ...found,
      message: { zh: `${zh}另有 ${more} 处。`, en: `${en} There are ${more} more such places.` },
    },
  ];
}

function placeText([longitude, latitude]: Position): string {
  return `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;
}

function metresText(lengthM: number): string {
  return lengthM < 10 ? lengthM.toFixed(3) : lengthM.toFixed(1);
}

function finding(
  code: Code,
  path: Path,
  values: { readonly at: string; readonly to?: string; readonly m?: string },
): Finding {
  const { message, severity, cure } = FAULTS[code];
  const fill = (text: string): string =>
    text
      .replace('{at}', values.at)
      .replace('{to}', values.to ?? values.at)
      .replace('{m}', values.m ?? '0');
  return {
    code,
    kind: 'logical-consistency',
    severity,
    path,
    message: { zh: fill(message.zh), en: fill(message.en) },
    cure,
  };
}

type Code =
  | RingFault['kind']
  | RingContact['kind']
  | 'ring-crosses-itself'
  | 'ring-spike'
  | 'ring-runs-along-itself';

const FAULTS: Readonly<
  Record<
    Code,
    { readonly message: Bilingual; readonly severity: IssueSeverity; readonly cure: Bilingual }
  >
> = {
  'ring-crosses-itself': {
    message: { zh: '环在 {at} 处自相交。', en: 'a ring crosses itself at {at}.' },
    severity: 'error',
    cure: {
      zh: '在该处调整顶点顺序，或拆成两个面。',
      en: 'Reorder the corners there or split it into two polygons.',
    },
  },
  'ring-spike': {
    message: {
      zh: '环自 {at} 伸出一道 {m} 米的尖刺，至 {to} 原路折回；读取时已去掉尖刺。',
      en: 'a ring runs out from {at} to {to} and back the same way, a spike of {m} m; it is read without it.',
    },
    severity: 'warning',
    cure: { zh: '删去尖刺上的点。', en: 'Remove the positions of the spike.' },
  },
  'ring-runs-along-itself': {
    message: {
      zh: '环自 {at} 至 {to} 有 {m} 米与自身重合，往返各一次。',
      en: 'a ring runs along itself for {m} m, there and back, from {at} to {to}.',
    },
    severity: 'warning',
    cure: {
      zh: '拆成两个面；若所围为洞，改为内环。',
      en: 'Split it into two polygons or, if it goes round a hole, make the hole an interior ring.',
    },
  },
  'inside-parted': {
    message: {
      zh: '环在 {at} 处相接，面的内部被分成两块。',
      en: 'rings meet at {at} and part the inside in two.',
    },
    severity: 'warning',
    cure: {
      zh: '拆成两个面，写成 MultiPolygon。',
      en: 'Split it into the polygons of a MultiPolygon.',
    },
  },
  'hole-outside': {
    message: {
      zh: '内环伸出外环，位于 {at}。',
      en: 'a hole reaches outside its exterior ring at {at}.',
    },
    severity: 'error',
    cure: {
      zh: '把内环移入外环，或改为单独的面。',
      en: 'Move the hole inside, or make it a polygon of its own.',
    },
  },
  'part-without-ground': {
    message: {
      zh: '内环占满了 {at} 处的外环，面内没有剩下任何范围。',
      en: 'holes fill the exterior ring at {at}: no ground is left.',
    },
    severity: 'error',
    cure: { zh: '删去多余的内环，或删去该面。', en: 'Remove the hole or the polygon.' },
  },
  'holes-overlap': {
    message: { zh: '两个内环相互重叠，位于 {at}。', en: 'two holes overlap at {at}.' },
    severity: 'warning',
    cure: { zh: '合并这两个内环。', en: 'Merge the two holes.' },
  },
  'holes-share-rim': {
    message: {
      zh: '两个内环自 {at} 至 {to} 有 {m} 米共边。',
      en: 'two holes run along each other for {m} m, from {at} to {to}.',
    },
    severity: 'warning',
    cure: { zh: '合并这两个内环。', en: 'Merge the two holes.' },
  },
  'hole-on-rim': {
    message: {
      zh: '内环自 {at} 至 {to} 有 {m} 米贴着外环。',
      en: 'a hole runs along its exterior ring for {m} m, from {at} to {to}.',
    },
    severity: 'warning',
    cure: {
      zh: '把这段内环并入外环，洞改为凹入部分。',
      en: 'Draw the exterior ring round the hole instead.',
    },
  },
  'parts-overlap': {
    message: {
      zh: '复合面的两个部分相互重叠，位于 {at}。',
      en: 'two parts of the multipolygon overlap at {at}.',
    },
    severity: 'warning',
    cure: { zh: '合并这两个部分。', en: 'Merge the two parts.' },
  },
};
