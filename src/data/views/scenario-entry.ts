import type { MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import {
  LARGEST_SITE_METRES,
  type Scenario,
  SITE_PURPOSES,
  SITE_YEARS,
  type Site,
} from '../../domain/scenarios/scenario.ts';
import type { JsonPath } from '../text/json-text.ts';

const Longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const Latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const Corner = v.tuple([Longitude, Latitude]);
/** A line. */
export const PathEntry = v.pipe(v.array(Corner), v.minLength(2));
/** A ring; that it is closed is checked where it is used. */
export const RingEntry = v.pipe(v.array(Corner), v.minLength(4));
const Rings = v.pipe(v.array(RingEntry), v.minLength(1));
const Shape = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: Corner }),
  v.object({ type: v.literal('LineString'), coordinates: PathEntry }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(PathEntry) }),
  v.object({ type: v.literal('Polygon'), coordinates: Rings }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(Rings) }),
]);
const Metres = v.pipe(v.number(), v.minValue(0), v.maxValue(LARGEST_SITE_METRES));
const SiteEntry = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  purpose: v.picklist(SITE_PURPOSES),
  shape: Shape,
  widthM: Metres,
  reachM: Metres,
  projectId: v.optional(v.string()),
  year: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(SITE_YEARS.least), v.maxValue(SITE_YEARS.most)),
  ),
});
/** The schema of a scenario in work files and decks. */
export const ScenarioEntry = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  isLocked: v.boolean(),
  sites: v.array(SiteEntry),
});
/** A part that is well formed but unusable: its place and a cure. */
export type Misfit = {
  readonly path: JsonPath;
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** Returns the first misfit of a list of scenarios. */
export function misfitIn(scenarios: readonly Scenario[], path: JsonPath): Misfit | undefined {
  return (
    repeatedId(scenarios, path) ??
    firstOf(scenarios, (scenario, number) => misfitOfScenario(scenario, [...path, number]))
  );
}

/** Returns the first misfit of one scenario. */
export function misfitOfScenario({ sites }: Scenario, path: JsonPath): Misfit | undefined {
  const inSites = [...path, 'sites'];
  return (
    repeatedId(sites, inSites) ??
    firstOf(sites, (site, index) => misfitOfSite(site, [...inSites, index]))
  );
}

/** Returns the first result found in the entries of a list. */
export function firstOf<T, Found>(
  entries: readonly T[],
  find: (entry: T, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, entry] of entries.entries()) {
    const found = find(entry, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns an id that two entries of a list share. */
export function repeatedId(
  entries: readonly { readonly id: string }[],
  path: JsonPath,
): Misfit | undefined {
  const seen = new Set<string>();
  const index = entries.findIndex(({ id }) => seen.size === seen.add(id).size);
  const again = entries[index];
  if (again === undefined) return undefined;
  return {
    path: [...path, index, 'id'],
    message: { zh: `编号“${again.id}”重复。`, en: `the id "${again.id}" is there twice.` },
    cure: {
      zh: '给其中一个换用其他编号，再重新打开。',
      en: 'Give one of the two another id, then open the file again.',
    },
  };
}

function misfitOfSite({ shape, widthM }: Site, path: JsonPath): Misfit | undefined {
  if (shape.type === 'Polygon' || shape.type === 'MultiPolygon')
    return openRing(shape, [...path, 'shape']);
  if (widthM > 0) return undefined;
  return {
    path: [...path, 'widthM'],
    message: {
      zh: '点或线没有宽度，不占任何地面。',
      en: 'a point or line without width covers no ground.',
    },
    cure: {
      zh: '填写大于 0 的宽度（米），再重新打开。',
      en: 'Give it a width above 0 m, then open the file again.',
    },
  };
}

/** Returns the first ring whose last position differs from its first; `path` leads to the shape. */
export function openRing(shape: Polygon | MultiPolygon, path: JsonPath): Misfit | undefined {
  const isOpen = (ring: readonly (readonly number[])[]): boolean =>
    ring[0]?.join() !== ring.at(-1)?.join();
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return firstOf(parts, (rings, part) => {
    const ring = rings.findIndex(isOpen);
    if (ring < 0) return undefined;
    return {
      path: [...path, 'coordinates', ...(shape.type === 'Polygon' ? [ring] : [part, ring])],
      message: { zh: '环未闭合。', en: 'the ring is not closed.' },
      cure: {
        zh: '把环的第一个位置重复为最后一个，再重新打开。',
        en: 'Repeat its first position as its last, then open the file again.',
      },
    };
  });
}

/** Converts a checked entry to the app's scenario. */
export function toScenario(entry: v.InferOutput<typeof ScenarioEntry>): Scenario {
  return { ...entry, sites: entry.sites.map(toSite) };
}

function toSite({
  projectId,
  year,
  shape,
  reachM,
  ...site
}: v.InferOutput<typeof SiteEntry>): Site {
  return {
    ...{ ...site, shape, bufferM: reachM },
    ...(projectId !== undefined && { projectId }),
    ...(year !== undefined && { year }),
  };
}

/** Converts a scenario to its form in work files and decks: the inverse of `toScenario`. */
export function fromScenario({
  sites,
  ...scenario
}: Scenario): Omit<Scenario, 'sites'> & { readonly sites: readonly object[] } {
  return {
    ...scenario,
    sites: sites.map(({ id, name, purpose, widthM, bufferM, ...rest }) => ({
      ...{ id, name, purpose, widthM },
      reachM: bufferM,
      ...rest,
    })),
  };
}
