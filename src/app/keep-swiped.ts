import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { FRAME } from '../domain/frame.ts';
import type { MapEvents, MapView } from '../map/map-view.ts';
import type { MapScene } from '../map/scene.ts';
import type { Model } from './model.ts';

/** The map that is swiped over: where it stands, and what the other one shows. */
export type SwipedMap = {
  readonly view: () => MapView | undefined;
  readonly element: () => HTMLElement | undefined;
  readonly otherScene: ReadonlySignal<MapScene>;
};

/** The second map tells nothing: the first one speaks for both. */
const QUIET: MapEvents = {
  onSelect: () => {},
  onAsk: () => {},
  onHover: () => {},
  onCameraChange: () => {},
  onStateChange: () => {},
  onError: (error) => console.error('second map:', error.message, error),
};

/** Half the width of the slider's handle, in pixels, as `scenario.css` has it. */
const HALF_HANDLE = 22;

/**
 * Shows the second of two compared scenarios on a map of its own, right of a line that the person moves.
 * It follows the first map's camera and takes no pointer, so that all else works as before.
 */
export function keepSwiped(model: Model, { view, element, otherScene }: SwipedMap): void {
  let turn = 0;
  let close = (): void => {};
  const open = async (first: MapView, place: HTMLElement): Promise<void> => {
    const mine = turn;
    const { MapView } = await import('../map/map-view.ts');
    if (mine !== turn) return;
    const holder = document.createElement('div');
    holder.className = 'map-swipe';
    place.append(holder);
    const second = new MapView({ container: holder, frame: FRAME, events: QUIET, isStill: true });
    const stops = [
      first.camera.follow((camera) => second.start(camera)),
      effect(() => second.render(otherScene.value)),
      effect(() => {
        const share = model.swipeShare.value ?? 1;
        const handle = `${HALF_HANDLE * 2}px`;
        holder.style.clipPath = `inset(0 0 0 calc(${HALF_HANDLE}px + ${share} * (100% - ${handle})))`;
      }),
    ];
    close = () => {
      for (const stop of stops) stop();
      second.destroy();
      holder.remove();
    };
  };
  const isWanted = computed(() => model.swipeShare.value !== undefined);
  effect(() => {
    const wanted = isWanted.value;
    turn += 1;
    close();
    close = () => {};
    const [first, place] = [view(), element()];
    if (!wanted || first === undefined || place === undefined) return;
    open(first, place).catch((cause: unknown) => {
      console.error('no second map:', cause);
      model.swipe(undefined);
    });
  });
}
