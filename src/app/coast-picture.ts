import { ellipsoidDistance } from '../domain/geodesy.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../domain/geometry.ts';
import type { MapEvents } from '../map/map-view.ts';
import type { MapScene } from '../map/scene.ts';
import type { MapPicture } from '../ui/report-map.tsx';
import type { Model } from './model.ts';

/**
 * The picture's size in pixels of the page. A4 less its margins is 688 wide: lines and labels print at
 * four fifths of their size on the screen, towns at some 7 points, and the names of bays find room.
 */
const SIZE = { width: 860, height: 650 } as const;
/** Pixels of the picture per pixel of the page: 288 to the printed inch. */
const SHARPNESS = 2.4;
/** Room between the coast and the picture's edge, in pixels. */
const MARGIN = 24;
/** How long a map may take before the page goes on without its picture, in milliseconds. */
const PATIENCE = 30_000;

/** What is drawn from: what the desk's map shows, and the box that the base map fills. */
export type PaperSight = { readonly scene: MapScene; readonly frame: BoundingBox };

/**
 * The whole coast with its zones, drawn on a map of its own for paper: light, without projects, and
 * whatever the person is looking at stays as it is. Undefined where no map can be drawn.
 */
export async function drawCoast(model: Model, sight: PaperSight): Promise<MapPicture | undefined> {
  const shown = [...model.segments.peek(), ...model.zones.peek()];
  const extent = boundingBox(shown.flatMap(({ geometry }) => [...positionsOf(geometry)]));
  if (extent === undefined || model.mapState.peek() === 'failed') return undefined;
  const holder = document.createElement('div');
  holder.className = 'map-paper';
  holder.style.width = `${SIZE.width}px`;
  holder.style.height = `${SIZE.height}px`;
  document.body.append(holder);
  try {
    return await draw(holder, extent, sight);
  } catch (cause: unknown) {
    console.error('no map for the report:', cause);
    return undefined;
  } finally {
    holder.remove();
  }
}

async function draw(
  container: HTMLElement,
  extent: BoundingBox,
  { scene, frame }: PaperSight,
): Promise<MapPicture> {
  const { MapView } = await import('../map/map-view.ts');
  let widthM = 0;
  let settle = (): void => {};
  const drawn = new Promise<void>((resolve, reject) => {
    settle = resolve;
    setTimeout(() => reject(new Error(`not drawn after ${PATIENCE} ms`)), PATIENCE);
  });
  const events: MapEvents = {
    onSelect: () => {},
    onAsk: () => {},
    onHover: () => {},
    onCameraChange: ({ latitude }, [west, , east]) => {
      widthM = ellipsoidDistance([west, latitude], [east, latitude]);
    },
    onStateChange: (state) => {
      if (state === 'idle') settle();
    },
    onError: (error) => console.error('map for the report:', error.message, error),
  };
  const options = { container, frame, events, isStill: true, pixelRatio: SHARPNESS };
  const view = new MapView(options);
  try {
    const padding = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
    view.start({ extent, padding });
    view.render(onPaper(scene));
    await drawn;
    return { url: await view.capture(), widthM };
  } finally {
    view.destroy();
  }
}

/** The base map, the coast and its zones, with nothing picked. */
function onPaper({ language, datasets }: MapScene): MapScene {
  return {
    theme: 'light',
    language,
    datasets: datasets
      .filter(({ role }) => role === 'base' || role === 'coastline' || role === 'zones')
      .map((dataset) => ({ ...dataset, isVisible: true })),
    selectedIds: [],
    hoveredId: undefined,
    isComplete: true,
  };
}
