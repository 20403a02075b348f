import type { Bilingual } from './bilingual.ts';
import type { ProtectionGrade } from './coastline.ts';
import type { ArealGeometry } from './geometry.ts';

/** A coastline protection zone: the polygon that owns a stretch of coast. */
export type Zone = {
  readonly id: string;
  readonly name: Bilingual;
  /** The zone's own target; the plan's applies where it has none. 0 to 1. */
  readonly target?: number;
  /** True where the zone states a target that cannot be read: its figures are provisional. */
  readonly isTargetUnreadable?: boolean;
  readonly grade?: ProtectionGrade;
  readonly articles: readonly number[];
  readonly positionSource?: string;
  /** The same in Chinese, where the data carry it apart. */
  readonly positionSourceZh?: string;
  readonly geometry: ArealGeometry;
};
