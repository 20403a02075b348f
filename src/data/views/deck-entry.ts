import * as v from 'valibot';
import { NO_TEXT } from '../../domain/bilingual.ts';
import {
  ADVANCE_LIMITS_S,
  type Deck,
  FIRST_ADVANCE_S,
  type SavedView,
} from '../../domain/views/saved-view.ts';
import {
  FIGURE_NAMES,
  type FigureName,
  type ShownFigures,
} from '../../domain/views/shown-figures.ts';
import type { JsonPath } from '../text/json-text.ts';
import { misfitInNotes, NoteEntry } from './note-entry.ts';
import {
  firstOf,
  fromScenario,
  type Misfit,
  misfitOfScenario,
  repeatedId,
  ScenarioEntry,
  toScenario,
} from './scenario-entry.ts';
import { BlocksEntry, SubjectEntry, toBlocks, toSubject } from './slide-entry.ts';

/** The longest text of a view, in characters: a page of notes, not a book. */
const LONGEST_TEXT = 10_000;
/** The maximum number of views in a deck: more than a presentation needs, and the list stays responsive. */
const MOST_VIEWS = 500;

const Text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const BilingualField = v.object({ zh: v.optional(Text, ''), en: v.optional(Text, '') });
const Degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));
const DistanceIndex = v.pipe(
  v.tuple([Degrees(180), Degrees(90), Degrees(180), Degrees(90)]),
  v.check(([west, south, east, north]) => west < east && south < north),
);
const ViewEntry = v.object({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: BilingualField,
  caption: v.optional(BilingualField, NO_TEXT),
  notes: v.optional(BilingualField, NO_TEXT),
  address: Text,
  extent: v.optional(DistanceIndex),
  scenario: v.optional(ScenarioEntry),
  mapNotes: v.optional(v.array(NoteEntry)),
  figures: v.optional(v.record(v.string(), v.pipe(v.number(), v.finite())), {}),
  blocks: v.optional(BlocksEntry),
  subject: v.optional(SubjectEntry),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
});
/** The schema of a deck in a deck file or a work file. */
export const DeckEntry = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  title: BilingualField,
  advanceS: v.optional(
    v.pipe(v.number(), v.minValue(ADVANCE_LIMITS_S[0]), v.maxValue(ADVANCE_LIMITS_S[1])),
    FIRST_ADVANCE_S,
  ),
  views: v.pipe(v.array(ViewEntry), v.maxLength(MOST_VIEWS)),
});

/** Converts a checked entry to the app's deck. Figures with unknown names are left out. */
export function toDeck({ views, ...deck }: v.InferOutput<typeof DeckEntry>): Deck {
  return { ...deck, views: views.map(toView) };
}

function toView({
  extent,
  scenario,
  mapNotes,
  figures,
  blocks,
  subject,
  ...view
}: v.InferOutput<typeof ViewEntry>): SavedView {
  const slide = {
    blocks: blocks && toBlocks(blocks),
    subject: subject && toSubject(subject),
  };
  return {
    ...view,
    ...(extent !== undefined && { extent }),
    ...(scenario !== undefined && { scenario: toScenario(scenario) }),
    ...(mapNotes !== undefined && { mapNotes }),
    figures: knownFigures(figures),
    ...(slide.blocks !== undefined && { blocks: slide.blocks }),
    ...(slide.subject !== undefined && { subject: slide.subject }),
  };
}

/** Converts a deck to its form in work files: the inverse of `toDeck`. */
export function fromDeck({ views, ...deck }: Deck): Omit<Deck, 'views'> & {
  readonly views: readonly unknown[];
} {
  return {
    ...deck,
    views: views.map(({ scenario, ...view }) => ({
      ...view,
      ...(scenario !== undefined && { scenario: fromScenario(scenario) }),
    })),
  };
}

/** Returns the figures whose names this app knows; others are left out. */
export function knownFigures(figures: Readonly<Record<string, number>>): ShownFigures {
  const known: Partial<Record<FigureName, number>> = {};
  for (const name of FIGURE_NAMES) {
    const value = Object.hasOwn(figures, name) ? figures[name] : undefined;
    if (value !== undefined) known[name] = value;
  }
  return known;
}

/** Returns the first part of decks that is well formed but unusable. */
export function misfitInDecks(decks: readonly Deck[], path: JsonPath): Misfit | undefined {
  const numbers = new Set<number>();
  return (
    repeatedId(decks, path) ??
    firstOf(decks, (deck, at) => misfitInDeck(deck, [...path, at], numbers))
  );
}

/** Returns the first such part of one deck, and adds the numbers of its views to those taken. */
export function misfitInDeck(deck: Deck, path: JsonPath, taken: Set<number>): Misfit | undefined {
  return firstOf(deck.views, ({ number, scenario, mapNotes = [] }, index) => {
    const at = [...path, 'views', index];
    if (taken.has(number)) return repeatedNumber(number, [...at, 'number']);
    taken.add(number);
    return (
      (scenario && misfitOfScenario(scenario, [...at, 'scenario'])) ??
      misfitInNotes(mapNotes, [...at, 'mapNotes'])
    );
  });
}

function repeatedNumber(number: number, path: JsonPath): Misfit {
  return {
    path,
    message: { zh: `视图编号 ${number} 重复。`, en: `the view number ${number} is there twice.` },
    cure: {
      zh: '给其中一个换用其他编号，再重新打开。',
      en: 'Give one of the two another number, then open the file again.',
    },
  };
}
