import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageLayout } from '../../domain/print/page-layout.ts';

/** Moves the map of a page, in pixels of the page's map. */
export type MapFrameMoves = {
  readonly pan: (right: number, down: number) => void;
  /** Zooms by steps, around the map's middle or a place given from there. */
  readonly zoom: (steps: number, at?: readonly [right: number, down: number]) => void;
};

/** How far an arrow key moves the map, in pixels of the page's map; four times as far with Shift. */
const A_STEP = 40;
/** Pixels of a wheel that double the scale. */
const WHEEL_PER_STEP = 400;

/** The map's place on a page's preview: handles mouse, touch and keys, and draws nothing. */
export function MapFrame({
  layout,
  isLocked,
  moves,
  label,
}: {
  readonly layout: PageLayout;
  readonly isLocked: boolean;
  readonly moves: MapFrameMoves;
  readonly label: string;
}): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const now = useRef({ layout, isLocked, moves });
  now.current = { layout, isLocked, moves };
  useEffect(() => (element.current ? listen(element.current, () => now.current) : undefined), []);
  const { map, page } = layout;
  return (
    <div
      ref={(frame) => {
        element.current = frame;
        if (frame === null) return;
        frame.style.left = `${(100 * map.x) / page.widthMm}%`;
        frame.style.top = `${(100 * map.y) / page.heightMm}%`;
        frame.style.width = `${(100 * map.width) / page.widthMm}%`;
        frame.style.height = `${(100 * map.height) / page.heightMm}%`;
      }}
      class="print-composer__frame"
      data-locked={isLocked}
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the frame is moved by keys, as a map is.
      tabIndex={0}
    />
  );
}

type Now = {
  readonly layout: PageLayout;
  readonly isLocked: boolean;
  readonly moves: MapFrameMoves;
};

/** Follows pointers, wheel and keys; the returned function ends it. */
function listen(frame: HTMLElement, now: () => Now): () => void {
  const held = new Map<number, readonly [x: number, y: number]>();
  /** Pixels of the map's page for each of the screen. */
  const factor = (): number => {
    const { map, page } = now().layout;
    return map.width / page.pixelMm / frame.getBoundingClientRect().width;
  };
  const fromMiddle = ([x, y]: readonly [number, number]): readonly [number, number] => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    return [(x - left - width / 2) * factor(), (y - top - height / 2) * factor()];
  };
  const press = (event: PointerEvent): void => {
    if (now().isLocked || event.button !== 0) return;
    frame.setPointerCapture(event.pointerId);
    held.set(event.pointerId, [event.clientX, event.clientY]);
  };
  const drag = (event: PointerEvent): void => {
    const last = held.get(event.pointerId);
    if (last === undefined || now().isLocked) return;
    const next = [event.clientX, event.clientY] as const;
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    held.set(event.pointerId, next);
    const share = other === undefined ? 1 : 0.5;
    const { moves } = now();
    moves.pan((last[0] - next[0]) * factor() * share, (last[1] - next[1]) * factor() * share);
    if (other === undefined) return;
    const [before, after] = [last, next].map(([x, y]) => Math.hypot(x - other[0], y - other[1]));
    if (before && after)
      moves.zoom(
        Math.log2(after / before),
        fromMiddle([(next[0] + other[0]) / 2, (next[1] + other[1]) / 2]),
      );
  };
  const release = ({ pointerId }: PointerEvent): void => {
    held.delete(pointerId);
  };
  const turn = (event: WheelEvent): void => {
    if (now().isLocked) return;
    event.preventDefault();
    now().moves.zoom(-event.deltaY / WHEEL_PER_STEP, fromMiddle([event.clientX, event.clientY]));
  };
  const type = (event: KeyboardEvent): void => {
    if (now().isLocked || event.ctrlKey || event.metaKey || event.altKey) return;
    const { moves } = now();
    const step = A_STEP * (event.shiftKey ? 4 : 1);
    const [right, down] = ARROWS.get(event.key) ?? [0, 0];
    if (right !== 0 || down !== 0) moves.pan(right * step, down * step);
    else if (event.key === '+' || event.key === '=') moves.zoom(0.5);
    else if (event.key === '-') moves.zoom(-0.5);
    else return;
    event.preventDefault();
  };
  frame.addEventListener('pointerdown', press);
  frame.addEventListener('pointermove', drag);
  frame.addEventListener('pointerup', release);
  frame.addEventListener('pointercancel', release);
  frame.addEventListener('wheel', turn, { passive: false });
  frame.addEventListener('keydown', type);
  return () => {
    frame.removeEventListener('pointerdown', press);
    frame.removeEventListener('pointermove', drag);
    frame.removeEventListener('pointerup', release);
    frame.removeEventListener('pointercancel', release);
    frame.removeEventListener('wheel', turn);
    frame.removeEventListener('keydown', type);
  };
}

const ARROWS: ReadonlyMap<string, readonly [right: number, down: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);
