import { type LegendEntry, legendContent } from '../../domain/legend/legend-content.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { sideName } from '../compare/side-name.ts';
import type { LegendInView } from '../main-map/legend-in-view.ts';
import type { Model } from '../state/model.ts';

/** The names of two compared states, left first, and whether each has a map of its own. */
export type ComparedNames = {
  readonly names: readonly [string, string];
  readonly isBeside: boolean;
};

/** The names above two compared maps; undefined without a comparison. Reads signals. */
export function comparedNames(
  model: Pick<Model, 'comparison' | 'workspace' | 'views'>,
  words: I18n,
): ComparedNames | undefined {
  const comparison = model.comparison.current.value;
  if (comparison === undefined) return undefined;
  const [left, right] = comparison.sides;
  const names = [sideName(model, left, words), sideName(model, right, words)] as const;
  return { names, isBeside: comparison.isSideBySide };
}

/** One legend for two compared maps: what either shows, each once; undefined until both are drawn. Reads signals. */
export function comparedLegend(model: Model): LegendInView | undefined {
  const [contents, corners] = [model.comparison.contents.value, model.comparison.corners.value];
  const camera = model.url.state.value.camera;
  if (contents === undefined || corners === undefined || camera === undefined) return undefined;
  const theme = model.page.theme.value;
  const entries = (['left', 'right'] as const).flatMap((place) => {
    const { layers, visibleIds, sketch } = contents[place];
    const sight = { corners: corners[place], zoom: camera.zoom, theme };
    return legendContent(layers, visibleIds, sight, sketch);
  });
  return { entries: withShapes(entries), groups: model.plan.groups.value, theme };
}

/** Each row once; of two rows of one layer the one with shapes, which also explains sites. */
export function withShapes(entries: readonly LegendEntry[]): readonly LegendEntry[] {
  const byKey = new Map<string, LegendEntry>();
  for (const entry of entries) {
    const known = byKey.get(entry.key);
    const hasMore = 'hasShapes' in entry && entry.hasShapes;
    if (known === undefined || hasMore) byKey.set(entry.key, entry);
  }
  return [...byKey.values()];
}
