import { useEffect } from 'preact/hooks';
import type { Model } from '../state/model.ts';

/** The window for which the map is drawn as it is, in pixels; larger ones magnify it, so that its names are read as far away. */
const AS_DRAWN = { width: 1536, height: 864 } as const;
/** More than this helps nobody. */
const LARGEST = 4;

/** How much the map is magnified in a window: signs, lines and names alike. */
function presentationScale({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): number {
  const scale = Math.min(width / AS_DRAWN.width, height / AS_DRAWN.height);
  return Math.min(LARGEST, Math.max(1, scale));
}

/** Magnifies the maps during a presentation, by the size of the window. */
export function usePresentationScale(model: Pick<Model, 'presentation'>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const magnify = (): void => {
      const scale = presentationScale({ width: innerWidth, height: innerHeight });
      style.setProperty('--presentation-scale', String(scale));
      model.presentation.magnifyMaps(scale);
    };
    magnify();
    addEventListener('resize', magnify);
    return () => {
      removeEventListener('resize', magnify);
      style.removeProperty('--presentation-scale');
      model.presentation.magnifyMaps(1);
    };
  }, [model]);
}
