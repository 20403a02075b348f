import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { INK_COLOURS } from '../../domain/ink-colours.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { comparedIn, viewOfSideIn } from '../compare/compared-sides.ts';
import type { Model } from '../state/model.ts';
import { type ViewImageSize, viewImage } from './view-image.ts';

/** The size of a small presentation, drawn at a third of its resolution. */
const SIZE = { width: 960, height: 540, pixelRatio: 1 / 3 } as const;

/** Pictures of views by view number, as `blob:` addresses. */
export type Thumbnails = ReadonlyMap<number, string>;

/**
 * Draws thumbnails of views in turn while they are wanted; finished ones stay until the calling component
 * unmounts. A view that cannot be drawn has none.
 */
export function useThumbnails(model: Model, wanted: readonly SavedView[]): Thumbnails {
  const drawn = useSignal<ReadonlyMap<SavedView, string>>(new Map());
  const theme = model.page.theme.value;
  const language = model.page.language.value;
  useEffect(() => {
    const stopped = new AbortController();
    const { signal } = stopped;
    const drawAll = async (): Promise<void> => {
      for (const view of wanted) {
        if (signal.aborted) return;
        if (drawn.peek().has(view)) continue;
        try {
          const blob = await thumbnail(model, view, { signal, theme, language });
          if (signal.aborted) return;
          drawn.value = new Map(drawn.peek()).set(view, URL.createObjectURL(blob));
        } catch (cause) {
          if (!signal.aborted) console.info('no picture of a view:', cause);
        }
      }
    };
    void drawAll();
    return () => stopped.abort();
  }, [model, theme, language, wanted.map(({ number }) => number).join()]);
  // Names depend on language and theme, so a change of either needs new pictures.
  useEffect(() => () => forget(drawn), [theme, language]);
  return new Map([...drawn.value].map(([{ number }, url]) => [number, url]));
}

/** Draws a view; of two compared states the left half shows one and the right half the other. */
async function thumbnail(
  model: Model,
  view: SavedView,
  way: Pick<ViewImageSize, 'signal' | 'theme' | 'language'>,
): Promise<Blob> {
  const sides = comparedIn(view);
  if (sides === undefined) return (await viewImage(model, view, { ...SIZE, ...way })).blob;
  const [width, height] = [SIZE.width * SIZE.pixelRatio, SIZE.height * SIZE.pixelRatio];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas for a comparison');
  for (const [index, side] of sides.entries()) {
    const half = { ...SIZE, width: SIZE.width / 2, ...way };
    const { blob } = await viewImage(model, viewOfSideIn(view, side, model), half);
    const picture = await createImageBitmap(blob);
    context.drawImage(picture, (index * width) / 2, 0);
    picture.close();
  }
  context.fillStyle = INK_COLOURS.ink.paper;
  context.fillRect(width / 2 - 1, 0, 2, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

function forget(drawn: { value: ReadonlyMap<SavedView, string> }): void {
  for (const url of drawn.value.values()) URL.revokeObjectURL(url);
  drawn.value = new Map();
}
