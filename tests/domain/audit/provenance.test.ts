import { describe, expect, test } from 'vitest';
import { assumedNotes } from '../../../src/domain/audit/assumed-notes.ts';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { type AuditChoices, effectiveSettings } from '../../../src/domain/audit/audit-settings.ts';
import {
  judgedStretches,
  provenanceNotes,
  provenanceOf,
  versionsInWords,
} from '../../../src/domain/audit/provenance.ts';
import { type Reclassification, reclassified } from '../../../src/domain/audit/reclassification.ts';
import { boxZone, equatorSegment, PLAIN_RULE } from '../build.ts';

const SEGMENTS = [
  equatorSegment('rock', 'bedrock', [0, 0.25]),
  equatorSegment('beach', 'sandy', [0.25, 0.5]),
  equatorSegment('quay', 'artificial', [0.5, 0.75], { use: 'port' }),
  equatorSegment('wall', 'artificial', [0.75, 1]),
].map((segment) => ({ ...segment, name: { zh: `${segment.id}段`, en: segment.id } }));
const DATE = '2026-01-02T03:04:05Z';

function notes(
  { choices = {}, log = [] }: { choices?: AuditChoices; log?: readonly Reclassification[] },
  most?: number,
) {
  const edited = reclassified(SEGMENTS, log);
  const audit = auditCoastline({
    segments: edited,
    zones: [boxZone('all', [-1, -1, 2, 1])],
    rule: PLAIN_RULE,
    realm: 'mainland',
  });
  const provenance = provenanceOf({
    ...{ read: [], made: [], reasons: [], rule: PLAIN_RULE, coverage: audit.coverage },
    settings: effectiveSettings(PLAIN_RULE, choices),
    judged: judgedStretches(SEGMENTS, edited),
    assumed: assumedNotes(audit),
  });
  return provenanceNotes(provenance, most === undefined ? {} : { most });
}

describe('what a figure rests on', () => {
  test('goes without saying for final figures of unchanged data by their own rule', () => {
    expect(notes({})).toEqual([]);
  });

  test.each([
    [{ realm: 'all' }, /mainland and island coast \(rule: mainland coast\)/, /海岛岸线都计/],
    [{ numerator: 'native' }, /natural coast alone/, /只有自然岸线/],
    [{ estuary: 'natural' }, /estuaries counted as natural/, /河口岸线计为自然/],
    [{ target: 0.425 }, /target 42.5 %/, /管控目标 42.5%/],
    [{ toleranceM: 25 }, /generalised at 25 m \(rule: coast as drawn\)/, /按 25 米概化/],
  ] as const)('names the setting %o in both languages', (choices, en, zh) => {
    const [note, ...more] = notes({ choices });
    expect(more).toEqual([]);
    expect(note?.en).toMatch(en);
    expect(note?.zh).toMatch(zh);
  });

  test('names every setting that differs, and none that was chosen as the rule has it', () => {
    const [note] = notes({ choices: { realm: 'island', estuary: 'total-only', target: 0.9 } });
    expect(note?.en).toBe(
      'Counted otherwise than by the rule: island coast (rule: mainland coast); target 90 % (rule: target 35 %).',
    );
  });

  test('lists changed stretches as they ended, not those that came back', () => {
    const log = [
      { segmentIds: ['rock', 'wall'], class: 'artificial', reason: 'a', date: DATE },
      { segmentIds: ['rock'], class: 'bedrock', reason: 'b', date: DATE },
      { segmentIds: ['quay'], class: 'restored', reason: 'c', date: DATE },
      { segmentIds: ['beach'], confidence: 'low', reason: 'd', date: DATE },
    ] as const;
    const [note] = notes({ log });
    expect(note?.en).toBe(
      'With 2 stretches judged otherwise than in the data: beach: high confidence → low confidence; quay: artificial → restored.',
    );
    expect(note?.zh).toBe(
      '含 2 段改判：beach段：可信度高 → 可信度低；quay段：人工岸线 → 整治修复岸线。',
    );
  });

  test('counts what it has no room to name', () => {
    const log = [
      { segmentIds: ['rock', 'beach', 'quay'], class: 'muddy', reason: 'a', date: DATE },
    ] as const;
    expect(notes({ log }, 1)[0]?.en).toBe(
      'With 3 stretches judged otherwise than in the data: rock: bedrock → muddy; 2 more.',
    );
    expect(notes({ log }, 0)[0]?.zh).toMatch(/^含 3 段改判/);
  });

  test('says that a figure is provisional, and by how many metres without a class', () => {
    const bare = { ...equatorSegment('bare', 'sandy', [0, 0.01]), class: undefined };
    const { class: _, ...unclassified } = bare;
    const audit = auditCoastline({
      segments: [unclassified],
      zones: [boxZone('all', [-1, -1, 2, 1])],
      rule: PLAIN_RULE,
      realm: 'mainland',
    });
    const [note] = provenanceNotes(
      provenanceOf({
        ...{ read: [], made: [], reasons: [], judged: [], coverage: audit.coverage },
        ...{ rule: PLAIN_RULE, settings: effectiveSettings(PLAIN_RULE, {}), assumed: [] },
      }),
    );
    // A hundredth of a degree of the equator.
    expect(note?.en).toBe('Provisional: 1.11 km of coast have no class.');
  });

  test('names the files as read, then those that were counted in their place', () => {
    const read = [{ file: 'coastline.geojson', sha256: 'a'.repeat(64) }];
    const made = [{ file: 'coastline-edited.geojson', sha256: 'b'.repeat(64) }];
    expect(versionsInWords({ read, made: [] }).en).toBe('coastline.geojson SHA-256 aaaaaaaaaaaa');
    expect(versionsInWords({ read, made }).en).toBe(
      'coastline.geojson SHA-256 aaaaaaaaaaaa; counted from coastline-edited.geojson SHA-256 bbbbbbbbbbbb',
    );
  });
});
