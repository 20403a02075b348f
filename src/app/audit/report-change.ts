import { type LargestChange, largestChanges } from '../../domain/coast-change/largest-changes.ts';
import { ratioMeans } from '../../domain/coast-change/stretches-behind.ts';
import { middleOfLine } from '../../domain/geometry/place-along.ts';
import { pixelsTo } from '../../domain/geometry/web-mercator.ts';
import { type BoundingBox, boundingBox, type Position } from '../../domain/geometry.ts';
import { placeNumbers } from '../../domain/print/place-numbers.ts';
import type { MapScene } from '../../map/scene.ts';
import { CHANGE_DATASET, changeRestyle } from '../../map/style-layers/change.ts';
import { type ChangeResult, type Side, scopeOf } from '../../ui/coast-change/change-result.ts';
import {
  type ChangePicture,
  NUMBER_RADIUS,
  type ReportedChange,
} from '../../ui/report/report-change.tsx';
import { dataUrl, drawMapImage } from '../image/map-image.ts';
import type { Controller } from '../state/controller.ts';
import { changeFeatures, stretchLine } from './change-features.ts';
import { comparisonStanding } from './coast-comparison.ts';
import { comparedFile } from './save-coast-change.ts';

/** How many stretches the report lists. */
const LISTED = 15;
/** The picture's size in CSS pixels: as wide as that of the whole coast, and lower. */
const SIZE = { width: 860, height: 460, pixelRatio: 2.4 } as const;
/** The margin between the changes and the picture's edge, in pixels. */
const MARGIN = 40;
/** The least height and width of what the picture shows, in degrees: some coast around a single change. */
const LEAST_DEGREES = 0.02;

/** What the report tells of the comparison of two coasts; undefined where none was made. */
export async function reportedChange({
  model,
  scene,
}: Pick<Controller, 'model' | 'scene'>): Promise<ReportedChange | undefined> {
  const standing = comparisonStanding(model);
  if (standing.kind === 'none') return undefined;
  if (standing.kind === 'outdated') return standing;
  const { result, pair } = standing;
  const { figures, scope } = scopeOf(result.answer, undefined);
  const means = ratioMeans(figures.before, figures.after);
  const changed = largestChanges(result.answer.change.stretches, { scope, means });
  const listed = changed.slice(0, LISTED);
  const both = async (of: (side: Side) => Promise<string> | string) => ({
    before: await of('before'),
    after: await of('after'),
  });
  const dates = await both((side) => pair[side].member.layer.metadata.date);
  const files = await both((side) => comparedFile(model, result, side));
  const canDraw = changed.length > 0 && model.map.state.peek() !== 'failed';
  const picture = canDraw ? await drawChange(scene.peek(), result, { changed, listed }) : undefined;
  return {
    ...{ kind: 'current', result, dates, files, listed, picture },
    changedCount: changed.length,
  };
}

/** Draws what has changed on a separate map for paper, and places the numbers of the list on it. */
async function drawChange(
  scene: MapScene,
  result: ChangeResult,
  { changed, listed }: Readonly<Record<'changed' | 'listed', readonly LargestChange[]>>,
): Promise<ChangePicture | undefined> {
  const extent = boundingBox(
    changed.flatMap(({ stretch }) => [
      ...(stretch.before?.line ?? []),
      ...(stretch.after?.line ?? []),
    ]),
  );
  if (extent === undefined) return undefined;
  const { features, reasons } = changeFeatures(result.answer.change.stretches, result.answer.scope);
  const { width, height } = SIZE;
  try {
    const picture = await drawMapImage(
      onPaper(scene, result, features),
      { extent: atLeast(extent), margin: MARGIN },
      SIZE,
    );
    const places = listed.map(({ stretch }): readonly [number, number] => {
      const middle: Position | undefined = middleOfLine(stretchLine(stretch));
      const [right, down] = middle === undefined ? [0, 0] : pixelsTo(picture.camera, middle);
      return [width / 2 + right, height / 2 + down];
    });
    const spots = placeNumbers(places, { width, height, radius: NUMBER_RADIUS });
    return {
      ...{ url: await dataUrl(picture.blob), widthM: picture.widthM, width, height, reasons },
      numbers: spots.map((spot, at) => ({ ...spot, number: at + 1 })),
    };
  } catch (cause: unknown) {
    console.error('no map of the change for the report:', cause);
    return undefined;
  }
}

/** A scene with the base map, the zones, the coast after and what has changed, without a selection. */
function onPaper(
  { language, datasets }: MapScene,
  { sides }: ChangeResult,
  features: ReturnType<typeof changeFeatures>['features'],
): MapScene {
  return {
    theme: 'light',
    language,
    datasets: [
      ...datasets
        .filter(
          ({ id, role }) =>
            role === 'base' ||
            role === 'zones' ||
            (role === 'coastline' && id === sides.after.layer),
        )
        .map((dataset) => ({ ...dataset, isVisible: true })),
      { id: CHANGE_DATASET, role: 'sketch', symbology: '', isVisible: true, features },
    ],
    restyle: changeRestyle(undefined),
    selectedIds: [],
    hoveredId: undefined,
    isComplete: true,
  };
}

function atLeast([west, south, east, north]: BoundingBox): BoundingBox {
  const across = Math.max(0, LEAST_DEGREES - (east - west)) / 2;
  const up = Math.max(0, LEAST_DEGREES - (north - south)) / 2;
  return [west - across, south - up, east + across, north + up];
}
