import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Bilingual } from '../domain/bilingual.ts';
import type { Position } from '../domain/geometry.ts';
import { TILE_LAYER } from './large/tile-messages.ts';
import type { MapScene } from './scene.ts';
import { featureKey, sourceIdOf } from './sources.ts';

/** Centres closer than this part of the radius say the same: four fifths of the circles lie on each other. */
const SAME_CENTRE = 1 / 3;
/** Radii that differ by less than this part say the same. */
const SAME_RADIUS = 1 / 5;
const RADIANS = Math.PI / 180;

/** The accuracy circle of a project; lengths are in degrees of latitude. */
type Ring = {
  readonly key: string;
  readonly source: string;
  readonly isLarge: boolean;
  readonly centre: Position;
  readonly radius: number;
  readonly corners: readonly Position[];
  /** The accuracy in words, such as "±8 km". */
  readonly within: string;
};

/** Accuracy circles that say the same: the one that is drawn, and those that it stands for. */
export type SharedRing = { readonly drawn: Ring; readonly others: readonly Ring[] };

/**
 * Returns the accuracy circles of the visible datasets, those with nearly the same centre and radius as one. The
 * largest is drawn, of equal ones the first.
 */
export function sharedRings(scene: MapScene): readonly SharedRing[] {
  const shared: { drawn: Ring; others: Ring[] }[] = [];
  for (const ring of ringsOf(scene).toSorted((one, other) => other.radius - one.radius)) {
    const group = shared.find(({ drawn }) => saysTheSame(drawn, ring));
    if (group === undefined) shared.push({ drawn: ring, others: [] });
    else group.others.push(ring);
  }
  return shared;
}

function saysTheSame(drawn: Ring, { centre: [x, y], radius }: Ring): boolean {
  const [toX, toY] = drawn.centre;
  const apart = Math.hypot((toX - x) * Math.cos(y * RADIANS), toY - y);
  return apart < radius * SAME_CENTRE && drawn.radius - radius < drawn.radius * SAME_RADIUS;
}

function ringsOf({ datasets }: MapScene): readonly Ring[] {
  return datasets
    .filter(({ role, isVisible }) => isVisible && role === 'projects')
    .flatMap((dataset) =>
      dataset.features.features.flatMap(({ properties, geometry }): readonly Ring[] => {
        if (properties?.['part'] !== 'circle' || geometry.type !== 'Polygon') return [];
        const [ring = []] = geometry.coordinates;
        const corners = ring.slice(1).map(([x = 0, y = 0]): Position => [x, y]);
        const middle = (values: readonly number[]): number =>
          (Math.min(...values) + Math.max(...values)) / 2;
        const ys = corners.map(([, y]) => y);
        return [
          {
            key: featureKey(`${properties['id']}`),
            source: sourceIdOf(dataset),
            isLarge: dataset.isLarge === true,
            centre: [middle(corners.map(([x]) => x)), middle(ys)],
            // To 10 m, so that equal radii compare as equal.
            radius: Number(((Math.max(...ys) - Math.min(...ys)) / 2).toFixed(4)),
            corners,
            within: `${properties['within'] ?? ''}`.trim(),
          },
        ];
      }),
    );
}

/** Draws accuracy circles that say the same as one; each is still drawn for its own site while that is pointed at or selected. */
export function shareRings(map: MapLibreMap, shared: readonly SharedRing[]): void {
  for (const { drawn, others } of shared)
    for (const ring of [drawn, ...others]) {
      const { source, key, isLarge } = ring;
      if (map.getSource<GeoJSONSource>(source) === undefined) continue;
      const target = { source, id: key, ...(isLarge && { sourceLayer: TILE_LAYER }) };
      const isShared = ring !== drawn;
      if ((map.getFeatureState(target)?.['shared'] === true) !== isShared)
        map.setFeatureState(target, { shared: isShared });
    }
}

/** What a circle of several sites is called. */
function sharedRingName({ drawn, others }: SharedRing): Bilingual {
  const count = others.length + 1;
  return { zh: `${count} 处，各 ${drawn.within}`, en: `${count} sites, each ${drawn.within}` };
}

/** The names of circles that stand for several sites, each at the uppermost visible place on its circle. */
export function sharedRingTags(
  shared: readonly SharedRing[],
  isVisible: (at: Position) => boolean,
  height: (at: Position) => number,
): readonly { readonly at: Position; readonly name: Bilingual }[] {
  return shared
    .filter(({ others }) => others.length > 0)
    .flatMap((ring) => {
      const [at] = ring.drawn.corners
        .filter(isVisible)
        .toSorted((one, other) => height(one) - height(other));
      return at === undefined ? [] : [{ at, name: sharedRingName(ring) }];
    });
}
