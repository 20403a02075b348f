// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { ShownFeature } from '../../../src/domain/shown-feature.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { ShownDetail } from '../../../src/ui/shell/shown-detail.tsx';
import { catalogueLayer } from '../../app/plan.ts';

afterEach(() => {
  render(null, document.body);
});

/** The labels and values of a feature's card. */
async function facts(
  properties: Readonly<Record<string, unknown>>,
): Promise<readonly (readonly [string, string])[]> {
  const words = await loadTexts('en');
  await loadDeferredTexts('en');
  const shown: ShownFeature = {
    id: 'own-1:1',
    name: { zh: '田', en: 'Field' },
    layer: catalogueLayer('own-1', 'shown'),
    properties,
    geometry: { type: 'LineString', coordinates: [] },
  };
  const measurement = {
    lengthM: { ellipsoid: 1234.5, sphere: 1230 },
    areaM2: { ellipsoid: 0, sphere: 0 },
  };
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ShownDetail shown={shown} measurement={measurement} />
      </I18nProvider>,
      document.body,
    ),
  );
  return [...document.querySelectorAll('dt')].map((label) => [
    label.textContent ?? '',
    label.nextElementSibling?.textContent ?? '',
  ]);
}

test('a feature that is only shown has its size and the attributes of its file, as they are there', async () => {
  const rows = await facts({
    id: 'own-1:1',
    name_zh: '田',
    name_en: 'Field',
    地类: '水田',
    code: 370211,
    checked: false,
    empty: '',
    none: null,
  });
  const [size, ...attributes] = rows;
  expect(size?.[1].replace(/\s/g, ' ')).toMatch(/^1\.23\d* km/);
  expect(attributes).toEqual([
    ['地类', '水田'],
    ['code', '370211'],
    ['checked', 'false'],
  ]);
  expect(document.body.textContent).toContain('counts in no figure');
});

test('a feature without attributes says so', async () => {
  expect(await facts({ id: 'own-1:1', name_zh: '田' })).toHaveLength(1);
  expect(document.body.textContent).toContain('nothing more');
});
