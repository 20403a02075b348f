import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parseUrlText } from '../../../src/app/address/url-state.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { editedSubject } from '../../../src/app/views/edited-subject.ts';
import { SubjectEntry } from '../../../src/data/views/slide-entry.ts';
import type { CoastlineSegment } from '../../../src/domain/coastline.ts';
import type { SavedView } from '../../../src/domain/views/saved-view.ts';
import { boxZone, equatorSegment } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, readyWith } from '../plan.ts';

const NONE = { zh: '', en: '' };
const VIEW: SavedView = {
  ...{ number: 1, caption: NONE, notes: NONE, address: '#map=11/35.9/120.2', figures: {} },
  title: { zh: '甲', en: 'A' },
  savedAt: '2026-11-28T00:00:00.000Z',
};

/** A shore of 3000 corners, up and down by some 100 m along the equator. */
const JAGGED: CoastlineSegment = {
  ...equatorSegment('jagged', 'sandy', [0, 1]),
  geometry: {
    type: 'LineString',
    coordinates: Array.from({ length: 3000 }, (_, index) => [index / 3000, (index % 2) / 1000]),
  },
};

function shown(view: SavedView): Model {
  const model = createModel(parseUrlText('?select=jagged'), { language: 'en', theme: 'light' });
  const catalogue = catalogueOf([
    catalogueLayer('zones', 'zones'),
    catalogueLayer('coast', 'coastline'),
  ]);
  model.plan.showCatalogue({ kind: 'ready', catalogue, issues: [] });
  model.plan.showDatasets([
    ['zones', readyWith({ role: 'zones', zones: [boxZone('west', [0, -1, 1, 1])] })],
    [
      'coast',
      readyWith({
        role: 'coastline',
        segments: [JAGGED],
        coastStatus: { kind: 'illustration' },
      }),
    ],
  ]);
  model.views.showEmbeddedDeck({
    kind: 'ready',
    deck: { id: 'default', title: NONE, advanceS: 20, views: [view] },
  });
  model.views.open(1);
  return model;
}

const opened = (model: Model): SavedView => {
  const view = model.views.opened.value?.view;
  if (view === undefined) throw new Error('no view is open');
  return view;
};

test('parts are named, and what the plan does not have keeps its id', () => {
  const view = { ...VIEW, subject: { layers: ['coast'], features: ['gone'], zones: ['west'] } };
  const { parts, otherLayers } = editedSubject(shown(view), view);
  expect(parts.map(({ list, id, name }) => [list, id, name !== undefined])).toEqual([
    ['layers', 'coast', true],
    ['features', 'gone', false],
    ['zones', 'west', true],
  ]);
  expect(otherLayers.map(({ id }) => id)).toEqual(['zones']);
});

test('a changed subject is kept in the view, and goes when nothing is left of it', () => {
  const model = shown(VIEW);
  editedSubject(model, opened(model)).onChange({ zones: ['west'], features: [] });
  expect(opened(model).subject).toEqual({ zones: ['west'] });
  editedSubject(model, opened(model)).onChange({ zones: [] });
  expect(opened(model).subject).toBeUndefined();
});

test('a stretch of thousands of corners is marked with so few that a deck can hold it', () => {
  const model = shown(VIEW);
  model.selection.select('jagged');
  const { selected, selectedLine = [] } = editedSubject(model, opened(model));
  expect(selected?.id).toBe('jagged');
  expect(selectedLine.at(0)).toEqual([0, 0]);
  const subject = { stretch: { line: selectedLine, text: NONE } };
  expect(v.is(SubjectEntry, subject)).toBe(true);
});
