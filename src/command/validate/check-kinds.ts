import type { Finding } from '../../data/finding.ts';
import { lengthInWords } from '../../domain/audit/provisional-reason.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { measureGeometry } from '../../domain/geodesy.ts';

/**
 * Says once for a coastline how many stretches are natural without a stated kind, and how long they are. This is no
 * fault: they count as natural.
 */
export function unstatedKinds(
  segments: readonly CoastlineSegment[],
): { readonly segmentId: string; readonly finding: Finding } | undefined {
  const found = segments.filter((segment) => segment.class === 'natural');
  const [first] = found;
  if (first === undefined) return undefined;
  const lengthM = found.reduce(
    (sum, { geometry }) => sum + measureGeometry(geometry).lengthM.ellipsoid,
    0,
  );
  const stretches =
    found.length === 1 ? '1 stretch is natural' : `${found.length} stretches are natural`;
  return {
    segmentId: first.id,
    finding: {
      code: 'class-kind-unstated',
      kind: 'completeness',
      severity: 'note',
      path: ['properties', 'class'],
      message: {
        zh: `${found.length} 段岸线（${lengthInWords(lengthM, 'zh')}）只写明是自然岸线，未分类型；按自然岸线计，单列一类。`,
        en: `${stretches} without a stated kind (${lengthInWords(lengthM, 'en')}): counted as natural, as a class of its own.`,
      },
      cure: {
        zh: '知道类型的改为 bedrock、sandy、muddy 或 biogenic；不知道的不必改。',
        en: 'Where the kind is known, write bedrock, sandy, muddy or biogenic; otherwise leave it.',
      },
    },
  };
}
