import { readFileSync } from 'node:fs';
import { signal } from '@preact/signals';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPrintLayout, type PrintLayout } from '../../../src/app/print/print-model.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { parseCatalogue } from '../../../src/data/catalogue/catalogue.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { pixelsTo } from '../../../src/domain/geometry/web-mercator.ts';
import { scaleOf } from '../../../src/domain/print/map-scale.ts';
import { PAGE_FORMATS } from '../../../src/domain/print/page.ts';
import type { MeasureText } from '../../../src/domain/print/text-wrap.ts';
import type { I18n } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { auditedPlan, embeddedFiles } from '../audit/plan-bundle.ts';

/** A made-up font: Chinese as wide as it is high, Latin half of that, bold a little wider. */
const measure: MeasureText = (text, size, isBold) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.55), 0) *
  size *
  (isBold ? 1.06 : 1);

let words: Readonly<Record<Language, I18n>>;
beforeAll(async () => {
  const [zh, en] = await Promise.all([loadAllTexts('zh'), loadAllTexts('en')]);
  words = { zh, en };
});

/** The plan that comes with the app, with the layers that are shown at first. */
async function firstModel(language: Language): Promise<Model> {
  const model = createModel({}, { language, theme: 'light' });
  const read = (path: string): string =>
    readFileSync(new URL(`../../../geodata/${path}`, import.meta.url), 'utf8');
  const parsed = await parseCatalogue(read('catalogue.json'), 'catalogue.json');
  if (!parsed.ok) throw new Error(parsed.error.message.en);
  model.plan.showCatalogue({ kind: 'ready', ...parsed.value });
  for (const { id, role, source, isVisible } of parsed.value.catalogue.layers) {
    if (!isVisible && role !== 'base') continue;
    const dataset = await readDataset(read(source.url), { file: source.url, dataset: id, role });
    if (!dataset.ok) throw new Error(dataset.error.message.en);
    model.plan.showDatasets([[id, { kind: 'ready', ...dataset.value }]]);
  }
  return model;
}

async function layoutOf(language: Language = 'en'): Promise<PrintLayout & { model: Model }> {
  const model = await firstModel(language);
  const { answer } = await auditedPlan(embeddedFiles());
  const provenance = { read: [], made: [], settings: [], judged: [], assumed: [], reasons: [] };
  const layout = createPrintLayout({
    ...{ model, words, measure, date: '2026-12-01' },
    figures: signal({ answer, provenance }),
    covered: { left: 0, top: 0, right: 0, bottom: 0 },
  });
  return { ...layout, model };
}

/** The scale 1:n of the page's map. */
function scale({ composed, page }: PrintLayout): number {
  return scaleOf(composed.value.view, page.value.pixelMm);
}

/** How far the corners of the plan's extent lie from the middle of the map, as shares of half its size. */
function reach({ composed, model }: PrintLayout & { readonly model: Model }): number {
  const { view, pixels } = composed.value;
  const [west, south, east, north] = model.plan.frame.peek().extent;
  return Math.max(
    ...(
      [
        [west, south],
        [east, north],
      ] as const
    ).map((corner) => {
      const [right, down] = pixelsTo(view, corner);
      return Math.max(Math.abs(right) / (pixels.width / 2), Math.abs(down) / (pixels.height / 2));
    }),
  );
}

describe.each(['en', 'zh'] as const)('the first map in %s', (language) => {
  test('fits every page, slides of both shapes too, with and without the ratio, and shows the whole plan', async () => {
    const layout = await layoutOf(language);
    for (const format of PAGE_FORMATS)
      for (const orientation of ['landscape', 'portrait'] as const)
        for (const hasGauge of [false, true]) {
          layout.change({ format, orientation, hasGauge, language });
          const name = `${format} ${orientation} ${hasGauge}`;
          const { faults, map, page } = layout.composed.value.layout;
          expect(faults, name).toEqual([]);
          expect(map.width * map.height, name).toBeGreaterThan(0.3 * page.widthMm * page.heightMm);
          // With 4 % of space on each side of the map: 0.92 of half its size, and no more than it.
          expect(reach(layout), name).toBeGreaterThan(0.9);
          expect(reach(layout), name).toBeLessThanOrEqual(0.93);
        }
  });
});

describe('a typed scale', () => {
  test('holds when the page changes and comes back', async () => {
    const layout = await layoutOf();
    layout.setScale(200_000);
    for (const format of ['a3', 'slide-4-3', 'a1', 'slide-16-9', 'a4'] as const) {
      layout.change({ format });
      expect(Math.round(scale(layout)), format).toBe(200_000);
      expect(layout.missedScale.value, format).toBeUndefined();
    }
  });

  test('is said to be missed on a page that is too large for it, and is there again on a smaller one', async () => {
    const layout = await layoutOf();
    const { bounds } = layout.model.plan.frame.peek();
    // The base map is so many metres high, on paper of so many metres at the least: on A1 it is too small, on A4 not.
    const metresHigh = (bounds[3] - bounds[1]) * 111_000;
    const n = Math.round(metresHigh / 0.3 / 1000) * 1000;
    layout.change({ format: 'a1' });
    layout.setScale(n);
    expect(layout.missedScale.value).toBe(n);
    expect(scale(layout)).toBeLessThan(n);
    layout.change({ format: 'a4' });
    expect(layout.missedScale.value).toBeUndefined();
    expect(Math.abs(scale(layout) / n - 1)).toBeLessThan(1e-3);
  });

  test('ends with zooming, with the view on screen and with the whole plan', async () => {
    const layout = await layoutOf();
    for (const end of [() => layout.zoomBy(1), layout.showAsOnScreen, layout.fitPlan]) {
      layout.setScale(4_900_000);
      end();
      expect(layout.missedScale.value).toBeUndefined();
    }
  });
});

test('the whole plan is fitted again on another page, and a locked map is not', async () => {
  const layout = await layoutOf();
  layout.setScale(20_000);
  layout.fitPlan();
  expect(reach(layout)).toBeCloseTo(0.92, 2);
  layout.change({ format: 'slide-4-3' });
  expect(reach(layout)).toBeCloseTo(0.92, 2);
  layout.change({ isLocked: true });
  const locked = scale(layout);
  layout.change({ format: 'a2' });
  expect(scale(layout) / locked).toBeCloseTo(1, 6);
  layout.fitPlan();
  layout.setScale(50_000);
  expect(scale(layout) / locked).toBeCloseTo(1, 6);
});
