import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type FlatView, pixelsTo } from '../../domain/geometry/web-mercator.ts';
import type { Page } from '../../domain/print/page.ts';
import type { Box } from '../../domain/print/page-layout.ts';
import { reasonOf } from '../../domain/result.ts';
import type { MapScene } from '../../map/scene.ts';
import type { PlacedImage } from '../../ui/print/page-svg.tsx';
import { drawMapImage } from '../image/map-image.ts';
import { pageCamera } from './page-image.ts';
import type { PrintLayout } from './print-model.ts';
import type { PrintablePage } from './printable-page.ts';

/** The map in a page's preview. */
export type Preview = {
  /** The last image, at its current place on the page; undefined before the first one. */
  readonly picture: ReadonlySignal<PlacedImage | undefined>;
  readonly isDrawing: ReadonlySignal<boolean>;
  /** The reason why the map could not be drawn. */
  readonly fault: ReadonlySignal<string | undefined>;
  readonly stop: () => void;
};

/** The map is drawn again after this many milliseconds without a change. */
const REST = 250;
/** The maximum image pixels per pixel of the page's map: sharper than any export. */
const SHARPEST = 3;

type Drawn = {
  readonly href: string;
  readonly view: FlatView;
  readonly pixels: PrintablePage['pixels'];
};

/**
 * Draws the map of a page at the resolution of the screen. While the user moves the map the last image
 * moves with it; the map is drawn again when it rests.
 */
export function livePreview(
  composer: PrintLayout,
  sceneFor: (composed: PrintablePage) => MapScene,
  /** Screen pixels per millimetre of the page. */
  sharpness: ReadonlySignal<number>,
): Preview {
  const drawn = signal<Drawn | undefined>(undefined);
  const isDrawing = signal(true);
  const fault = signal<string | undefined>(undefined);
  let running = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wanted = computed(() => {
    const { view, pixels, words, theme } = composer.composed.value;
    return JSON.stringify([view, pixels, words.language, theme, sharpness.value]);
  });
  const draw = async (): Promise<void> => {
    running = new AbortController();
    const { signal: stopped } = running;
    const composed = composer.composed.peek();
    const pixelRatio = Math.min(SHARPEST, sharpness.peek() * composed.layout.page.pixelMm);
    try {
      const { blob } = await drawMapImage(sceneFor(composed), pageCamera(composed), {
        ...composed.pixels,
        pixelRatio,
        signal: stopped,
      });
      release(drawn.peek());
      const { view, pixels } = composed;
      drawn.value = { href: URL.createObjectURL(blob), view, pixels };
      fault.value = undefined;
      isDrawing.value = false;
    } catch (cause) {
      if (stopped.aborted) return;
      console.error('no map on the page:', cause);
      fault.value = reasonOf(cause);
      isDrawing.value = false;
    }
  };
  let isFirst = true;
  const end = effect(() => {
    if (wanted.value === '' || sharpness.value === 0) return;
    running.abort();
    clearTimeout(timer);
    isDrawing.value = true;
    timer = setTimeout(() => void draw(), isFirst ? 0 : REST);
    isFirst = false;
  });
  return {
    picture: computed(() => {
      const last = drawn.value;
      const { layout, view } = composer.composed.value;
      return last && { href: last.href, box: placed(last, view, layout.map, layout.page) };
    }),
    isDrawing,
    fault,
    stop: () => {
      end();
      clearTimeout(timer);
      running.abort();
      release(drawn.peek());
    },
  };
}

/** Returns the place of one view's image on a map that shows another view of the same bearing. */
export function placed(
  { view: drawn, pixels }: Omit<Drawn, 'href'>,
  now: FlatView,
  map: Box,
  { pixelMm }: Page,
): Box {
  const [right, down] = pixelsTo(now, [drawn.longitude, drawn.latitude]);
  const scale = 2 ** (now.zoom - drawn.zoom) * pixelMm;
  const [width, height] = [pixels.width * scale, pixels.height * scale];
  return {
    x: map.x + map.width / 2 + right * pixelMm - width / 2,
    y: map.y + map.height / 2 + down * pixelMm - height / 2,
    width,
    height,
  };
}

function release(drawn: Drawn | undefined): void {
  // By then the page has decoded the image.
  if (drawn !== undefined) setTimeout(() => URL.revokeObjectURL(drawn.href), 10_000);
}
