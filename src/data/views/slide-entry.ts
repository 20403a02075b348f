import * as v from 'valibot';
import { NO_TEXT } from '../../domain/bilingual.ts';
import {
  effectiveBlocks,
  SLIDE_FIGURES,
  SLIDE_LAYOUTS,
  type SlideBlocks,
} from '../../domain/views/slide-blocks.ts';
import {
  effectiveSubject,
  LONGEST_LABEL,
  MOST_NAMED,
  type SlideSubject,
} from '../../domain/views/slide-subject.ts';

const Label = v.pipe(v.string(), v.maxLength(LONGEST_LABEL));
const BilingualLabel = v.object({ zh: v.optional(Label, ''), en: v.optional(Label, '') });
const Degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));
const At = v.tuple([Degrees(180), Degrees(90)]);
const Ids = v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.maxLength(MOST_NAMED));

/** The schema of a slide's blocks in a view. */
export const BlocksEntry = v.object({
  layout: v.optional(v.picklist(SLIDE_LAYOUTS)),
  figure: v.optional(v.picklist(SLIDE_FIGURES)),
  number: v.optional(BilingualLabel),
  hasCaption: v.optional(v.boolean()),
  hasLegend: v.optional(v.boolean()),
});
/** The schema of a slide's subject in a view. */
export const SubjectEntry = v.object({
  layers: v.optional(Ids),
  features: v.optional(Ids),
  zones: v.optional(Ids),
  stretch: v.optional(
    v.object({
      line: v.pipe(v.array(At), v.minLength(2), v.maxLength(MOST_NAMED)),
      text: v.optional(BilingualLabel, NO_TEXT),
    }),
  ),
  callouts: v.optional(
    v.pipe(v.array(v.object({ at: At, text: BilingualLabel })), v.maxLength(MOST_NAMED)),
  ),
  hasVerdicts: v.optional(v.boolean()),
});

/** The keys of blocks and subject, for a check of a file. */
export const SLIDE_KEYS = {
  blocks: Object.keys(BlocksEntry.entries),
  subject: Object.keys(SubjectEntry.entries),
} as const;

/** Converts checked blocks; undefined when they say nothing. */
export function toBlocks({
  layout,
  figure,
  number,
  hasCaption,
  hasLegend,
}: v.InferOutput<typeof BlocksEntry>): SlideBlocks | undefined {
  return effectiveBlocks({
    ...(layout !== undefined && { layout }),
    ...(figure !== undefined && { figure }),
    ...(number !== undefined && { number }),
    ...(hasCaption !== undefined && { hasCaption }),
    ...(hasLegend !== undefined && { hasLegend }),
  });
}

/** Converts a checked subject; undefined when it names nothing. */
export function toSubject({
  layers = [],
  features = [],
  zones = [],
  stretch,
  callouts = [],
  hasVerdicts = false,
}: v.InferOutput<typeof SubjectEntry>): SlideSubject | undefined {
  const named = { layers, features, zones, callouts, hasVerdicts };
  return effectiveSubject({ ...named, ...(stretch !== undefined && { stretch }) });
}
