import { type FlatView, positionAt } from '../geometry/web-mercator.ts';
import type { BoundingBox, Position } from '../geometry.ts';
import type { LabelledGroup } from './legend-flow.ts';
import { constrainView } from './map-scale.ts';
import type { Page } from './page.ts';
import { layoutPage, type PageLayout, type PageTexts } from './page-layout.ts';
import type { MeasureText } from './text-wrap.ts';

/** A view that is set, or one that is fitted to a map of a size in page pixels. */
export type FittedView =
  | FlatView
  | ((size: { readonly width: number; readonly height: number }) => FlatView);

/** The input of `composePage`. */
export type PageParts = {
  readonly page: Page;
  readonly words: Omit<PageTexts, 'legend' | 'legendSpace'>;
  /** A view, or the one for a map of a size in page pixels: the size depends on the legend. */
  readonly view: FittedView;
  /** The box that must contain the view. */
  readonly frame: BoundingBox;
  /** Gives the legend of what a view shows between its corners at a zoom. */
  readonly legendOf: (corners: readonly Position[], zoom: number) => readonly LabelledGroup[];
  readonly measure: MeasureText;
};

/** A page with its legend, and the view that its map shows. */
export type ComposedPage = {
  readonly layout: PageLayout;
  readonly view: FlatView;
  /**
   * The size of the map in whole pixels of the page; the last pixel may extend beyond the box of the map.
   */
  readonly pixels: { readonly width: number; readonly height: number };
  readonly corners: readonly Position[];
};

/**
 * The number of rounds to fit map and legend to each other, before space is reserved for every row found
 * so far.
 */
const ROUNDS = 4;

/**
 * Lays out a page whose legend names exactly what its map shows. The size of the map depends on the
 * legend, and the legend depends on what the map shows, so both are laid out in turn until they agree. If
 * they never agree, the page reserves space for all rows found so far.
 */
export function composePage(parts: PageParts): ComposedPage {
  const { page, words, measure } = parts;
  const seen: LabelledGroup[][] = [];
  let legend: readonly LabelledGroup[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const layout = layoutPage(page, { ...words, legend }, measure);
    const shown = shownOn(layout, parts);
    const next = parts.legendOf(shown.corners, shown.view.zoom);
    if (keysOf(next) === keysOf(legend)) return { layout, ...shown };
    seen.push([...next]);
    legend = next;
  }
  const legendSpace = merged(seen.flat());
  const sized = layoutPage(page, { ...words, legend, legendSpace }, measure);
  const shown = shownOn(sized, parts);
  const exact = parts.legendOf(shown.corners, shown.view.zoom);
  return { layout: layoutPage(page, { ...words, legend: exact, legendSpace }, measure), ...shown };
}

function shownOn(
  { map, page }: PageLayout,
  { view, frame }: PageParts,
): Omit<ComposedPage, 'layout'> {
  const [right, down] = [map.width / page.pixelMm, map.height / page.pixelMm];
  const size = { width: right, height: down };
  const kept = constrainView(typeof view === 'function' ? view(size) : view, size, frame);
  const at = (x: number, y: number): Position => positionAt(kept, x * right, y * down);
  return {
    view: kept,
    pixels: { width: Math.ceil(right), height: Math.ceil(down) },
    corners: [at(-0.5, -0.5), at(0.5, -0.5), at(0.5, 0.5), at(-0.5, 0.5)],
  };
}

function keysOf(legend: readonly LabelledGroup[]): string {
  return legend.flatMap(({ rows }) => rows.map(({ key }) => key)).join('\n');
}

/** Merges several legends; each row appears once, under its heading. */
function merged(groups: readonly LabelledGroup[]): readonly LabelledGroup[] {
  const byTitle = new Map<string, LabelledGroup>();
  for (const group of groups) {
    // A group of layers and its base map may have one title.
    const name = `${group.isBase === true}\n${group.title}`;
    const known = byTitle.get(name)?.rows ?? [];
    const rows = new Map([...known, ...group.rows].map((row) => [row.key, row]));
    byTitle.set(name, { ...group, rows: [...rows.values()] });
  }
  return [...byTitle.values()];
}
