import { addStyles } from '../style.ts';
import { shownStyleLayers } from './shown.ts';
import { sketchStyleLayers } from './sketch.ts';

/** Makes the styles of what users add known: of their scenarios, and of data that are only shown. */
export function addUserStyles(): void {
  addStyles({ sketch: sketchStyleLayers, shown: shownStyleLayers });
}
