import { expect, test } from 'vitest';
import { stateOfView } from '../../../src/app/address/view-url-state.ts';
import { comparedIn, viewOfSideIn } from '../../../src/app/compare/compared-sides.ts';
import { createModel } from '../../../src/app/state/model.ts';
import type { SavedView } from '../../../src/domain/views/saved-view.ts';

const words = { zh: '字', en: 'words' };

function saved(number: number, address: string, given: Partial<SavedView> = {}): SavedView {
  const savedAt = '2026-11-28T08:00:00Z';
  return {
    number,
    address,
    title: words,
    caption: words,
    notes: words,
    figures: {},
    savedAt,
    ...given,
  };
}

const EXTENT = [119.5, 35.5, 120.3, 36.1] as const;
const COMPARED = saved(
  3,
  '?layers=coastline,ports&status=build&realm=all&compare=today,view-1&side=1#map=10/36/120',
  { extent: EXTENT },
);

function modelWithBerth() {
  const model = createModel({}, { language: 'en', theme: 'light' });
  const scenario = { id: 'berth', name: 'A berth', isLocked: true, sites: [] };
  const views = [saved(1, '?layers=zones&zone=z1#map=12/35/119', { scenario }), COMPARED];
  model.views.showEmbeddedDeck({
    kind: 'ready',
    deck: { id: 'deck', title: words, advanceS: 20, views },
  });
  return { model, scenario };
}

test('each side is a view of its own of the same part of the map', () => {
  const { model, scenario } = modelWithBerth();
  expect(comparedIn(COMPARED)).toEqual([{ kind: 'today' }, { kind: 'view', number: 1 }]);
  const stateOf = (side: Parameters<typeof viewOfSideIn>[1]) => {
    const view = viewOfSideIn(COMPARED, side, model);
    expect(view.extent).toEqual(EXTENT);
    const { state } = stateOfView(view);
    expect(state.compared).toBeUndefined();
    expect(state.camera).toMatchObject({ zoom: 10, latitude: 36, longitude: 120 });
    return { ...state, scenario: view.scenario };
  };
  const layers = ['coastline', 'ports'];
  expect(stateOf({ kind: 'now' })).toMatchObject({ layers, filter: { statuses: ['build'] } });
  expect(stateOf({ kind: 'today' })).toMatchObject({ layers, filter: { statuses: ['existing'] } });
  expect(stateOf({ kind: 'plan' })).toMatchObject({ layers, audit: { realm: 'all' } });
  expect(stateOf({ kind: 'plan' }).filter).toBeUndefined();
  const berth = stateOf({ kind: 'view', number: 1 });
  expect(berth).toMatchObject({ layers: ['zones'], zone: 'z1', scenario });
  expect(berth.audit).toBeUndefined();
});

test('any other view compares nothing', () => {
  expect(comparedIn(saved(1, '?layers=zones'))).toBeUndefined();
});
