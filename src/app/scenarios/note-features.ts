import type { Feature } from 'geojson';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { destination } from '../../domain/geodesy.ts';
import { middleOfLine } from '../../domain/geometry/place-along.ts';
import type { Position } from '../../domain/geometry.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { MapNote } from '../../domain/map-tools/map-note.ts';
import {
  circleAround,
  measureShape,
  type RulerMeasurement,
  type RulerMode,
  sidesOf,
} from '../../domain/map-tools/ruler.ts';
import { labelPoint } from '../../map/label-point.ts';
import { formatArea, formatLength, formatNumber } from '../../ui/format.ts';

/** More sides than these are not labelled one by one: their labels would cover the shape. */
const MOST_LABELS = 30;

/** The lines, areas and labels that the map draws of notes. */
export function noteFeatures(notes: readonly MapNote[]): readonly Feature[] {
  return notes.flatMap((note) => {
    const id = `note:${note.id}`;
    const { kind, shape, name } = note;
    if (kind === 'arrow') return arrowFeatures(id, name, shape);
    const measured = measureShape(kind, shape);
    if (measured === undefined) return [];
    const figure = mainFigure(kind, measured);
    const title = inBoth((language) => `${name}${figure && `\n${figure[language]}`}`);
    const at = kind === 'area' ? areaPoint(shape) : middleOfLine(measured.positions);
    return [
      ...shapeFeatures(id, kind, shape, measured),
      ...(at === undefined ? [] : [label(`${id}:name`, at, title)]),
    ];
  });
}

/** What the map draws beside the shape that is being measured, which the drawing tool shows: sides and circle. */
export function rulerFeatures(kind: RulerMode, shape: DrawnShape): readonly Feature[] {
  const measured = measureShape(kind, shape);
  if (measured === undefined) return [];
  const circle = kind === 'radius' ? shapeFeatures('ruler', kind, shape, measured) : [];
  return [...circle, ...sideLabels('ruler', measured)];
}

function shapeFeatures(
  id: string,
  kind: RulerMode,
  shape: DrawnShape,
  { positions, lengthM }: RulerMeasurement,
): readonly Feature[] {
  const properties = { id, kind: 'note' };
  const line: Feature = { type: 'Feature', properties, geometry: shape };
  const [centre] = positions;
  if (kind !== 'radius' || centre === undefined) return [line];
  const coordinates = [circleAround(centre, lengthM.ellipsoid)];
  return [line, { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } }];
}

/** Length and bearing at the middle of each side. */
function sideLabels(id: string, { positions }: RulerMeasurement): readonly Feature[] {
  const sides = sidesOf(positions);
  if (sides.length > MOST_LABELS) return [];
  return sides.map(({ from, lengthM, bearing }, index) =>
    label(
      `${id}:${index}`,
      destination(from, bearing, lengthM / 2),
      inBoth(
        (language) =>
          `${formatLength(lengthM, language, 2)} · ${formatNumber(bearing, 1, language)}°`,
      ),
    ),
  );
}

/** The figure that a note is for; none for an outline that crosses itself, as it has no area. */
function mainFigure(
  kind: RulerMode,
  { lengthM, areaM2, bearing }: RulerMeasurement,
): Bilingual | undefined {
  if (kind === 'area')
    return areaM2 && inBoth((language) => formatArea(areaM2.ellipsoid, language));
  if (kind === 'bearing')
    return bearing && inBoth((language) => `${formatNumber(bearing.start, 2, language)}°`);
  return inBoth((language) => formatLength(lengthM.ellipsoid, language, 2));
}

/** A shaft and, at its end, a head that stays as large as a letter at any scale. */
function arrowFeatures(id: string, name: string, shape: DrawnShape): readonly Feature[] {
  const positions = measureShape('bearing', shape);
  const [tail, head] = positions?.positions ?? [];
  if (positions?.bearing === undefined || tail === undefined || head === undefined) return [];
  return [
    { type: 'Feature', properties: { id, kind: 'note' }, geometry: shape },
    {
      type: 'Feature',
      properties: { id: `${id}:head`, kind: 'head', turn: positions.bearing.end },
      geometry: { type: 'Point', coordinates: [...head] },
    },
    label(`${id}:name`, tail, { zh: name, en: name }),
  ];
}

function areaPoint(shape: DrawnShape): Position | undefined {
  return shape.type === 'Polygon' ? labelPoint(shape) : undefined;
}

function label(id: string, at: Position, { zh, en }: Bilingual): Feature {
  return {
    type: 'Feature',
    properties: { id, kind: 'note', name_zh: zh, name_en: en },
    geometry: { type: 'Point', coordinates: [...at] },
  };
}

function inBoth(write: (language: Language) => string): Bilingual {
  return { zh: write('zh'), en: write('en') };
}
