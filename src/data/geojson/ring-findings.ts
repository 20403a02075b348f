import { ringFaults } from '../../domain/geometry/ring-faults.ts';
import type { ArealGeometry } from '../../domain/geometry.ts';
import type { Finding } from '../finding.ts';

/**
 * Reports invalid relations between the rings of an area. A hole that extends beyond its exterior is an
 * error, because either ring could be the intended one. Overlapping parts or holes are warnings: they are
 * read as the ground that any part covers, or any hole takes away.
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
