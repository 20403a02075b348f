import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { Scenario, Site } from '../../domain/scenarios/scenario.ts';

/** A shape that is still being drawn: of a site, or of a new one where `siteId` is undefined. */
export type Draft = { readonly siteId: string | undefined; readonly shape: DrawnShape };

/** The id of the site that is being drawn for the first time. */
export const DRAFT_ID = 'draft';

/** A scenario with the shape that is being drawn in it. */
export function withDraft(
  scenario: Scenario,
  draft: Draft | undefined,
  drawing: DrawIntent | undefined,
): Scenario {
  if (draft === undefined) return scenario;
  const { shape } = draft;
  if (draft.siteId !== undefined) {
    const sites = scenario.sites.map((site) =>
      site.id === draft.siteId ? { ...site, shape } : site,
    );
    return { ...scenario, sites };
  }
  if (drawing?.kind !== 'new') return scenario;
  return { ...scenario, sites: [...scenario.sites, newSite(DRAFT_ID, '', drawing, shape)] };
}

/** Width of a line, and buffer of a restoration, until the user sets them, in metres. */
const DEFAULT_WIDTH_M = 40;
const DEFAULT_BUFFER_M = { build: 0, restore: 50 } as const;

/** A site as it is first drawn. */
export function newSite(
  id: string,
  name: string,
  { purpose }: Extract<DrawIntent, { kind: 'new' }>,
  shape: DrawnShape,
): Site {
  const widthM = shape.type === 'LineString' ? DEFAULT_WIDTH_M : 0;
  return { id, name, purpose, shape, widthM, bufferM: DEFAULT_BUFFER_M[purpose] };
}

/** One more than the highest number at the end of an id. */
export function nextNumber(taken: readonly { readonly id: string }[]): number {
  const numbers = taken
    .map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0))
    // A file may bring more digits than a number tells apart: two ids would be one.
    .filter((number) => number < Number.MAX_SAFE_INTEGER);
  return numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
}

/** An id of a kind that is not taken yet: `site-3`. */
export function freeId(kind: string, taken: readonly { readonly id: string }[]): string {
  return `${kind}-${nextNumber(taken)}`;
}
