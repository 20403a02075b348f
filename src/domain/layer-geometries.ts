import type { Geometry } from 'geojson';
import type { LayerContent } from './layer-state.ts';

/** The geometries of a layer, in its order; nothing for what has no site. */
export function geometriesOf(content: LayerContent): readonly Geometry[] {
  switch (content.role) {
    case 'coastline':
      return content.segments.map(({ geometry }) => geometry);
    case 'zones':
      return content.zones.map(({ geometry }) => geometry);
    case 'projects':
      return content.projects.flatMap(({ geometry }) => geometry ?? []);
    case 'base':
    case 'shown':
      return content.features.flatMap(({ geometry }) => geometry ?? []);
  }
}
