import type { addProtocol } from 'maplibre-gl';
import { fillLargeSources } from '../large/fill-large-sources.ts';
import { serveTiles } from '../large/tile-client.ts';
import { addStyles } from '../style.ts';
import { shownStyleLayers } from './shown.ts';
import { sketchStyleLayers } from './sketch.ts';

/** Makes known how what users add is drawn: their scenarios, data that are only shown, and large datasets. */
export function addUserStyles(add: typeof addProtocol): void {
  serveTiles(add);
  addStyles({ sketch: sketchStyleLayers, shown: shownStyleLayers }, fillLargeSources);
}
