// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../src/ui/i18n.tsx';
import { LegendFoot } from '../../src/ui/legend/legend-foot.tsx';

afterEach(() => {
  render(null, document.body);
});

test.each([
  [
    'en',
    [
      'Scale 1:123 000 at the middle (screen of 96 dpi)',
      'Web Mercator projection; measured on the CGCS2000 ellipsoid',
      'Coast: 2026-11, drawn for 1:100 000',
      'Surveyed coast: 2025',
    ],
  ],
  [
    'zh',
    [
      '图面中心比例尺 1:123 000（屏幕 96 dpi）',
      'Web 墨卡托投影；长度、面积按 CGCS2000 椭球量算',
      '岸线：2026-11，按 1:10 万 精度绘制',
      '实测岸线：2025',
    ],
  ],
] as const)(
  'the legend says scale, projection and date of each coast (%s)',
  async (language, lines) => {
    const words = await loadTexts(language);
    await loadDeferredTexts(language);
    const coasts = [
      { title: { zh: '岸线', en: 'Coast' }, date: '2026-11', drawnFor: 100_000 },
      { title: { zh: '实测岸线', en: 'Surveyed coast' }, date: '2025', drawnFor: undefined },
    ];
    await act(() =>
      render(
        <I18nProvider value={words}>
          <LegendFoot scale={123_456} coasts={coasts} />
        </I18nProvider>,
        document.body,
      ),
    );
    const found = [...document.querySelectorAll('li')].map(({ textContent }) =>
      (textContent ?? '').replace(/\s/g, ' '),
    );
    expect(found).toEqual(lines);
  },
);
