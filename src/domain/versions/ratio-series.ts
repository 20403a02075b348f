import { COASTLINE_CLASSES } from '../coastline.ts';
import { countedLengths } from '../own-data/class-changes.ts';
import type { NamedVersion, VersionFigures } from '../views/named-version.ts';

/** A surveyed year of a coast, as a named version holds it. Lengths in metres on the ellipsoid. */
export type RatioOfYear = {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly savedAt: string;
  readonly figures: VersionFigures;
  /** Coast in the numerator and in the denominator of the ratio. */
  readonly countedM: number;
  readonly totalM: number;
  /** The id of a version of the same year that was named later and stands for the year. */
  readonly replacedBy?: string;
};

/**
 * Returns the versions that state the year of their survey and have figures, by year; within a year those named
 * earlier come first, and the last stands for the year.
 */
export function ratioSeries(versions: readonly NamedVersion[]): readonly RatioOfYear[] {
  const dated = versions.flatMap((version) => {
    const { id, name, savedAt, surveyYear: year, figures } = version;
    if (year === undefined || figures === undefined) return [];
    return [{ id, name, year, savedAt, figures, ...countedLengths(figures) }];
  });
  // Times of one form (ISO 8601, UTC) sort as texts.
  const sorted = dated.toSorted(
    (one, other) => one.year - other.year || (one.savedAt < other.savedAt ? -1 : 1),
  );
  return sorted.map((each) => {
    const last = sorted.findLast(({ year }) => year === each.year);
    return last === undefined || last === each ? each : { ...each, replacedBy: last.id };
  });
}

/** The years of a series that are drawn: of each year the version that stands for it. */
export function drawnYears(series: readonly RatioOfYear[]): readonly RatioOfYear[] {
  return series.filter(({ replacedBy }) => replacedBy === undefined);
}

/** The year before another one in a series, among those that stand for their years. */
export function yearBefore(
  series: readonly RatioOfYear[],
  { year }: Pick<RatioOfYear, 'year'>,
): RatioOfYear | undefined {
  return series.findLast((other) => other.year < year && other.replacedBy === undefined);
}

/** Whether the coasts of two versions were counted alike, so that a line from one ratio to the other says something. */
export function areCountedAlike(one: VersionFigures, other: VersionFigures): boolean {
  return (
    (['realm', 'numerator', 'estuary', 'toleranceM'] as const).every(
      (setting) => one.settings[setting] === other.settings[setting],
    ) && COASTLINE_CLASSES.every((name) => one.counting[name] === other.counting[name])
  );
}
