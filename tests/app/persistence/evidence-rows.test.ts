import { describe, expect, test } from 'vitest';
import { evidenceRows } from '../../../src/app/persistence/evidence-rows.ts';
import { answerAudit } from '../../../src/domain/audit/audit-question.ts';
import type { AuditChoices } from '../../../src/domain/audit/audit-settings.ts';
import type { Provenance } from '../../../src/domain/audit/provenance.ts';
import { type Reclassification, reclassified } from '../../../src/domain/audit/reclassification.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import type { CoastStatus } from '../../../src/domain/coast-status.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { isoLocal } from '../../../src/ui/format-date.ts';
import { loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { closeTo } from '../../close-to.ts';
import { boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE } from '../../domain/build.ts';

/** What double precision leaves of 1e5 m. */
const ROUNDING = 1e-6;
const SEGMENTS = [
  equatorSegment('rock', 'bedrock', [0, 1], { classSource: 'field survey 2024' }),
  equatorSegment('quay', 'artificial', [1, 2], { use: 'port' }),
  equatorSegment('isle', 'sandy', [5, 6], { realm: 'island' }),
];
/** Two zones meet at 0.5°, the second ends at 1.5°: half a degree of quay lies outside. */
const ZONES = [boxZone('west', [-1, -1, 0.5, 1]), boxZone('east', [0.5, -1, 1.5, 1])];

const NOTHING_SAID: Provenance = {
  ...{ read: [], made: [], settings: [], judged: [], assumed: [], reasons: [] },
};

const SURVEYED: CoastStatus = { kind: 'surveyed' };

async function evidence(
  choices: AuditChoices = {},
  coastStatus: CoastStatus = SURVEYED,
  log: readonly Reclassification[] = [],
  provenance: Provenance = NOTHING_SAID,
) {
  const measured = measureCoast({ segments: SEGMENTS, zones: ZONES, tolerancesM: [], unionArea });
  const answer = answerAudit(measured, SEGMENTS, { rule: PLAIN_RULE, choices, log });
  const words = await loadTexts('en');
  await loadDeferredTexts('en');
  const segments = reclassified(SEGMENTS, log);
  const rows = evidenceRows({ answer, zones: ZONES, segments, coastStatus, provenance, words });
  const headAt = rows.findIndex((row) => row.includes('zone_id'));
  const head = rows[headAt] ?? [];
  const body = rows
    .slice(headAt + 1)
    .map((row) => new Map(head.map((name, at) => [name, row[at]])));
  return { answer, before: rows.slice(0, headAt), body };
}

describe('the evidence as a table', () => {
  test('adds up to each zone’s total', async () => {
    const { answer, body } = await evidence();
    for (const { id, totalM } of answer.audit.zones) {
      const rows = body.filter((row) => row.get('zone_id') === id);
      closeTo(
        rows.reduce((sum, row) => sum + Number(row.get('length_m')), 0),
        totalM,
        ROUNDING,
      );
    }
  });

  test('adds up to the whole coast, with what lies outside every zone under no zone', async () => {
    const { answer, body } = await evidence();
    const all = body.reduce((sum, row) => sum + Number(row.get('length_m')), 0);
    closeTo(all, answer.audit.overall.totalM, ROUNDING);
    const outside = body.filter((row) => row.get('zone_id') === '');
    expect(outside.map((row) => row.get('segment_id'))).toEqual(['quay']);
    closeTo(Number(outside[0]?.get('length_m')), 0.5 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
  });

  test('has a row for each stretch, with its class, use, confidence and source', async () => {
    const { body } = await evidence();
    expect(body.map((row) => [row.get('zone_id'), row.get('segment_id')])).toEqual([
      ['west', 'rock'],
      ['east', 'rock'],
      ['east', 'quay'],
      ['', 'quay'],
    ]);
    expect(body[0]?.get('class_source')).toBe('field survey 2024');
    expect(body[2]?.get('use')).toBe('port');
    expect(body[2]?.get('confidence')).toBe('high');
  });

  test('follows the realm that is audited', async () => {
    const { body } = await evidence({ realm: 'island' });
    expect(body.map((row) => row.get('segment_id'))).toEqual(['isle']);
  });

  test('has its head in the first row, and the notice in the last column unless classes are surveyed', async () => {
    const [drawn, surveyed] = [
      await evidence({}, { kind: 'illustration' }),
      await evidence({}, SURVEYED),
    ];
    expect(drawn.before).toEqual([]);
    expect([...(drawn.body[0]?.keys() ?? [])].at(-1)).toBe('notice');
    for (const row of drawn.body) expect(String(row.get('notice'))).toMatch(/illustration/i);
    for (const row of surveyed.body) expect(row.get('notice')).toBeUndefined();
  });

  test('says in each row what the figures rest on: doubts, settings, and the files by their hashes', async () => {
    const { body } = await evidence({}, SURVEYED, [], {
      ...NOTHING_SAID,
      read: [{ file: 'coastline.geojson', sha256: 'ab'.repeat(32) }],
      settings: [{ zh: '岸线按 25 米概化', en: 'coast generalised at 25 m' }],
      reasons: [{ code: 'coverage-gap', message: { zh: '缺口。', en: 'A gap.' } }],
    });
    for (const row of body)
      expect(row.get('notice')).toBe(
        'Counted otherwise than by the rule: coast generalised at 25 m. Provisional: A gap. The band leaves out coast that is missing or could not be read. coastline.geojson SHA-256 abababababab',
      );
  });

  test('has both ends of each stretch', async () => {
    const { body } = await evidence();
    const ends = body.map((row) =>
      ['from_longitude', 'from_latitude', 'to_longitude', 'to_latitude'].map((name) =>
        row.get(name),
      ),
    );
    // The quay from 1° to 2° leaves the eastern zone at 1.5°.
    expect(ends).toEqual([
      [0, 0, 0.5, 0],
      [0.5, 0, 1, 0],
      [1, 0, 1.5, 0],
      [1.5, 0, 2, 0],
    ]);
  });

  test('has the class in the data beside a changed one, with the time and the reason', async () => {
    const log = [
      { segmentIds: ['quay'], class: 'sandy', reason: 'first look', date: '2026-01-01T00:00:00Z' },
      {
        segmentIds: ['quay'],
        class: 'restored',
        reason: 'works done',
        date: '2026-02-03T04:05:06Z',
      },
    ] as const;
    const { body } = await evidence({}, SURVEYED, log);
    expect(
      body.map((row) =>
        ['segment_id', 'class', 'class_in_data', 'changed_on', 'change_reason'].map((name) =>
          row.get(name),
        ),
      ),
    ).toEqual([
      ['rock', 'bedrock', 'bedrock', undefined, undefined],
      ['rock', 'bedrock', 'bedrock', undefined, undefined],
      ['quay', 'restored', 'artificial', isoLocal('2026-02-03T04:05:06Z'), 'works done'],
      ['quay', 'restored', 'artificial', isoLocal('2026-02-03T04:05:06Z'), 'works done'],
    ]);
  });
});
