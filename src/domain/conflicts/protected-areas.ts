import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { EMPTY_BOX } from '../geometry/boxes.ts';
import { boundingBox, positionsOf } from '../geometry.ts';
import type { Zone } from '../zone.ts';
import { type Conflict, type ConflictKind, type ConflictSite, protects } from './conflict.ts';
import { Constraint, isPointed } from './constraint.ts';
import { boxWithin } from './displaced-site.ts';
import { measureSharedArea } from './shared-area.ts';

/** Ground to which a rule applies, with the properties that a conflict states. */
type Ground = {
  readonly obstacle: Constraint;
  /** The accuracy of its own position in metres; undefined when none is stated. */
  readonly accuracyM: number | undefined;
  readonly told: Pick<Conflict, 'kind' | 'otherId' | 'otherName' | 'articles'>;
};

/** A site that has a position. */
export type LocatedSite = {
  readonly geometry: Geometry;
  /** The accuracy of the position in metres; undefined when none is stated. */
  readonly accuracyM: number | undefined;
};

/**
 * An index of the protection zones, and of the projects that protect or restore an area or a line
 * (reserves, wetlands, coast under repair, a wall or a river to be kept). A protected site that is a
 * point counts with the circle of its stated accuracy: how far it reaches is not known, so that a conflict with it is
 * never certain.
 */
export class ProtectedAreas {
  readonly #grounds: readonly Ground[];
  readonly #index: Flatbush | undefined;
  /** The largest position accuracy among all grounds, in metres. */
  readonly #coarsestM: number;

  constructor(zones: readonly Zone[], projects: readonly ConflictSite[]) {
    const grounds = [...zones.map(zoneGround), ...projects.flatMap(projectGround)];
    this.#grounds = grounds;
    this.#coarsestM = Math.max(0, ...grounds.map(({ accuracyM }) => accuracyM ?? 0));
    if (grounds.length === 0) return;
    this.#index = new Flatbush(grounds.length);
    for (const { obstacle } of grounds) this.#index.add(...(obstacle.box ?? EMPTY_BOX));
    this.#index.finish();
  }

  /**
   * Finds the conflicts of a site. Both positions count: the border of a zone is exact as drawn, but a
   * site and a reserve may both be off, by the sum of their accuracies. If they are apart by less than
   * that sum, they may meet. An accuracy that is not stated adds nothing to the sum, and makes no contact certain.
   */
  conflictsOf(site: LocatedSite): readonly Conflict[] {
    const box = boundingBox(positionsOf(site.geometry));
    if (box === undefined || this.#index === undefined) return [];
    return this.#index
      .search(...boxWithin(box, (site.accuracyM ?? 0) + this.#coarsestM))
      .sort((a, b) => a - b)
      .flatMap((number) => conflictWith(site, this.#grounds[number]) ?? []);
  }
}

function zoneGround({ id, name, grade, articles, geometry }: Zone): Ground {
  const kind: ConflictKind = grade === undefined ? 'ungraded-zone' : `${grade}-zone`;
  return {
    obstacle: new Constraint(geometry, id),
    accuracyM: 0,
    told: { kind, otherId: id, otherName: name, articles },
  };
}

function projectGround(project: ConflictSite): readonly Ground[] {
  const { id, name, articles, accuracyM, geometry } = project;
  if (geometry === undefined || !protects(project)) return [];
  const told = { kind: 'protected-site', otherId: id, otherName: name, articles } as const;
  return [{ obstacle: new Constraint(geometry, id), accuracyM, told }];
}

function conflictWith(
  { geometry, accuracyM }: LocatedSite,
  ground: Ground | undefined,
): Conflict | undefined {
  if (ground === undefined) return undefined;
  const { obstacle, told } = ground;
  const isStated = accuracyM !== undefined && ground.accuracyM !== undefined;
  const uncertaintyM = (accuracyM ?? 0) + (ground.accuracyM ?? 0);
  const distanceM = obstacle.distanceTo(geometry, uncertaintyM);
  if (distanceM === undefined) return undefined;
  if (distanceM > 0 || isPointed(obstacle.geometry))
    return { ...told, certainty: 'possible', distanceM };
  const isCertain = isStated && obstacle.intersectsWhereverMoved(geometry, uncertaintyM);
  return {
    ...told,
    certainty: isCertain ? 'certain' : 'possible',
    distanceM,
    ...measureSharedArea(geometry, obstacle.geometry),
  };
}
