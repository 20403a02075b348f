import type { JSX } from 'preact';
import type { Catalogue } from '../domain/dataset.ts';
import type { Theme } from '../domain/symbology.ts';
import { type LegendEntry, legendGroups } from '../domain/view-content.ts';
import { LegendSign, legendGroupName, legendName } from './legend-sign.tsx';
import { useWords } from './words.tsx';

/** What the legend shows. */
export type LegendProps = {
  /** Only what is in view. */
  readonly entries: readonly LegendEntry[];
  /** Whether any layer is switched on: if none is, no other view would show more. */
  readonly hasLayers: boolean;
  readonly groups: Catalogue['groups'];
  readonly isOpen: boolean;
  /** Whether it stands in the way of what is picked: its head then counts as covering the map. */
  readonly isMoved: boolean;
  readonly theme: Theme;
  readonly onToggle: (isOpen: boolean) => void;
};

/** The signs of what is in view, by the groups of the layer list. */
export function Legend(props: LegendProps): JSX.Element {
  const { entries, hasLayers, groups, isOpen, isMoved, theme, onToggle } = props;
  const { t } = useWords();
  return (
    <details
      class="legend"
      open={isOpen}
      data-covers={isMoved && !isOpen ? 'below' : undefined}
      // The browser tells of every change: only one that is not ours is a person's.
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) onToggle(currentTarget.open);
      }}
    >
      <summary>{t('legend')}</summary>
      {entries.every(({ kind }) => kind === 'base') && (
        <p class="quiet">{t(hasLayers ? 'legendEmpty' : 'legendNoLayers')}</p>
      )}
      <LegendGroups entries={entries} groups={groups} theme={theme} />
    </details>
  );
}

/** The signs of what is in view, under the titles of their groups. */
export function LegendGroups({
  entries,
  groups,
  theme,
}: Pick<LegendProps, 'entries' | 'groups' | 'theme'>): JSX.Element {
  const words = useWords();
  return (
    <>
      {legendGroups(entries, groups).map((group) => (
        <section key={group.id}>
          <h3>{legendGroupName(group, words)}</h3>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.key}>
                <LegendSign entry={entry} theme={theme} /> {legendName(entry, words)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
