import { batch } from '@preact/signals';
import type { Camera } from '../../map/scene.ts';
import type { Model } from '../state/model.ts';

/**
 * Remembers what the app shows before a presentation: layers, filter, counting, selection, comparison, open view, panel,
 * language and camera. The returned function shows it again.
 */
export function rememberDesk(
  model: Pick<Model, 'url' | 'page' | 'comparison' | 'scenarios' | 'map'>,
  jumpTo: (camera: Camera) => void,
): () => void {
  const showAgain = model.url.remember();
  const compared = model.comparison.current.peek();
  const [at, mark] = [model.scenarios.inquiry.peek()?.at, model.map.mark.peek()];
  const isPanelOpen = model.page.isPanelOpen.peek();
  const camera = model.map.camera.peek();
  return () => {
    batch(() => {
      showAgain();
      // The address cannot name every comparison.
      if (compared !== undefined) {
        model.comparison.compare(compared.sides);
        model.comparison.moveSplit(compared.split);
        model.comparison.setSideBySide(compared.isSideBySide);
      }
      model.map.markPosition(mark);
      model.scenarios.askAbout(at);
      if (model.page.isPanelOpen.peek() !== isPanelOpen) model.page.togglePanel();
    });
    if (camera !== undefined) afterLayout(() => jumpTo(camera));
  };
}

/** Header and panel come back in the next frame, and the map then takes its old size. */
function afterLayout(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
