import { describe, expect, test } from 'vitest';
import { loadAllTexts } from '../../src/ui/load-all-texts.ts';
import { mapNotice } from '../../src/ui/map-notice.ts';

const words = { zh: await loadAllTexts('zh'), en: await loadAllTexts('en') };
const NOTICE = { zh: '征求意见稿。', en: 'Draft for comments.' };

describe('beside its credits a map says', () => {
  test('that it is not surveyed and has no number, if so', () => {
    expect(mapNotice({ coastStatus: { kind: 'illustration' } }, words.zh)).toMatch(
      /未经测量.*无审图号/,
    );
    expect(mapNotice({ coastStatus: { kind: 'illustration' } }, words.en)).toMatch(
      /not surveyed.*without a map review/,
    );
  });

  test('of a surveyed coast, nothing but the missing number', () => {
    expect(mapNotice({ coastStatus: { kind: 'surveyed' } }, words.zh)).not.toMatch(/示意|测量/);
    expect(mapNotice({ coastStatus: { kind: 'surveyed' } }, words.en)).not.toMatch(
      /schematic|survey/i,
    );
    expect(mapNotice({ coastStatus: { kind: 'surveyed' } }, words.zh)).toMatch(/无审图号/);
  });

  test('its review number, and that of a sketch does not make it a survey', () => {
    const reviewNumber = 'GS(2026)0000号';
    expect(mapNotice({ coastStatus: { kind: 'surveyed' }, reviewNumber }, words.zh)).toBe(
      '审图号：GS(2026)0000号',
    );
    const sketch = mapNotice({ coastStatus: { kind: 'illustration' }, reviewNumber }, words.en);
    expect(sketch).toMatch(/not surveyed.*review number: GS\(2026\)0000号/);
    expect(sketch).not.toMatch(/without a map review/);
  });

  test('the plan’s own notice in place of the app’s, with the number if there is one', () => {
    expect(mapNotice({ coastStatus: { kind: 'illustration' }, notice: NOTICE }, words.en)).toBe(
      'Draft for comments.',
    );
    expect(
      mapNotice(
        { coastStatus: { kind: 'surveyed' }, notice: NOTICE, reviewNumber: 'GS1' },
        words.zh,
      ),
    ).toBe('征求意见稿。审图号：GS1');
  });
});
