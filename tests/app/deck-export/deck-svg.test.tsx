// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeAll, expect, test } from 'vitest';
import { composeDeck } from '../../../src/app/deck-export/compose-deck.ts';
import { SlideSvg } from '../../../src/app/deck-export/deck-svg.tsx';
import type { I18n } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { coastSummary } from '../../coast-summary.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
let words: I18n;
beforeAll(async () => {
  words = await loadAllTexts('zh');
});

test('a sheet of the printed deck has the words of its slide as text, its map and its chart', () => {
  const context = { words, measure: (text: string, size: number) => [...text].length * size };
  const map = {
    ...{ name: '', ratio: '', bearing: 0, picture: { data: PNG, alt: '湾的地图' } },
    bar: { lengthM: 10_000, lengthMm: 25.4, parts: 5 },
  };
  const pages = composeDeck(
    {
      ...{ title: '汇报', plan: '规划', date: '2026年11月30日', cover: undefined },
      ...{ foot: ['示意'], sources: ['coastline.geojson 123'], lineage: [] },
      slides: [
        {
          ...{ title: '一个湾', number: '', caption: '湾的说明', notes: '', drifts: [] },
          ...{ filter: undefined, rests: [], arrangement: 'column', legend: [], maps: [map] },
          figure: {
            ...{ kind: 'gauge', name: '大陆岸线合计' },
            summary: coastSummary({
              ...{ totalM: 100_000, naturalM: 50_000, target: 0.35, verdict: 'pass' },
              band: [0.45, 0.55],
            }),
          },
          foot: ['示意：岸线类型据地图判读'],
        },
      ],
    },
    'standard',
    context,
  );
  expect(pages).toHaveLength(3);
  const [, page] = pages;
  if (page === undefined) throw new Error('no slide');
  render(<SlideSvg page={page} number={2} context={context} />, document.body);
  const sheet = document.querySelector('svg');
  // 10 × 7.5 inches of 72 points.
  expect(sheet?.getAttribute('viewBox')).toBe('0 0 720 540');
  const texts = [...(sheet?.querySelectorAll('text') ?? [])].map(({ textContent }) => textContent);
  expect(texts).toEqual(
    expect.arrayContaining(['一个湾', '湾的说明', '50.0%', '示意：岸线类型据地图判读', '2']),
  );
  expect(texts).toEqual(
    expect.arrayContaining(['区间 45.0%–55.0%', '管控目标 ≥ 35%', '0%', '60%']),
  );
  expect(sheet?.querySelector('image')?.getAttribute('href')).toBe(PNG);
  render(null, document.body);
});
