import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import type { MapScene } from '../../map/scene.ts';
import type { ReportImage } from '../../ui/report/report-map.tsx';
import { dataUrl, drawMapImage } from '../image/map-image.ts';
import type { Model } from '../state/model.ts';

/**
 * The picture's size in pixels of the page. A4 less its margins is 688 wide: lines and labels print at
 * four fifths of their size on the screen, towns at some 7 points, and the names of bays find room.
 * 2.4 pixels of the picture to each make 288 to the printed inch.
 */
const SIZE = { width: 860, height: 650, pixelRatio: 2.4 } as const;
/** Room between the coast and the picture's edge, in pixels. */
const MARGIN = 24;

/**
 * The whole coast with its zones, drawn on a map of its own for paper: light, without projects, and
 * whatever the person is looking at stays as it is. Undefined where no map can be drawn.
 */
export async function drawCoast(
  model: Pick<Model, 'plan' | 'map'>,
  scene: MapScene,
): Promise<ReportImage | undefined> {
  const shown = [...model.plan.segments.peek(), ...model.plan.zones.peek()];
  const extent = boundingBox(shown.flatMap(({ geometry }) => [...positionsOf(geometry)]));
  if (extent === undefined || model.map.state.peek() === 'failed') return undefined;
  try {
    const picture = await drawMapImage(onPaper(scene), { extent, margin: MARGIN }, SIZE);
    return { url: await dataUrl(picture.blob), widthM: picture.widthM };
  } catch (cause: unknown) {
    console.error('no map for the report:', cause);
    return undefined;
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
