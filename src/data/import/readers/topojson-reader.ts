import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

/** The features of one object of a topology; undefined when it cannot be put together. */
export function topologyFeatures(topology: object, name: string): readonly unknown[] | undefined {
  if (!isTopology(topology)) return undefined;
  const object = topology.objects[name];
  if (object === undefined) return undefined;
  try {
    const found = feature(topology, object);
    return found.type === 'FeatureCollection' ? found.features : [found];
  } catch {
    return undefined;
  }
}

function isTopology(value: object): value is Topology {
  return 'arcs' in value && Array.isArray(value.arcs) && 'objects' in value;
}
