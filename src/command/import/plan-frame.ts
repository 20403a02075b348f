import type { BoundingBox } from '../../domain/geometry.ts';
import type { PlanContext } from '../files/plan-context.ts';

/** Where coordinates may lie when no catalogue can be read: the zones of CGCS2000, in degrees. */
const ANYWHERE: BoundingBox = [73, 3, 136, 54];

/** The box in which an import expects the coordinates of people's own files: the extent of the plan they belong to. */
export function planFrame({ catalogue }: PlanContext): BoundingBox {
  return catalogue?.extent ?? ANYWHERE;
}
