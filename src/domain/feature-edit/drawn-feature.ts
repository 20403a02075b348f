import type { Geometry } from 'geojson';
import type { OwnDataRole } from '../own-data/own-dataset.ts';

/** The kinds of shape that a dataset can take: what its role leaves out is not offered. */
export function drawableKinds(role: OwnDataRole): readonly ('line' | 'polygon' | 'point')[] {
  switch (role) {
    case 'coastline':
      return ['line'];
    case 'zones':
      return ['polygon'];
    case 'projects':
    case 'shown':
      return ['line', 'polygon', 'point'];
  }
}

/**
 * The properties of a feature that the user has drawn or typed. Nothing is claimed that nobody has stated: coast has no
 * class, and so is unclassified in every figure, and a project has no accuracy.
 * @param number counts the drawn features of the dataset
 */
export function drawnProperties(
  role: OwnDataRole,
  number: number,
  { type }: Pick<Geometry, 'type'>,
): Readonly<Record<string, string>> {
  const source = type === 'Point' ? TYPED : DRAWN;
  const common = {
    ...{ name_zh: `新绘 ${number}`, name_en: `Drawn ${number}` },
    ...{ position_source: source.en, position_source_zh: source.zh },
  };
  switch (role) {
    case 'coastline':
      return { ...common, realm: 'mainland', confidence: 'low' };
    case 'projects':
      return { ...common, status: 'study' };
    case 'zones':
    case 'shown':
      return common;
  }
}

const DRAWN = { en: 'Drawn on the map', zh: '在地图上绘制' };
const TYPED = { en: 'Typed coordinates', zh: '录入坐标' };
