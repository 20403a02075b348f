import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composePage } from '../../../src/domain/print/compose-page.ts';
import { type LabelledGroup, withFewerBaseRows } from '../../../src/domain/print/legend-flow.ts';
import { dots, PAGE_FORMATS, pageOf } from '../../../src/domain/print/page.ts';
import {
  type Box,
  CORNERS,
  layoutPage,
  type PageLayout,
  type PageTexts,
} from '../../../src/domain/print/page-layout.ts';
import { type MeasureText, wrapText } from '../../../src/domain/print/text-wrap.ts';
import { closeTo } from '../../close-to.ts';
import { FRAME } from '../../plan-frame.ts';

/** A made-up font: Chinese as wide as it is high, Latin half of that, bold a little wider. */
const measure: MeasureText = (text, size, isBold) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.55), 0) *
  size *
  (isBold ? 1.06 : 1);

function group(title: string, ...names: readonly string[]): LabelledGroup {
  return { title, rows: names.map((name, index) => ({ key: `${title}:${index}`, name })) };
}

const LEGEND: readonly LabelledGroup[] = [
  group('Coast', 'Zones', 'Bedrock', 'Sandy', 'Muddy', 'Estuary', 'Restored', 'Artificial'),
  group('Transport and ports', 'Ports', 'Highways', 'Railways'),
  group('位置的可靠程度', '位置误差大于2公里的项目点', '拟建、研究中，或位置误差大于2公里'),
];

const WORDS: PageTexts = {
  title: 'A plan for a coast',
  subtitle: '',
  legendTitle: 'Legend',
  legend: LEGEND,
  small: ['Sources: somebody', '2026-11-28 · not for publication', 'Data: coast.geojson 0123'],
  notice: 'Illustration: classes judged from maps, not surveyed.',
  noticeCorner: 'top-left',
  hasGauge: true,
  more: (count) => `+ ${count} more`,
};

/** The legend of the plan as it opens at the scale of a district, with its own words. */
const FIRST_LEGEND: readonly LabelledGroup[] = [
  group(
    'Coast',
    ...['Coastline protection zones', 'Bedrock', 'Sandy', 'Muddy', 'Biogenic', 'Estuary'],
    ...['Restored', 'Artificial'],
  ),
  group('Transport and ports', 'Ports', 'Highways', 'Rail'),
  group('Industry and energy', 'Industrial parks', 'Energy'),
  group('Ecology and water', 'Coastal protection', 'Tourism and heritage'),
  group(
    'How sure the drawing is',
    'Site known to no better than 2 km',
    'The circle it lies in, beyond 5 km',
    'Proposed, studied, or known to no better than 2 km',
    'Road not built yet',
  ),
  {
    ...group('Base map', 'Expressways', 'Railways', 'Rivers', 'Reservoirs', 'District borders'),
    isBase: true,
  },
];

const PAGES = PAGE_FORMATS.flatMap((format) =>
  (['landscape', 'portrait'] as const).map((orientation) => pageOf(format, orientation)),
);

/** Every box on a page that nothing else may touch; the notice lies on the map on purpose. */
function boxesOf(layout: PageLayout): readonly (Box & { readonly name: string })[] {
  const lines = (name: string, list: PageLayout['heading'], x = 0, y = 0) =>
    list.map(({ text, size, isBold, ...at }, index) => ({
      name: `${name} ${index} "${text}"`,
      x: at.x + x,
      y: at.y + y - size * 0.8,
      width: measure(text, size, isBold ?? false),
      height: size,
    }));
  const { legend, map, gauge, north, scale } = layout;
  return [
    { name: 'map', ...map },
    { name: 'north', ...north },
    { name: 'scale', ...scale },
    ...(gauge === undefined ? [] : [{ name: 'gauge', ...gauge }]),
    ...lines('heading', layout.heading),
    ...lines('small', layout.small),
    ...lines('legend', legend.texts, legend.box.x, legend.box.y),
    ...lines('legend title', [legend.title]),
    ...legend.signs.map((sign) => ({
      ...sign,
      name: `sign ${sign.key}`,
      x: sign.x + legend.box.x,
      y: sign.y + legend.box.y,
    })),
  ];
}

function overlaps(layout: PageLayout): readonly string[] {
  const boxes = boxesOf(layout);
  const slack = 0.05;
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.x + slack < other.x + other.width &&
          other.x + slack < one.x + one.width &&
          one.y + slack < other.y + other.height &&
          other.y + slack < one.y + one.height,
      )
      .map((other) => `${one.name} on ${other.name}`),
  );
}

function outside({ page, ...layout }: PageLayout): readonly string[] {
  const margin = 8.9 * page.typeScale;
  return boxesOf({ page, ...layout })
    .filter(
      ({ x, y, width, height }) =>
        x < margin ||
        y < margin * 0.9 ||
        x + width > page.widthMm - margin + 0.05 ||
        y + height > page.heightMm - margin * 0.9,
    )
    .map(({ name }) => name);
}

test('pages have the sizes of ISO 216, and slides those of PowerPoint', () => {
  expect(pageOf('a1', 'portrait')).toMatchObject({ widthMm: 594, heightMm: 841 });
  expect(pageOf('a4', 'landscape')).toMatchObject({ widthMm: 297, heightMm: 210 });
  // 13.333 by 7.5 inches.
  closeTo(pageOf('slide-16-9', 'portrait').widthMm, 338.667, 0.001);
  // ISO 216 A1 at 300 dpi, as every printer's table has it.
  expect([dots(841, 300), dots(594, 300)]).toEqual([9933, 7016]);
  expect([dots(297, 96), dots(210, 96)]).toEqual([1123, 794]);
});

describe('a page', () => {
  test.each(
    PAGES.map((page) => [`${page.format} ${page.widthMm} × ${page.heightMm}`, page] as const),
  )('%s holds everything, and nothing lies on anything', (_, page) => {
    const layout = layoutPage(page, WORDS, measure);
    expect(layout.faults).toEqual([]);
    expect(overlaps(layout)).toEqual([]);
    expect(outside(layout)).toEqual([]);
    expect(layout.legend.signs).toHaveLength(12);
    expect(layout.map.width * layout.map.height).toBeGreaterThan(
      0.35 * page.widthMm * page.heightMm,
    );
  });

  test('of any words overlaps nowhere, or says what does not fit', () => {
    const words = fc.stringMatching(/^[a-z ]{0,30}[岸线区段]{0,30}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...PAGES),
        words,
        words,
        fc.array(fc.array(words, { minLength: 1, maxLength: 12 }), { maxLength: 8 }),
        fc.boolean(),
        (page, title, subtitle, names, hasGauge) => {
          const legend = names.map((rows, index) => group(`g${index}`, ...rows));
          const layout = layoutPage(page, { ...WORDS, title, subtitle, legend, hasGauge }, measure);
          expect(overlaps(layout)).toEqual([]);
          expect(outside(layout)).toEqual([]);
          const fault = layout.faults.find(({ kind }) => kind === 'legend');
          const left = fault?.kind === 'legend' ? fault.rows : 0;
          expect(layout.legend.signs.length + left).toBe(names.flat().length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(['slide-16-9', 'slide-4-3', 'a4'] as const)(
    'as %s takes the legend of the plan as it opens, at most without rows of the base map',
    (format) => {
      const page = pageOf(format, 'landscape');
      const small = [
        `Sources: ${'© OpenStreetMap contributors · '.repeat(5)}`,
        '2026-11-30 · Schematic, not surveyed, without a map review number: not for publication',
        `Data: ${'coast/coastline.geojson SHA-256 3cc75751581e, '.repeat(4)}`,
      ];
      const layout = layoutPage(page, { ...WORDS, legend: FIRST_LEGEND, small }, measure);
      expect(layout.faults).toEqual([]);
      expect(overlaps(layout)).toEqual([]);
      expect(outside(layout)).toEqual([]);
      const words = layout.legend.texts.map(({ text }) => text).join(' ');
      // Nothing is left out but rows of the base map, and these not without a word.
      for (const name of FIRST_LEGEND.flatMap(({ rows, isBase }) => (isBase ? [] : rows)))
        expect(words.replaceAll(' ', '')).toContain(name.name.replaceAll(' ', ''));
      const told = / \+ (\d) more$/.exec(words)?.[1] ?? 0;
      expect(layout.legend.signs.length + Number(told)).toBe(24);
    },
  );

  test('leaves out rows of the base map from the last one on', () => {
    const [base] = FIRST_LEGEND.filter(({ isBase }) => isBase);
    const only = base === undefined ? [] : [group('Coast', 'Zones'), base];
    const names = (kept: number): readonly string[] =>
      withFewerBaseRows(only, kept, WORDS.more).flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(names(5)).toEqual(only.flatMap(({ rows }) => rows.map(({ name }) => name)));
    expect(names(2)).toEqual(['Zones', 'Expressways', 'Railways', '+ 3 more']);
    expect(names(0)).toEqual(['Zones', '+ 5 more']);
  });

  test('says how many rows its legend lacks room for', () => {
    const legend = [group('g', ...Array.from({ length: 200 }, (_, index) => `row ${index}`))];
    const layout = layoutPage(pageOf('a4', 'landscape'), { ...WORDS, legend }, measure);
    const [fault] = layout.faults;
    expect(fault?.kind).toBe('legend');
    expect(layout.legend.signs.length + (fault?.kind === 'legend' ? fault.rows : 0)).toBe(200);
  });

  test('says when its heading or its sources take too much of it', () => {
    const long = '岸线'.repeat(400);
    const page = pageOf('a4', 'landscape');
    expect(layoutPage(page, { ...WORDS, title: long }, measure).faults).toContainEqual({
      kind: 'heading',
    });
    expect(layoutPage(page, { ...WORDS, small: [long, long] }, measure).faults).toContainEqual({
      kind: 'small-type',
    });
  });

  test.each(CORNERS)('keeps the notice on the map, in its %s corner', (noticeCorner) => {
    for (const page of PAGES) {
      const { map, notice } = layoutPage(page, { ...WORDS, noticeCorner }, measure);
      if (notice === undefined) throw new Error('no notice');
      const { box } = notice;
      expect(box.x).toBeGreaterThan(map.x);
      expect(box.y).toBeGreaterThan(map.y);
      expect(box.x + box.width).toBeLessThan(map.x + map.width);
      expect(box.y + box.height).toBeLessThan(map.y + map.height);
      expect(box.x + box.width / 2 < map.x + map.width / 2).toBe(noticeCorner.endsWith('left'));
      expect(box.y + box.height / 2 < map.y + map.height / 2).toBe(noticeCorner.startsWith('top'));
    }
  });

  test('has no notice only where the data are surveyed', () => {
    const page = pageOf('a4', 'landscape');
    expect(layoutPage(page, { ...WORDS, notice: undefined }, measure).notice).toBeUndefined();
  });
});

describe('a page and its legend', () => {
  const view = { longitude: 120, latitude: 36, zoom: 10, bearing: 0 };
  const parts = {
    page: pageOf('a4', 'portrait'),
    words: WORDS,
    view,
    frame: FRAME.bounds,
    measure,
  };

  test('agree: the legend is that of the map as it is', () => {
    const made = composePage({
      ...parts,
      legendOf: (corners) => [group('north', `${(corners[0]?.[1] ?? 0).toFixed(4)}`)],
    });
    const [north] = made.corners;
    expect(made.layout.legend.texts.at(-1)?.text).toBe((north?.[1] ?? 0).toFixed(4));
  });

  test('stop chasing each other: room is kept for all rows, those in view are named', () => {
    // A high map shows more rows, which make it lower, which takes them away.
    const many = group('many', ...Array.from({ length: 40 }, (_, index) => `row ${index}`));
    const few = group('few', 'one');
    let calls = 0;
    const made = composePage({
      ...parts,
      words: { ...WORDS, hasGauge: false },
      legendOf: ([north]) => {
        calls += 1;
        return (north?.[1] ?? 0) > 36.17 ? [many] : [few];
      },
    });
    expect(calls).toBeLessThan(8);
    const isHigh = (made.corners[0]?.[1] ?? 0) > 36.17;
    expect(made.layout.legend.signs).toHaveLength(isHigh ? 40 : 1);
    expect(overlaps(made.layout)).toEqual([]);
  });
});

describe('a text', () => {
  const size = 10;
  const wrap = (text: string, width: number) => wrapText(text, width, { size }, measure);

  test('breaks between words, and between Chinese characters', () => {
    // Eleven half-wide letters are 60.5 wide.
    expect(wrap('coast zones and ports', 61)).toEqual(['coast zones', 'and ports']);
    expect(wrap('海岸线保护区段', 40)).toEqual(['海岸线保', '护区段']);
  });

  test('begins no line with a mark that belongs behind', () => {
    expect(wrap('岸线，海岸', 20)).toEqual(['岸', '线，', '海岸']);
  });

  test('breaks inside a word only where it alone is too wide', () => {
    expect(wrap('a abcdefghij', 33)).toEqual(['a', 'abcdef', 'ghij']);
    // Marks stick to what is before them, and a break among them takes its spaces.
    expect(wrap('! %  !', 25)).toEqual(['! %', '!']);
  });

  test('keeps every letter, and no line is wider than given', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.integer({ min: 25, max: 200 }),
        (text, width) => {
          const lines = wrap(text, width);
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
          for (const line of lines)
            if ([...line].length > 1) expect(measure(line, size, false)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
