import type { Bilingual } from '../bilingual.ts';
import type { Position } from '../geometry.ts';

/** The longest text on a slide's map, in characters: a label, not a sentence. */
export const LONGEST_LABEL = 200;
/** The most ids, call-outs or corners that one slide names: more than anybody reads. */
export const MOST_NAMED = 500;

/** A text that a slide writes on its map. */
export type Callout = { readonly at: Position; readonly text: Bilingual };

/** A line that a slide marks along a stretch of coast, and what it says of it; the text may be empty. */
export type MarkedStretch = { readonly line: readonly Position[]; readonly text: Bilingual };

/**
 * What a slide is about. On its map the subject has full colour and large names, all else is the ground: paler, the
 * coast as one thin line, and out of the legend. Each key is absent where it names nothing.
 */
export type SlideSubject = {
  /** Ids of layers, with all that they hold. */
  readonly layers?: readonly string[];
  /** Ids of projects and of coastline segments. */
  readonly features?: readonly string[];
  /** Ids of protection zones. */
  readonly zones?: readonly string[];
  readonly stretch?: MarkedStretch;
  /** Where there are any, they stand in place of the names of what is picked out. */
  readonly callouts?: readonly Callout[];
  /** Whether zones are coloured by their verdict. */
  readonly hasVerdicts?: boolean;
};

/** The subject without keys that name nothing; undefined when none is left: the map is then as on the desk. */
export function effectiveSubject(subject: SlideSubject): SlideSubject | undefined {
  const { layers = [], features = [], zones = [], stretch, callouts = [], hasVerdicts } = subject;
  const said = {
    ...(layers.length > 0 && { layers }),
    ...(features.length > 0 && { features }),
    ...(zones.length > 0 && { zones }),
    ...(stretch !== undefined && { stretch }),
    ...(callouts.length > 0 && { callouts }),
    ...(hasVerdicts === true && { hasVerdicts }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}
