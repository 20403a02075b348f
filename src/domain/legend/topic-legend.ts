import type { Catalogue } from '../dataset.ts';
import type { SlideSubject } from '../views/slide-subject.ts';
import type { LegendEntry } from './legend-content.ts';

/** The rows of a legend and the groups in their order. */
type GroupedLegend = {
  readonly entries: readonly LegendEntry[];
  readonly groups: Catalogue['groups'];
};

/**
 * The legend of a map that is about something: rows and groups of the topic first, without the base map and the classes
 * of a coast that is only drawn as a line, and without zones that are coloured by their verdict, which has rows of its own.
 */
export function topicLegend(
  { entries, groups }: GroupedLegend,
  topicIds: ReadonlySet<string>,
  { hasVerdicts = false }: Pick<SlideSubject, 'hasVerdicts'>,
): GroupedLegend {
  const isTopic = (entry: LegendEntry): boolean => 'layer' in entry && topicIds.has(entry.layer.id);
  const kept = entries.filter(
    (entry) =>
      entry.kind !== 'base' &&
      (entry.kind !== 'class' || isTopic(entry)) &&
      !(entry.kind === 'zones' && hasVerdicts),
  );
  const inFront = new Set(
    kept.flatMap((entry) => ('layer' in entry && isTopic(entry) ? [entry.layer.group] : [])),
  );
  return {
    entries: [...kept.filter(isTopic), ...kept.filter((entry) => !isTopic(entry))],
    groups: [
      ...groups.filter(({ id }) => inFront.has(id)),
      ...groups.filter(({ id }) => !inFront.has(id)),
    ],
  };
}
