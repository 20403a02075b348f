import { freeNoteId, type MapNote } from '../map-tools/map-note.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { withFreeNumbers } from './deck.ts';
import { freeVersionId, MAX_VERSIONS, type NamedVersion } from './named-version.ts';
import type { Deck } from './saved-view.ts';
import type { Workspace } from './workspace.ts';

/**
 * Adds earlier work to each state of a history, beside what the state holds: nothing is replaced. What is the same
 * in a state already is not added twice; a scenario or deck whose id means something else there gets a free id, and
 * `mark` behind its name where the name is taken too. View numbers that are taken are given anew.
 */
export function withEarlierWork(
  earlier: Workspace,
  states: readonly Workspace[],
  mark: string,
): readonly Workspace[] {
  const known = distinct(allScenarios(earlier), states.map(allScenarios), 'scenario').map(
    ({ item, isNameTaken }) => (isNameTaken ? { ...item, name: `${item.name} (${mark})` } : item),
  );
  const renamed = new Map(
    allScenarios(earlier).map(({ id }, index) => [id, known[index]?.id ?? id] as const),
  );
  const scenarios = known.slice(0, earlier.scenarios.length);
  const decks = distinct(
    earlier.decks.map((deck) => withScenarioIds(deck, renamed)),
    states.map((state) => state.decks),
    'deck',
  ).map(({ item, isNameTaken }) =>
    isNameTaken
      ? { ...item, title: { zh: marked(item.title.zh, mark), en: marked(item.title.en, mark) } }
      : item,
  );
  const numbered = withOwnNumbers(decks, earlier.lastViewNumber, states);
  return states.map((state) => ({
    log: [...missingFrom(state.log, earlier.log), ...state.log],
    scenarios: [...missingFrom(state.scenarios, scenarios), ...state.scenarios],
    decks: [...missingFrom(state.decks, numbered.decks), ...state.decks],
    datasets: [...missingById(state.datasets, earlier.datasets), ...state.datasets],
    notes: withNotes(state.notes, earlier.notes),
    photos: [...missingById(state.photos, earlier.photos), ...state.photos],
    versions: withVersions(state.versions, earlier.versions),
    lastViewNumber: Math.max(state.lastViewNumber, numbered.last),
  }));
}

/** The scenarios of work, then those that only its views still hold. */
function allScenarios({ scenarios, decks }: Workspace): readonly Scenario[] {
  const found = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  for (const { scenario } of decks.flatMap(({ views }) => views))
    if (scenario !== undefined && !found.has(scenario.id)) found.set(scenario.id, scenario);
  return [...found.values()];
}

/** Items under ids that mean nothing else in any of the lists, and whether the name is taken as well. */
function distinct<Item extends Scenario | Deck>(
  items: readonly Item[],
  lists: readonly (readonly Item[])[],
  kind: string,
): readonly { readonly item: Item; readonly isNameTaken: boolean }[] {
  const taken = new Set([...items, ...lists.flat()].map(({ id }) => id));
  return items.map((item) => {
    const others = lists.flat().filter((other) => !isSame(other, item));
    if (!others.some(({ id }) => id === item.id)) return { item, isNameTaken: false };
    let number = 1;
    while (taken.has(`${kind}-${number}`)) number += 1;
    const id = `${kind}-${number}`;
    taken.add(id);
    return { item: { ...item, id }, isNameTaken: others.some((other) => isNamedAs(other, item)) };
  });
}

/** Decks whose views have numbers that no view of a state has; a deck that is in a state already keeps its own. */
function withOwnNumbers(
  decks: readonly Deck[],
  last: number,
  states: readonly Workspace[],
): { readonly decks: readonly Deck[]; readonly last: number } {
  const highest = Math.max(last, ...states.map((state) => state.lastViewNumber));
  const theirs = states.flatMap((state) => state.decks);
  const numbersOf = (list: readonly Deck[]): readonly number[] =>
    list.flatMap(({ views }) => views.map(({ number }) => number));
  const known = decks.filter((deck) => theirs.some((other) => isSame(other, deck)));
  const fresh = decks.filter((deck) => !known.includes(deck));
  const taken = new Set([...numbersOf(theirs), ...numbersOf(known)]);
  const numbered = withFreeNumbers(fresh, taken, highest);
  const anew = new Map(fresh.map((deck, index) => [deck, numbered.decks[index] ?? deck]));
  return { decks: decks.map((deck) => anew.get(deck) ?? deck), last: numbered.last };
}

/** The scenarios in a deck's views under their new ids. */
function withScenarioIds(deck: Deck, ids: ReadonlyMap<string, string>): Deck {
  const isRenamed = deck.views.some(
    ({ scenario }) =>
      scenario !== undefined && (ids.get(scenario.id) ?? scenario.id) !== scenario.id,
  );
  if (!isRenamed) return deck;
  const views = deck.views.map((view) =>
    view.scenario === undefined
      ? view
      : {
          ...view,
          scenario: { ...view.scenario, id: ids.get(view.scenario.id) ?? view.scenario.id },
        },
  );
  return { ...deck, views };
}

function missingFrom<T>(present: readonly T[], items: readonly T[]): readonly T[] {
  return items.filter((item) => !present.some((other) => isSame(other, item)));
}

/** Datasets or photos under ids that a state does not have; where it has one, its own is the newer. */
function missingById<T extends { readonly id: string }>(
  present: readonly T[],
  items: readonly T[],
): readonly T[] {
  return items.filter(({ id }) => present.every((other) => other.id !== id));
}

/** Notes of a state, with those that it does not have; an id that is taken is given anew, as nothing refers to it. */
function withNotes(present: readonly MapNote[], earlier: readonly MapNote[]): readonly MapNote[] {
  const notes = [...present];
  for (const note of missingFrom(present, earlier)) {
    const isTaken = notes.some(({ id }) => id === note.id);
    notes.push(isTaken ? { ...note, id: freeNoteId(notes) } : note);
  }
  return notes;
}

/**
 * The versions of earlier work, then those of a state; an id that is taken is given anew. Where both are too many, the
 * oldest of the earlier work go.
 */
function withVersions(
  present: readonly NamedVersion[],
  earlier: readonly NamedVersion[],
): readonly NamedVersion[] {
  // Contents may be large: one name given at one time is one version.
  const missing = earlier.filter(({ name, savedAt }) =>
    present.every((other) => other.name !== name || other.savedAt !== savedAt),
  );
  const fitting = missing.slice(Math.max(0, missing.length + present.length - MAX_VERSIONS));
  const added: NamedVersion[] = [];
  for (const version of fitting) {
    const known = [...present, ...added];
    const isTaken = known.some(({ id }) => id === version.id);
    added.push(isTaken ? { ...version, id: freeVersionId([...known, ...fitting]) } : version);
  }
  return [...added, ...present];
}

/** Values of work are plain data, as a file holds them. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isNamedAs(one: Scenario | Deck, other: Scenario | Deck): boolean {
  return 'name' in one && 'name' in other
    ? one.name === other.name
    : 'title' in one && 'title' in other && isSame(one.title, other.title);
}

function marked(text: string, mark: string): string {
  return text === '' ? '' : `${text} (${mark})`;
}
