import { expect, test } from 'vitest';
import { deckWorkbook } from '../../../src/app/deck-export/deck-workbook.ts';
import type { ExportedView } from '../../../src/app/deck-export/slide-text.ts';
import { answerProvenance } from '../../../src/app/persistence/answer-provenance.ts';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { auditedPlan, embeddedFiles } from '../audit/plan-bundle.ts';

test.each([
  ['en', '%', '0.0 %', 'Saved (local time, '],
  ['zh', '%', '0.0%', '保存时间（当地时间，'],
] as const)(
  'a deck in %s has shares as percentages, then and now, and the time zone of its times',
  async (language, unit, format, saved) => {
    const words = await loadAllTexts(language);
    const { model, answer } = await auditedPlan(embeddedFiles(), { language });
    const provenance = await answerProvenance(model, answer);
    const view: ExportedView = {
      view: {
        ...{ number: 1, title: { zh: '题', en: 'Title' }, caption: { zh: '', en: '' } },
        ...{ notes: { zh: '', en: '' }, address: '', savedAt: '2026-11-30T23:30:00Z' },
        figures: { ratio: 0.337969713125685 },
      },
      figures: { ratio: 0.337969713 },
      ...{ provenance, answer, scenario: undefined, footprints: [], tried: undefined },
    };
    const standing = { coastStatus: { kind: 'illustration' } as const };
    const zones = model.plan.zones.peek();
    const { sheets } = deckWorkbook(
      'Deck',
      [view],
      {
        ...{ answer, zones, segments: [], standing, provenance, datasets: [], credits: [] },
        ...{ statistics: [], series: [] },
        ...{ planTitle: 'Plan', date: '2026-12-01' },
      },
      { layers: [], zones, words },
    );
    const [views, figures] = sheets;
    expect(views?.rows?.[0]?.join('|')).toContain(saved);
    expect(figures?.rows?.[1]?.slice(3)).toEqual([0.337969713125685, 0.337969713, unit]);
    for (const cell of ['1,3', '1,4'])
      expect(figures?.cells?.get(cell)?.style?.numFmt, cell).toBe(format);
    const texts = sheets.flatMap(({ rows = [] }) => rows.flat());
    expect(texts.join('|')).not.toMatch(/share of 1|1 为全部/);
  },
);
