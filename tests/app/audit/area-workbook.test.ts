import { expect, test } from 'vitest';
import { auditWorkbook, tablesSource } from '../../../src/app/audit/audit-workbook.ts';
import { answerProvenance } from '../../../src/app/persistence/answer-provenance.ts';
import { ratio } from '../../../src/domain/units.ts';
import type { RatioOfYear } from '../../../src/domain/versions/ratio-series.ts';
import type { VersionFigures } from '../../../src/domain/views/named-version.ts';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { auditedPlan, embeddedFiles } from './plan-bundle.ts';

test('the workbook has a sheet for the areas of each layer, for islands and for the years', async () => {
  const words = await loadAllTexts('en');
  const { model, answer } = await auditedPlan(embeddedFiles());
  const given = {
    answer,
    provenance: await answerProvenance(model, answer),
    ...{ planTitle: 'Plan', date: '2026-12-03' },
  };
  const plain = tablesSource(model, given, words);
  expect(plain.statistics).toEqual([]);
  const names = (source: typeof plain) =>
    auditWorkbook(source, words).sheets.map(({ name }) => name);
  expect(names(plain)).not.toContain('Islands of the coastline');

  const year = (id: string, surveyYear: number, share: number): RatioOfYear => {
    const { byClass, unclassifiedM } = answer.audit.overall;
    const figures: VersionFigures = {
      ...{ ratio: ratio(share, 1), byClass, unclassifiedM, settings: answer.settings },
      ...{ counting: answer.audit.rule.counting, isProvisional: false, isIllustration: true },
    };
    return {
      ...{ id, name: `Survey ${surveyYear}`, year: surveyYear, savedAt: '', figures },
      ...{ countedM: 1000 * share, totalM: 1000 },
    };
  };
  const { sheets } = auditWorkbook(
    {
      ...plain,
      statistics: [
        {
          title: { zh: '镇街', en: 'Towns: A/B' },
          areas: model.plan.zones.peek(),
          ...{ audit: answer.audit, areIslands: false },
        },
      ],
      series: [year('a', 2023, 0.4), year('b', 2025, 0.37)],
    },
    words,
  );
  const sheet = (name: string) => sheets.find((each) => each.name === name)?.rows ?? [];
  // The zones of the plan counted as areas give the figures of its zones, cell by cell.
  const [areas, zones] = [sheet('Towns A B'), sheet('Zones')];
  expect(areas[0]?.[0]).toBe('Area');
  expect(areas.slice(1, -1)).toEqual(zones.slice(1, -1));
  expect(areas.at(-1)?.slice(1)).toEqual(zones.at(-1)?.slice(1));
  expect(zones.length).toBe(model.plan.zones.peek().length + 2);

  const years = sheet('The ratio over the years');
  expect(years.slice(1).map((row) => row.slice(0, 2))).toEqual([
    ['2023', 0.4],
    ['2025', 0.37],
  ]);
  expect(years[1]?.[3]).toBeNull();
  expect(years[2]?.[3]).toBeCloseTo(-3, 12);
  expect(years[2]?.[6]).toContain('Survey 2025');
  // What has to be said beside the figures of areas and years.
  const about = sheets.flatMap(({ rows = [] }) => rows).map((row) => row.join('|'));
  expect(about.some((row) => /^Towns: A\/B\|.*the plan sets its target/i.test(row))).toBe(true);
  expect(about.some((row) => row.startsWith('The ratio over the years|'))).toBe(true);
});
