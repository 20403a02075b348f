import { describe, expect, test } from 'vitest';
import { readFeatures } from '../../../src/data/project-file/read-features.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import type { Scenario, Site } from '../../../src/domain/scenarios/scenario.ts';
import { compareVersions } from '../../../src/domain/versions/compare-versions.ts';
import { countChanges } from '../../../src/domain/versions/version-change.ts';
import type { Deck } from '../../../src/domain/views/saved-view.ts';
import type { WorkState } from '../../../src/domain/views/work-state.ts';
import { ownDataset } from '../own-data/own-dataset-of.ts';

const EMPTY: WorkState = { log: [], scenarios: [], decks: [], datasets: [], notes: [], photos: [] };

/** What differs, as part, kind, id, aspects and attributes. */
function told(before: Partial<WorkState>, after: Partial<WorkState>) {
  return compareVersions(
    { before: { ...EMPTY, ...before }, after: { ...EMPTY, ...after } },
    readFeatures,
  ).map(({ part, kind, id, aspects, attributes }) => [part, kind, id, aspects, attributes]);
}

const point = (id: string | undefined, properties: object, at: readonly number[] = [120, 36]) => ({
  type: 'Feature',
  properties: { ...(id !== undefined && { id }), ...properties },
  geometry: { type: 'Point', coordinates: at },
});
const collection = (...features: readonly object[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });

describe('between two versions', () => {
  test('features are told apart by id: added, removed, changed in attributes, in geometry, in both', () => {
    const before = ownDataset({
      text: collection(
        point('same', { class: 'sandy' }),
        point('said', { class: 'sandy', note: 'x' }),
        point('moved', {}),
        point('both', { class: 'sandy' }),
        point('gone', {}, [120.5, 36.5]),
        point(undefined, { a: 1 }),
        point(undefined, { a: 2 }),
      ),
    });
    const after = ownDataset({
      text: collection(
        point('new', { name_zh: '新井' }),
        point('both', { class: 'bedrock' }, [120, 36.1]),
        point('moved', {}, [120.1, 36]),
        point('said', { class: 'bedrock', use: 'port' }),
        // The order of members says nothing.
        { ...point('same', {}), properties: { class: 'sandy', id: 'same' } },
        point(undefined, { a: 2 }),
      ),
    });
    expect(told({ datasets: [before] }, { datasets: [after] })).toEqual([
      ['dataset', 'changed', 'own-a', ['attributes'], ['text']],
      ['feature', 'added', 'new', [], []],
      ['feature', 'changed', 'both', ['attributes', 'geometry'], ['class']],
      ['feature', 'changed', 'moved', ['geometry'], []],
      ['feature', 'changed', 'said', ['attributes'], ['class', 'note', 'use']],
      ['feature', 'removed', 'gone', [], []],
      ['feature', 'removed', '', [], []],
    ]);
    const changes = compareVersions(
      { before: { ...EMPTY, datasets: [before] }, after: { ...EMPTY, datasets: [after] } },
      readFeatures,
    );
    expect(changes.find(({ id }) => id === 'new')).toMatchObject({
      ...{ ownerId: 'own-a', owner: { zh: 'Coast', en: 'Coast' } },
      ...{ name: { zh: '新井', en: '新井' }, box: [120, 36, 120, 36] },
    });
    // What is gone is shown where it was.
    expect(changes.find(({ id }) => id === 'gone')?.box).toEqual([120.5, 36.5, 120.5, 36.5]);
    expect(countChanges(changes).feature).toEqual({ added: 1, removed: 2, changed: 3 });
  });

  test('two features of one id are two, and a dataset that came or went is one difference', () => {
    const twice = ownDataset({ text: collection(point('a', { n: 1 }), point('a', { n: 2 })) });
    const changed = ownDataset({ text: collection(point('a', { n: 1 }), point('a', { n: 3 })) });
    expect(told({ datasets: [twice] }, { datasets: [changed] }).slice(1)).toEqual([
      ['feature', 'changed', 'a', ['attributes'], ['n']],
    ]);
    const [came] = compareVersions(
      { before: EMPTY, after: { ...EMPTY, datasets: [twice] } },
      readFeatures,
    );
    expect(came).toMatchObject({ part: 'dataset', kind: 'added', box: [120, 36, 120, 36] });
    expect(told({}, { datasets: [twice] })).toHaveLength(1);
    const renamed = { ...twice, name: 'Survey', role: 'shown' as const };
    expect(told({ datasets: [twice] }, { datasets: [renamed] })).toEqual([
      ['dataset', 'changed', 'own-a', ['attributes'], ['name', 'role']],
    ]);
    // A text that is no collection has no features, and does not throw.
    const broken = ownDataset({ text: 'not JSON' });
    expect(told({ datasets: [twice] }, { datasets: [broken] })).toHaveLength(3);
  });

  test('stretches are judged by what the log says in the end', () => {
    const entry = (id: string, judged: Partial<Reclassification>): Reclassification => ({
      ...{ segmentIds: [id], reason: 'seen', date: '2026-12-01T08:00:00.000Z' },
      ...judged,
    });
    const before = [
      entry('a', { class: 'sandy' }),
      entry('b', { class: 'artificial', use: 'port' }),
      entry('c', { confidence: 'high' }),
    ];
    const after = [
      // There and back again is the same as before.
      entry('a', { class: 'bedrock' }),
      entry('a', { class: 'sandy', reason: 'seen again' }),
      entry('b', { class: 'artificial', use: 'port' }),
      entry('b', { class: 'restored' }),
      entry('d', { class: 'muddy', confidence: 'low' }),
    ];
    expect(told({ log: before }, { log: after })).toEqual([
      ['stretch', 'changed', 'b', ['attributes'], ['class', 'use']],
      ['stretch', 'added', 'd', [], []],
      ['stretch', 'removed', 'c', [], []],
    ]);
  });

  test('sites, views and notes are told with what holds them', () => {
    const site = (id: string, given: Partial<Site> = {}): Site => ({
      ...{ id, name: id, purpose: 'build', widthM: 10, bufferM: 0 },
      shape: { type: 'Point', coordinates: [120, 36] },
      ...given,
    });
    const scenario = (sites: readonly Site[], given: Partial<Scenario> = {}): Scenario => ({
      ...{ id: 's', name: 'Port', isLocked: false, sites },
      ...given,
    });
    expect(
      told(
        { scenarios: [scenario([site('x'), site('y'), site('z')])] },
        {
          scenarios: [
            scenario([site('x', { name: 'Quay' }), site('y', { widthM: 20 }), site('w')], {
              isLocked: true,
            }),
          ],
        },
      ),
    ).toEqual([
      ['scenario', 'changed', 's', ['attributes'], ['lock']],
      ['site', 'changed', 'x', ['attributes'], ['name']],
      ['site', 'changed', 'y', ['geometry'], ['width']],
      ['site', 'added', 'w', [], []],
      ['site', 'removed', 'z', [], []],
    ]);
    const view = (number: number, address = '?a') => ({
      ...{ number, address, figures: {}, savedAt: '2026-12-01T08:00:00.000Z' },
      ...{ title: { zh: '', en: `V${number}` }, caption: EMPTY_TEXT, notes: EMPTY_TEXT },
    });
    const deck = (...views: Deck['views']): Deck => ({
      ...{ id: 'd', title: { zh: '', en: 'Deck' }, advanceS: 20, views },
    });
    expect(
      told({ decks: [deck(view(1), view(2), view(3))] }, { decks: [deck(view(2, '?b'), view(1))] }),
    ).toEqual([
      ['deck', 'changed', 'd', ['attributes'], ['order']],
      ['view', 'changed', '2', ['geometry'], ['content']],
      ['view', 'removed', '3', [], []],
    ]);
    const note = {
      ...{ id: 'note-1', name: 'Quay', kind: 'length' as const },
      shape: { type: 'LineString' as const, coordinates: [[120, 36] as [number, number]] },
    };
    expect(told({ notes: [note] }, { notes: [{ ...note, name: 'Mole' }] })).toEqual([
      ['note', 'changed', 'note-1', ['attributes'], ['name']],
    ]);
  });

  test('nothing differs where members merely stand in another order, as after reading a file', () => {
    const scenario: Scenario = { id: 's', name: 'Port', isLocked: false, sites: [] };
    const turned = { sites: [], isLocked: false, name: 'Port', id: 's' };
    const dataset = ownDataset();
    expect(
      told(
        { scenarios: [scenario], datasets: [dataset] },
        {
          scenarios: [turned],
          datasets: [
            {
              ...dataset,
              lineage: { ...dataset.lineage, encoding: { how: 'declared', name: 'gb18030' } },
            },
          ],
        },
      ),
    ).toEqual([]);
  });
});

const EMPTY_TEXT = { zh: '', en: '' };
