import { describe, expect, test } from 'vitest';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import type { Scenario } from '../../../src/domain/scenarios/scenario.ts';
import { withEarlierWork } from '../../../src/domain/views/merge-work.ts';
import type { NamedVersion } from '../../../src/domain/views/named-version.ts';
import type { Deck, SavedView } from '../../../src/domain/views/saved-view.ts';
import { EMPTY_WORKSPACE, type Workspace } from '../../../src/domain/views/workspace.ts';

const DATE = '2026-11-24T08:00:00.000Z';

function scenarioOf(id: string, name: string): Scenario {
  return { id, name, isLocked: false, sites: [] };
}

function viewOf(number: number, title: string, scenario?: Scenario): SavedView {
  const empty = { zh: '', en: '' };
  return {
    number,
    title: { zh: title, en: title },
    caption: empty,
    notes: empty,
    address: '',
    figures: {},
    savedAt: DATE,
    ...(scenario !== undefined && { scenario }),
  };
}

function deckOf(id: string, title: string, views: readonly SavedView[]): Deck {
  return { id, title: { zh: title, en: title }, advanceS: 20, views };
}

function workOf(parts: Partial<Workspace>): Workspace {
  return { ...EMPTY_WORKSPACE, ...parts };
}

function entryOf(reason: string): Reclassification {
  return { segmentIds: ['quay'], class: 'bedrock', reason, date: DATE };
}

describe('earlier work beside what is at hand', () => {
  test('notes are added once, and a taken id is given anew', () => {
    const shape = {
      type: 'LineString' as const,
      coordinates: [
        [120, 36],
        [120.1, 36],
      ],
    };
    const note = (id: string, name: string) => ({ id, name, kind: 'length' as const, shape });
    const earlier = workOf({ notes: [note('note-1', 'Quay'), note('note-2', 'Mole')] });
    const state = workOf({ notes: [note('note-1', 'Beach'), note('note-2', 'Mole')] });
    const [merged] = withEarlierWork(earlier, [state], '2026-11-24');
    expect(merged?.notes.map(({ name }) => name)).toEqual(['Beach', 'Mole', 'Quay']);
    expect(new Set(merged?.notes.map(({ id }) => id)).size).toBe(3);
  });

  test('versions stand before those at hand, each once, under ids of their own', () => {
    const version = (id: string, name: string): NamedVersion => ({
      ...{ id, name, savedAt: DATE },
      work: { log: [], scenarios: [], decks: [], datasets: [], notes: [], photos: [] },
    });
    const earlier = workOf({ versions: [version('version-1', 'A'), version('version-2', 'B')] });
    const state = workOf({ versions: [version('version-1', 'C'), version('version-2', 'B')] });
    const [merged] = withEarlierWork(earlier, [state], '2026-11-24');
    expect(merged?.versions.map(({ name }) => name)).toEqual(['A', 'C', 'B']);
    expect(new Set(merged?.versions.map(({ id }) => id)).size).toBe(3);

    const full = Array.from({ length: 49 }, (_, index) => version(`version-${index}`, `${index}`));
    const [fitted] = withEarlierWork(earlier, [workOf({ versions: full })], '2026-11-24');
    expect(fitted?.versions.map(({ name }) => name).slice(0, 2)).toEqual(['B', '0']);
  });

  test('is taken as it is where nothing is at hand', () => {
    const kept = workOf({
      log: [entryOf('seen')],
      scenarios: [scenarioOf('scenario-1', 'Berth')],
      decks: [deckOf('default', 'Plan', [viewOf(3, 'Harbours')])],
      lastViewNumber: 104,
    });
    expect(withEarlierWork(kept, [EMPTY_WORKSPACE], 'earlier')).toEqual([kept]);
  });

  test('loses no scenario of either, though both have the same id and name', () => {
    const kept = workOf({ scenarios: [scenarioOf('scenario-1', 'Berth')] });
    const mine = workOf({
      scenarios: [
        { ...scenarioOf('scenario-1', 'Berth'), isLocked: true },
        scenarioOf('scenario-2', 'Pier'),
      ],
    });
    const [state] = withEarlierWork(kept, [mine], '2026-11-24');
    expect(state?.scenarios.map(({ id, name }) => [id, name])).toEqual([
      ['scenario-3', 'Berth (2026-11-24)'],
      ['scenario-1', 'Berth'],
      ['scenario-2', 'Pier'],
    ]);
  });

  test('stands in every state of the history under the same ids', () => {
    const kept = workOf({ scenarios: [scenarioOf('scenario-1', 'A')] });
    const states = [
      EMPTY_WORKSPACE,
      workOf({ scenarios: [scenarioOf('scenario-1', 'B')] }),
      workOf({ scenarios: [scenarioOf('scenario-1', 'B'), scenarioOf('scenario-2', 'C')] }),
    ];
    const names = withEarlierWork(kept, states, 'm').map(({ scenarios }) =>
      scenarios.map(({ id, name }) => `${id} ${name}`),
    );
    expect(names).toEqual([
      ['scenario-3 A'],
      ['scenario-3 A', 'scenario-1 B'],
      ['scenario-3 A', 'scenario-1 B', 'scenario-2 C'],
    ]);
  });

  test('is not added twice where it is there already', () => {
    const kept = workOf({
      log: [entryOf('seen')],
      scenarios: [scenarioOf('scenario-1', 'A')],
      decks: [deckOf('deck-1', 'Mine', [viewOf(101, 'Bay')])],
      lastViewNumber: 101,
    });
    const [state] = withEarlierWork(kept, [structuredClone(kept)], 'm');
    expect(state).toEqual(kept);
  });

  test('keeps two changed versions of the deck of the data, and every view under a number of its own', () => {
    const kept = workOf({
      decks: [deckOf('default', 'Plan', [viewOf(1, 'Coast'), viewOf(101, 'Bay')])],
      lastViewNumber: 101,
    });
    const mine = workOf({
      decks: [deckOf('default', 'Plan', [viewOf(1, 'Coast'), viewOf(101, 'Pier')])],
      lastViewNumber: 101,
    });
    const [state] = withEarlierWork(kept, [mine], '2026-11-24');
    const decks = state?.decks ?? [];
    expect(decks.map(({ id, title }) => [id, title.en])).toEqual([
      ['deck-1', 'Plan (2026-11-24)'],
      ['default', 'Plan'],
    ]);
    const numbers = decks.flatMap(({ views }) => views.map(({ number }) => number));
    expect(new Set(numbers).size).toBe(4);
    expect(state?.lastViewNumber).toBe(Math.max(...numbers));
    expect(decks[1]).toEqual(mine.decks[0]);
  });

  test('keeps the scenario of a view in step with the scenario that got a new id', () => {
    const berth = scenarioOf('scenario-1', 'Berth');
    const kept = workOf({
      scenarios: [berth],
      decks: [deckOf('deck-1', 'Mine', [viewOf(101, 'Bay', berth)])],
      lastViewNumber: 101,
    });
    const mine = workOf({ scenarios: [scenarioOf('scenario-1', 'Other')] });
    const [state] = withEarlierWork(kept, [mine], 'm');
    expect(state?.scenarios[0]).toMatchObject({ id: 'scenario-2', name: 'Berth' });
    expect(state?.decks[0]?.views[0]?.scenario?.id).toBe('scenario-2');
  });

  test('does not show the scenario of a view under an id that is another scenario here', () => {
    const gone = scenarioOf('scenario-1', 'Deleted since');
    const kept = workOf({ decks: [deckOf('deck-1', 'Mine', [viewOf(101, 'Bay', gone)])] });
    const mine = workOf({ scenarios: [scenarioOf('scenario-1', 'Other')] });
    const [state] = withEarlierWork(kept, [mine], 'm');
    expect(state?.scenarios.map(({ name }) => name)).toEqual(['Other']);
    expect(state?.decks[0]?.views[0]?.scenario).toEqual({ ...gone, id: 'scenario-2' });
  });

  test('puts its judgements before the newer ones, which go on deciding', () => {
    const [state] = withEarlierWork(
      workOf({ log: [entryOf('first')] }),
      [workOf({ log: [entryOf('second')] })],
      'm',
    );
    expect(state?.log.map(({ reason }) => reason)).toEqual(['first', 'second']);
  });
});
