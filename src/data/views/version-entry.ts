import * as v from 'valibot';
import type { AuditSettings } from '../../domain/audit/audit-settings.ts';
import { COASTLINE_CLASSES, REALMS } from '../../domain/coastline.ts';
import { metres, ratio } from '../../domain/units.ts';
import {
  type NamedVersion,
  SURVEY_YEARS,
  type VersionFigures,
} from '../../domain/views/named-version.ts';
import { LONGEST_LABEL } from '../../domain/views/slide-subject.ts';
import { STATE_ENTRIES } from './work-state-entry.ts';

const Counting = v.picklist(['natural', 'restored', 'total-only', 'excluded']);
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Length = v.pipe(v.number(), v.finite(), v.minValue(0), v.transform(metres));

const SETTINGS = {
  realm: v.picklist([...REALMS, 'all']),
  numerator: v.picklist(['with-restored', 'native']),
  estuary: Counting,
  target: Share,
  toleranceM: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
};

/** The schema of how the user has the coast counted; what is absent follows the plan's rule. */
export const ChoicesEntry = v.partial(v.object(SETTINGS));

const FiguresEntry = v.object({
  ratio: v.optional(Share),
  byClass: v.object(v.entriesFromList(COASTLINE_CLASSES, v.optional(Length, 0))),
  unclassifiedM: Length,
  counting: v.object(v.entriesFromList(COASTLINE_CLASSES, Counting)),
  settings: v.object(SETTINGS),
  isProvisional: v.boolean(),
  isIllustration: v.boolean(),
});

/** What a version has besides its state. */
export const VERSION_HEAD = {
  id: v.pipe(v.string(), v.regex(/^version-\d{1,9}$/)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_LABEL)),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  surveyYear: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(SURVEY_YEARS.least), v.maxValue(SURVEY_YEARS.most)),
  ),
  figures: v.optional(FiguresEntry),
};

/** The schema of a named version in a work file. */
export const VersionEntry = v.object({ ...VERSION_HEAD, ...STATE_ENTRIES });

/** What a version has besides its state, as it is written. */
export function fromVersion({
  id,
  name,
  savedAt,
  surveyYear,
  figures,
}: Omit<NamedVersion, 'work'>): Omit<NamedVersion, 'work'> {
  return {
    ...{ id, name, savedAt },
    ...(surveyYear !== undefined && { surveyYear }),
    ...(figures !== undefined && { figures }),
  };
}

/** Converts the checked head of a version. */
export function toVersion({
  id,
  name,
  savedAt,
  surveyYear,
  figures,
}: Pick<v.InferOutput<typeof VersionEntry>, keyof typeof VERSION_HEAD>): Omit<
  NamedVersion,
  'work'
> {
  return {
    ...{ id, name, savedAt },
    ...(surveyYear !== undefined && { surveyYear }),
    ...(figures !== undefined && { figures: toFigures(figures) }),
  };
}

function toFigures({
  ratio: share,
  ...figures
}: v.InferOutput<typeof FiguresEntry>): VersionFigures {
  const settings: AuditSettings = figures.settings;
  return { ...figures, settings, ratio: share === undefined ? undefined : ratio(share, 1) };
}
