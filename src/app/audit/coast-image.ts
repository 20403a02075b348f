import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import type { MapScene } from '../../map/scene.ts';
import type { ReportImage } from '../../ui/report/report-map.tsx';
import { dataUrl, drawMapImage } from '../image/map-image.ts';
import type { Model } from '../state/model.ts';

/**
 * The picture's size in CSS pixels. A4 without its margins is 688 wide: lines and labels print at four
 * fifths of their screen size, towns at about 7 points, and there is space for the names of bays. 2.4 image
 * pixels per CSS pixel give 288 per printed inch.
 */
const SIZE = { width: 860, height: 650, pixelRatio: 2.4 } as const;
/** The margin between the coast and the picture's edge, in pixels. */
const MARGIN = 24;

/**
 * Draws the whole coast with its zones on a separate map for paper: light, without projects; the map on
 * screen stays unchanged. Returns undefined when no map can be drawn.
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

/** A scene with the base map, the coast and its zones, without a selection. */
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
