import type { Finding } from '../../data/finding.ts';
import type { AuditRule, CoverageFault } from '../../domain/audit/audit.ts';
import { auditCoastline } from '../../domain/audit/audit-coastline.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Zone } from '../../domain/zone.ts';

/** A coverage error, reported at the first segment involved. */
export type CoverageFinding = { readonly segmentId: string; readonly finding: Finding };

/**
 * Runs the audit's coverage proof over mainland and islands: gaps, overlaps, duplicates and, when zones are
 * given, coast outside all zones. Unclassified segments are reported by a separate check.
 */
export function checkCoverage(
  segments: readonly CoastlineSegment[],
  zones: readonly Zone[] | undefined,
  rule: AuditRule,
): readonly CoverageFinding[] {
  const { coverage } = auditCoastline({
    segments,
    zones: zones ?? [],
    rule: { ...rule, sensitivity: { ...rule.sensitivity, generaliseM: [] } },
    realm: 'all',
  });
  return coverage.faults.flatMap((fault) => {
    const isKnown =
      fault.kind === 'unclassified' || (fault.kind === 'outside' && zones === undefined);
    return isKnown ? [] : [{ segmentId: fault.segmentIds[0] ?? '', finding: toFinding(fault) }];
  });
}

function toFinding({ kind, lengthM, segmentIds, zoneIds, line, apartM }: CoverageFault): Finding {
  const [longitude, latitude] = line[0] ?? [0, 0];
  const at = `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;
  const named = { gap: segmentIds.slice(-1), duplicate: segmentIds.slice(1) };
  const others = (kind === 'gap' || kind === 'duplicate' ? named[kind] : zoneIds)
    .map((id) => `"${id}"`)
    .join(', ');
  const { code, message, cure } = apartM === undefined ? FAULTS[kind] : DRAWN_BESIDE;
  const length = lengthM < 10 ? lengthM.toFixed(3) : lengthM.toFixed(1);
  const fill = (text: string): string =>
    text
      .replace('{m}', () => length)
      .replace('{at}', () => at)
      .replace('{others}', () => others)
      .replace('{apart}', () => (apartM ?? 0).toFixed(1));
  return {
    code,
    kind: 'logical-consistency',
    severity: 'error',
    path: ['geometry'],
    message: { zh: fill(message.zh), en: fill(message.en) },
    cure,
  };
}

const DRAWN_BESIDE = {
  code: 'coast-drawn-twice',
  message: {
    zh: '自 {at} 起 {m} 米岸线是 {others} 的重复绘制，两线相距至多 {apart} 米。',
    en: '{m} m of coast from {at} are drawn a second time, up to {apart} m from {others}.',
  },
  cure: { zh: '两条线只留一条。', en: 'Keep one of the two lines.' },
};

const FAULTS: Readonly<
  Record<
    CoverageFault['kind'],
    { readonly code: string; readonly message: Bilingual; readonly cure: Bilingual }
  >
> = {
  gap: {
    code: 'coast-gap',
    message: {
      zh: '在 {at} 处与 {others} 之间缺 {m} 米岸线。',
      en: '{m} m of coast are missing at {at}, up to {others}.',
    },
    cure: {
      zh: '让相邻岸线段共用端点，或补绘其间的岸线。',
      en: 'Let neighbouring segments share their end, or draw the coast between them.',
    },
  },
  overlap: {
    code: 'coast-in-several-zones',
    message: {
      zh: '自 {at} 起 {m} 米岸线同属 {others}。',
      en: '{m} m of coast from {at} lie in several zones: {others}.',
    },
    cure: {
      zh: '调整区段边界，使岸线只属于一个区段。',
      en: 'Move the boundaries so that one zone alone owns it.',
    },
  },
  duplicate: {
    code: 'coast-drawn-twice',
    message: {
      zh: '自 {at} 起 {m} 米岸线重复绘制。',
      en: '{m} m of coast from {at} are drawn a second time.',
    },
    cure: { zh: '删去重复的部分。', en: 'Remove one of the two.' },
  },
  outside: {
    code: 'coast-outside-zones',
    message: {
      zh: '自 {at} 起 {m} 米岸线不在任何区段内。',
      en: '{m} m of coast from {at} lie in no zone.',
    },
    cure: { zh: '扩大相邻区段以覆盖它。', en: 'Extend the zone beside it.' },
  },
  unclassified: {
    code: 'class-missing',
    message: { zh: '自 {at} 起 {m} 米岸线未分类。', en: '{m} m of coast from {at} have no class.' },
    cure: { zh: '补上岸线类型。', en: 'Give it a class.' },
  },
};
