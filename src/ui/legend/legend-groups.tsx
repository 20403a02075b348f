import type { JSX } from 'preact';
import type { Catalogue } from '../../domain/dataset.ts';
import { type LegendEntry, legendGroups } from '../../domain/legend/legend-content.ts';
import type { Theme } from '../../domain/symbology.ts';
import { useI18n } from '../i18n.tsx';
import { LegendSymbol, legendGroupName, legendName } from './legend-symbol.tsx';

/** Props of a legend's content. */
export type LegendContentProps = {
  /** Only what is in view. */
  readonly entries: readonly LegendEntry[];
  /** Whether any layer is switched on: if none is, moving the map would show no more. */
  readonly hasLayers: boolean;
  readonly groups: Catalogue['groups'];
  readonly theme: Theme;
};

/** The symbols of what is in view, by the groups of the layer list, or why there are none. */
export function LegendContent({
  entries,
  hasLayers,
  groups,
  theme,
}: LegendContentProps): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      {entries.every(({ kind }) => kind === 'base') && (
        <p class="quiet">{t(hasLayers ? 'legendEmpty' : 'legendNoLayers')}</p>
      )}
      <LegendGroups entries={entries} groups={groups} theme={theme} />
    </>
  );
}

/** The symbols of what is in view, under the titles of their groups. */
export function LegendGroups({
  entries,
  groups,
  theme,
}: Omit<LegendContentProps, 'hasLayers'>): JSX.Element {
  const words = useI18n();
  return (
    <>
      {legendGroups(entries, groups).map((group) => (
        <section key={group.id}>
          <h3>{legendGroupName(group, words)}</h3>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.key}>
                <LegendSymbol entry={entry} theme={theme} /> {legendName(entry, words)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
