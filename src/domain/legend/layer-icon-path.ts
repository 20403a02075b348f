import beach from '@mapbox/maki/icons/beach.svg?raw';
import car from '@mapbox/maki/icons/car.svg?raw';
import circle from '@mapbox/maki/icons/circle.svg?raw';
import college from '@mapbox/maki/icons/college.svg?raw';
import farm from '@mapbox/maki/icons/farm.svg?raw';
import fuel from '@mapbox/maki/icons/fuel.svg?raw';
import harbor from '@mapbox/maki/icons/harbor.svg?raw';
import home from '@mapbox/maki/icons/home.svg?raw';
import industry from '@mapbox/maki/icons/industry.svg?raw';
import museum from '@mapbox/maki/icons/museum.svg?raw';
import park from '@mapbox/maki/icons/park.svg?raw';
import rail from '@mapbox/maki/icons/rail.svg?raw';
import suitcase from '@mapbox/maki/icons/suitcase.svg?raw';
import water from '@mapbox/maki/icons/water.svg?raw';
import type { LayerIcon } from '../symbology.ts';

const DRAWINGS: Readonly<Record<LayerIcon, string>> = {
  beach,
  car,
  circle,
  college,
  farm,
  fuel,
  harbor,
  home,
  industry,
  museum,
  park,
  rail,
  suitcase,
  water,
};

/**
 * The outline of an icon as SVG path data on a 15 × 15 grid. The map fills it on a canvas and lists put
 * it into an `<svg>`, so neither needs markup from a file.
 * Source: maki 8 (CC0), whose icons are one path each.
 */
export function layerIconPath(icon: LayerIcon): string {
  return /\sd="([^"]+)"/.exec(DRAWINGS[icon])?.[1]?.replaceAll(/&#x[0-9A-F]+;/gi, ' ') ?? '';
}
