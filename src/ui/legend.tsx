import type { JSX } from 'preact';
import type { Catalogue } from '../domain/dataset.ts';
import { COASTLINE_SYMBOLS, type Theme, UNCLASSIFIED_SYMBOL } from '../domain/symbology.ts';
import type { LegendEntry } from '../domain/view-content.ts';
import { CoastlineSign, LayerLegendSign, LayerSign, ZoneSign } from './symbol.tsx';
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
      {entries.length === 0 && (
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
  const { pick } = useWords();
  return (
    <>
      {groups.map((group) => {
        const members = entries.filter(({ layer }) => layer.group === group.id);
        return (
          members.length > 0 && (
            <section key={group.id}>
              <h3>{pick(group.title)}</h3>
              <ul>
                {members.map((entry) => (
                  <EntryRow key={entry.key} entry={entry} theme={theme} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function EntryRow({
  entry,
  theme,
}: {
  readonly entry: LegendEntry;
  readonly theme: Theme;
}): JSX.Element {
  const { pick } = useWords();
  switch (entry.kind) {
    case 'zones':
      return (
        <li>
          <ZoneSign theme={theme} /> {pick(entry.layer.title)}
        </li>
      );
    case 'class': {
      const symbol =
        entry.class === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[entry.class];
      return (
        <li>
          <CoastlineSign of={entry.class} theme={theme} /> {pick(symbol.label)}
        </li>
      );
    }
    case 'projects':
      return (
        <li>
          {entry.hasShapes ? (
            <LayerLegendSign symbology={entry.layer.symbology} theme={theme} />
          ) : (
            <LayerSign symbology={entry.layer.symbology} theme={theme} />
          )}{' '}
          {pick(entry.layer.title)}
        </li>
      );
  }
}
