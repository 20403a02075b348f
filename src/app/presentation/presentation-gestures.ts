import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';

/** How far a finger goes across before it means another view, in pixels. */
const SWIPE = 60;
/** How much farther across than up or down. */
const SWIPE_SLOPE = 1.5;
/** How long a mouse rests before pointer and buttons go, in milliseconds. */
const REST = 3000;

/**
 * Touch and mouse in a presentation. A swipe with one finger shows the next view or the one before, two fingers
 * move the map; a touch stops autoplay. The halo follows the mouse; pointer and controls are hidden when it rests.
 */
export function usePresentationGestures({
  model,
  presenter,
  halo,
}: {
  readonly model: Pick<Model, 'presentation'>;
  readonly presenter: Presenter;
  readonly halo: RefObject<HTMLDivElement | null>;
}): void {
  useEffect(() => {
    const region = document.getElementById('map-region');
    const page = document.documentElement;
    let from: { readonly x: number; readonly y: number } | undefined;
    const onTouchStart = (event: TouchEvent): void => {
      if (isOnControl(event.target)) return;
      model.presentation.play(false);
      const [touch] = event.touches;
      const isSwipe = event.touches.length === 1 && !model.presentation.isDetour.peek();
      from = isSwipe && touch !== undefined ? { x: touch.clientX, y: touch.clientY } : undefined;
      // The map would take one finger for a drag.
      if (isSwipe) event.stopPropagation();
    };
    const onTouchEnd = ({ changedTouches }: TouchEvent): void => {
      const [touch] = changedTouches;
      if (from === undefined || touch === undefined) return;
      const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
      from = undefined;
      if (Math.abs(across) > SWIPE && Math.abs(across) > SWIPE_SLOPE * Math.abs(down))
        presenter.step(across < 0 ? 1 : -1);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = (): void => {
      page.setAttribute('data-pointer-idle', '');
    };
    const onMove = ({ pointerType, clientX, clientY }: PointerEvent): void => {
      page.removeAttribute('data-pointer-idle');
      clearTimeout(timer);
      timer = setTimeout(rest, REST);
      const isMouse = pointerType === 'mouse';
      if (halo.current !== null) {
        halo.current.hidden = !isMouse;
        halo.current.style.transform = `translate(${clientX}px, ${clientY}px)`;
      }
    };
    const onPress = ({ target }: Event): void => {
      if (!isOnControl(target)) model.presentation.play(false);
    };
    timer = setTimeout(rest, REST);
    document.addEventListener('pointerup', leaveSlider);
    region?.addEventListener('touchstart', onTouchStart, { capture: true });
    region?.addEventListener('touchend', onTouchEnd, { capture: true });
    region?.addEventListener('pointerdown', onPress);
    region?.addEventListener('wheel', onPress, { passive: true });
    document.addEventListener('pointermove', onMove);
    // A finger that only taps moves nothing.
    document.addEventListener('pointerdown', onMove);
    return () => {
      clearTimeout(timer);
      page.removeAttribute('data-pointer-idle');
      document.removeEventListener('pointerup', leaveSlider);
      region?.removeEventListener('touchstart', onTouchStart, { capture: true });
      region?.removeEventListener('touchend', onTouchEnd, { capture: true });
      region?.removeEventListener('pointerdown', onPress);
      region?.removeEventListener('wheel', onPress);
      document.removeEventListener('pointermove', onMove);
      document.removeEventListener('pointerdown', onMove);
    };
  }, [model, presenter]);
}

/** The line of a comparison that was moved by mouse or finger keeps no keys: the next arrow is meant for the slides. */
function leaveSlider(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && focused.type === 'range') focused.blur();
}

/** Whether a press means a button, a slider or a card above the map, not the map. */
function isOnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ABOVE_MAP) !== null;
}

const ABOVE_MAP = 'button, input, select, a, [role="toolbar"], .presentation__edge';
