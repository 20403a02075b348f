// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { statedCredit } from '../../../src/app/own-data/import-controller.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import type { SessionDataset } from '../../../src/domain/own-data/dataset-card.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import type { CardDecisions } from '../../../src/ui/own-data/card-types.ts';
import { ImportCard } from '../../../src/ui/own-data/import-card.tsx';

afterEach(() => {
  render(null, document.body);
});

const DATASET: SessionDataset = {
  key: 'a',
  report: {
    ...{ file: 'a.geojson', name: 'a', format: 'GeoJSON', geometry: 'Point' },
    ...{ read: 1, kept: 1, setAside: 0, role: { proposed: 'shown' } },
    encoding: { name: 'utf-8', how: 'declared' },
    crs: { code: 'EPSG:4490', how: 'declared', candidates: [] },
    ...{ fields: [], lengthM: null, areaM2: null, byClass: null, bounds: null, issues: [] },
  },
  mapping: { classFields: [] },
  ...{ readings: [], isSwapped: false, values: [], rows: [], offered: [], applied: [] },
  ...{ isDecided: true, previews: [] },
};

/** Shows the card of a dataset; returns what it asks to have decided. */
async function card(
  language: Language,
  credit: CardDecisions['credit'],
): Promise<readonly Partial<CardDecisions>[]> {
  const words = await loadTexts(language);
  await loadDeferredTexts(language);
  const asked: Partial<CardDecisions>[] = [];
  const nothing = (): void => undefined;
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ImportCard
          dataset={DATASET}
          decisions={{
            ...{ role: 'shown', repairs: [], name: 'a', statement: {}, credit },
            insistsOnShifted: false,
          }}
          checked={undefined}
          state="idle"
          failure={undefined}
          barrier={undefined}
          hasOthers={false}
          replaceable={[]}
          actions={{
            decide: (change) => {
              asked.push(change);
            },
            ...{ preview: nothing, goTo: nothing, applyToAll: nothing, saveMapping: nothing },
            ...{ openMapping: nothing, accept: nothing, dismiss: nothing },
          }}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return asked;
}

const field = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent?.startsWith(label) === true,
  );
  const input = found && (found.querySelector('input') ?? document.getElementById(found.htmlFor));
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  return input;
};

test('a credit is asked in both languages, the one of the page first, and one keeps the other', async () => {
  const asked = await card('zh', { en: 'Bureau' });
  expect(document.body.textContent).toMatch(/署名（中文）.*署名（英文）/);
  expect(field('署名（英文）').value).toBe('Bureau');
  const input = field('署名（中文）');
  input.value = '海洋局';
  await act(() => {
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(asked).toEqual([{ credit: { en: 'Bureau', zh: '海洋局' } }]);
  await card('en', {});
  expect(document.body.textContent).toMatch(/Credit \(English\).*Credit \(Chinese\)/);
});

test('one language of a credit stands for the other, and blanks are none', () => {
  expect(statedCredit({ zh: ' 海洋局 ' })).toEqual({ zh: '海洋局', en: '海洋局' });
  expect(statedCredit({ zh: '海洋局', en: 'Bureau' })).toEqual({ zh: '海洋局', en: 'Bureau' });
  expect(statedCredit({ zh: ' ', en: '' })).toBeUndefined();
});
