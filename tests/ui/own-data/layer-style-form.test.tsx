// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { LAYER_ROLES, type LayerRole } from '../../../src/domain/dataset.ts';
import { DRAW_ORDER } from '../../../src/map/style-ids.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { LayerStyleForm } from '../../../src/ui/own-data/layer-style-form.tsx';

afterEach(() => {
  render(null, document.body);
});

async function formText(role: LayerRole, all: number): Promise<string> {
  const words = await loadTexts('en');
  await loadDeferredTexts('en');
  const nothing = (): void => undefined;
  await act(() =>
    render(
      <I18nProvider value={words}>
        <LayerStyleForm
          {...{ style: { opacity: 1 }, place: 1, all, role }}
          {...{ onOpacity: nothing, onMove: nothing, onReset: nothing }}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return document.body.textContent ?? '';
}

test.each(LAYER_ROLES.filter((role) => role !== 'base'))(
  'a layer of %s says why its order stops, even where it is the only one of its kind',
  async (role) => {
    expect(await formText(role, 1)).toMatch(/the order changes among .* only\./);
    expect(await formText(role, 2)).toContain('among');
  },
);

/** The step in which a part of a role is drawn; a higher one hides a lower one. */
const step = (role: LayerRole, part: 'fill' | 'line' | 'point'): number =>
  DRAW_ORDER.findIndex((each) => each.role === role && each.parts.includes(part));

test('what it says of kinds is how they are drawn', () => {
  // Zones at the bottom, areas of projects over those that are only shown, the coast over all areas.
  const areas = [step('zones', 'fill'), step('shown', 'fill'), step('projects', 'fill')];
  expect(areas).toEqual(areas.toSorted((a, b) => a - b));
  const coast = step('coastline', 'line');
  expect(coast).toBeGreaterThan(Math.max(...areas));
  // Lines and dots over the coast; sites of projects over all of them.
  for (const each of [step('projects', 'line'), step('shown', 'line'), step('shown', 'point')]) {
    expect(each).toBeGreaterThan(coast);
    expect(each).toBeLessThan(step('projects', 'point'));
  }
});
