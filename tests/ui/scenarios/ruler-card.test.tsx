// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { DrawnShape } from '../../../src/domain/map-tools/drawn-shape.ts';
import type { MapNote } from '../../../src/domain/map-tools/map-note.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { RulerCard, type RulerCardProps } from '../../../src/ui/scenarios/ruler-card.tsx';

afterEach(() => {
  render(null, document.body);
});

const LINE: DrawnShape = {
  type: 'LineString',
  coordinates: [
    [120.2, 35.95],
    [120.3, 35.9],
    [120.3, 35.95],
  ],
};
const BOW_TIE: DrawnShape = {
  type: 'Polygon',
  coordinates: [
    [
      [120.2, 35.95],
      [120.3, 35.85],
      [120.3, 35.95],
      [120.2, 35.85],
      [120.2, 35.95],
    ],
  ],
};

async function card(given: Partial<RulerCardProps>) {
  const words = await loadTexts('en');
  await loadDeferredTexts('en');
  const noteActions = { keep: vi.fn(), rename: vi.fn(), remove: vi.fn(), show: vi.fn() };
  const onShape = vi.fn();
  await act(() =>
    render(
      <I18nProvider value={words}>
        <RulerCard
          {...{ measure: 'length', shape: LINE, notes: [], canDraw: true, noteActions, onShape }}
          onMeasure={() => undefined}
          onCopy={() => undefined}
          onClose={() => undefined}
          {...given}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return { noteActions, onShape };
}

const press = (name: string): Promise<void> =>
  act(() => {
    const button = [...document.querySelectorAll('button')].find(
      (candidate) =>
        candidate.textContent === name || candidate.getAttribute('aria-label') === name,
    );
    if (button === undefined) throw new Error(`no button "${name}"`);
    button.click();
  });

test('every side has its length and bearing', async () => {
  await card({});
  const rows = [...document.querySelectorAll('.ruler-sides tbody tr')].map(({ textContent }) =>
    (textContent ?? '').replace(/\s/g, ' '),
  );
  // By pyproj's Geod.inv, as in tests/domain/map-tools; the second runs along a meridian to the north.
  expect(rows[0]).toBe('110.594 km121.55°');
  expect(rows[1]).toMatch(/^25\.54\d km0\.00°$/);
});

test('a corner is removed by its number', async () => {
  const { onShape } = await card({});
  await press('Take away corner 2');
  expect(onShape).toHaveBeenCalledWith({
    type: 'LineString',
    coordinates: [LINE.coordinates[0], LINE.coordinates[2]],
  });
});

test('what is measured is kept under a name, or a number', async () => {
  const { noteActions } = await card({});
  await act(() => {
    document
      .querySelector('.note-form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  expect(noteActions.keep).toHaveBeenCalledWith({ name: 'Note 1', kind: 'length', shape: LINE });
});

test('an outline that crosses itself has no area, and is not kept', async () => {
  await card({ measure: 'area', shape: BOW_TIE });
  expect(document.querySelector('[role=alert]')?.textContent).toContain('crosses itself');
  expect(document.querySelector('.note-form')).toBeNull();
});

test('notes stand with their figure, and are removed', async () => {
  const note: MapNote = { id: 'note-1', name: 'Quay', kind: 'length', shape: LINE };
  const { noteActions } = await card({ shape: undefined, notes: [note] });
  expect((document.body.textContent ?? '').replace(/\s/g, ' ')).toMatch(/Length 16\.14\d km/);
  await press('Remove “Quay”');
  expect(noteActions.remove).toHaveBeenCalledWith('note-1');
});
