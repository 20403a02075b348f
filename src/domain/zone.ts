import type { Bilingual } from './bilingual.ts';
import type { ProtectionGrade } from './coastline.ts';
import type { ArealGeometry } from './geometry.ts';

/** A coastline protection zone: the polygon that owns a stretch of coast. */
export type Zone = {
  readonly id: string;
  readonly name: Bilingual;
  /** The zone's own target, from 0 to 1; when absent, the plan's target applies. */
  readonly target?: number;
  /** True when the zone states a target that cannot be read; its figures are then provisional. */
  readonly isTargetUnreadable?: boolean;
  readonly grade?: ProtectionGrade;
  readonly articles: readonly number[];
  readonly positionSource?: string;
  /** `positionSource` in Chinese, when the data state it separately. */
  readonly positionSourceZh?: string;
  readonly geometry: ArealGeometry;
};
