import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import {
  ZONE_STANDINGS,
  type ZoneStanding,
  zoneStanding,
} from '../../domain/audit/zone-standing.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { intersects, isAreal } from '../../domain/geometry/intersects.ts';
import { middleOfLine } from '../../domain/geometry/place-along.ts';
import { PreparedPolygon } from '../../domain/geometry/prepared-polygon.ts';
import { type ArealGeometry, boundingBox, type Position } from '../../domain/geometry.ts';
import type { LayerContent, LayerState } from '../../domain/layer-state.ts';
import { layerSymbol, MAP_COLOURS, type Theme } from '../../domain/symbology.ts';
import type { Callout, SlideSubject } from '../../domain/views/slide-subject.ts';
import { labelPoint } from '../../map/label-point.ts';
import type { SceneSubject } from '../../map/scene.ts';
import {
  SUBJECT_DATASET,
  subjectRestyle,
  type ZonesByStanding,
} from '../../map/style-layers/subject.ts';
import { VERDICT_SHAPES } from '../../ui/audit/verdict.tsx';

/** What a subject is looked up in. */
export type SubjectSources = {
  readonly layers: readonly LayerState[];
  readonly theme: Theme;
  /** Zones with their verdicts; undefined until the coast is measured. */
  readonly zones:
    | readonly (Pick<CoastSummary, 'verdict' | 'hasOwnTarget'> & {
        readonly id: string;
      })[]
    | undefined;
};

/** How a map is drawn for what a slide is about. */
export function sceneSubject(subject: SlideSubject, sources: SubjectSources): SceneSubject {
  const { layers = [], features = [], zones = [], hasVerdicts = false } = subject;
  const picked = pickedFeatures(new Set([...features, ...zones]), sources);
  const { callouts = [] } = subject;
  const verdicts = hasVerdicts && sources.zones ? zonesByStanding(sources.zones) : undefined;
  return {
    restyle: subjectRestyle({
      layers: new Set(layers),
      features,
      zones,
      verdicts,
      names: [...picked.map(({ name }) => name), ...callouts.map(({ text }) => text)].flatMap(
        ({ zh, en }) => [zh, en],
      ),
      hasCallouts: callouts.length > 0,
      holders: new Set(picked.filter(({ isZone }) => !isZone).map(({ layer }) => layer)),
    }),
    dataset: {
      id: SUBJECT_DATASET,
      role: 'sketch',
      symbology: '',
      isVisible: true,
      features: namesAndMarks(subject, picked, {
        theme: sources.theme,
        verdicts: verdicts === undefined ? [] : verdictMarks(verdicts, subject, sources),
      }),
    },
  };
}

/** Zones by how they stand; those without coast are in none. */
export function zonesByStanding(zones: NonNullable<SubjectSources['zones']>): ZonesByStanding {
  const idsOf = (standing: ZoneStanding): readonly string[] =>
    zones.filter((zone) => zoneStanding(zone) === standing).map(({ id }) => id);
  return {
    ...{ fail: idsOf('fail'), 'too-close': idsOf('too-close'), pass: idsOf('pass') },
    ...{ takes: idsOf('takes'), either: idsOf('either'), adds: idsOf('adds') },
  };
}

/** A feature that the subject names, where its name goes. */
type Picked = {
  readonly id: string;
  readonly name: Bilingual;
  readonly layer: string;
  readonly isZone: boolean;
  readonly colour: string;
  readonly geometry: Geometry | undefined;
};

function pickedFeatures(
  ids: ReadonlySet<string>,
  { layers, theme }: SubjectSources,
): readonly Picked[] {
  return layers.flatMap(({ layer, state }): readonly Picked[] => {
    if (state.kind !== 'ready') return [];
    const { content } = state;
    const isZone = content.role === 'zones';
    const colour =
      content.role === 'projects'
        ? layerSymbol(layer.symbology).colour[theme]
        : MAP_COLOURS[isZone ? 'zone' : 'townText'][theme];
    return membersOf(content)
      .filter(({ id }) => ids.has(id))
      .map((member) => ({ ...member, layer: layer.id, isZone, colour }));
  });
}

/** The projects, segments or zones of a layer: what a subject can name. */
export function membersOf(
  content: LayerContent,
): readonly Pick<Picked, 'id' | 'name' | 'geometry'>[] {
  switch (content.role) {
    case 'projects':
      return content.projects.map(({ id, name, geometry }) => ({ id, name, geometry }));
    case 'coastline':
      return content.segments.map(({ id, name, geometry }) => ({ id, name, geometry }));
    case 'zones':
      return content.zones.map(({ id, name, geometry }) => ({ id, name, geometry }));
    case 'base':
    case 'shown':
      return [];
  }
}

/** The shape of a verdict in its zone, as the legend has it: told apart without colour. */
type VerdictMark = {
  readonly id: string;
  readonly at: Position;
  readonly shape: string;
  /** The call-out that stands in the zone: it needs no dot of its own. */
  readonly callout: Callout | undefined;
};

function verdictMarks(
  verdicts: ZonesByStanding,
  { callouts = [] }: SlideSubject,
  { layers }: SubjectSources,
): readonly VerdictMark[] {
  const shapes = new Map(
    ZONE_STANDINGS.flatMap((standing) =>
      verdicts[standing].map((id) => [id, VERDICT_SHAPES[standing]] as const),
    ),
  );
  return layers.flatMap(({ state }) =>
    state.kind !== 'ready' || state.content.role !== 'zones'
      ? []
      : state.content.zones.flatMap(({ id, geometry }): readonly VerdictMark[] => {
          const shape = shapes.get(id);
          if (shape === undefined || !isAreal(geometry)) return [];
          const zone = new PreparedPolygon(geometry, id);
          const callout = callouts.find(({ at: [longitude, latitude] }) =>
            intersects({ type: 'Point', coordinates: [longitude, latitude] }, zone),
          );
          const at = callout?.at ?? labelPoint(geometry);
          return at === undefined ? [] : [{ id, at, shape, callout }];
        }),
  );
}

function namesAndMarks(
  { stretch, callouts = [] }: SlideSubject,
  picked: readonly Picked[],
  { theme, verdicts }: { readonly theme: Theme; readonly verdicts: readonly VerdictMark[] },
): FeatureCollection {
  const accent = MAP_COLOURS.accent[theme];
  const middle = callouts.reduce((sum, { at }) => sum + at[0] / callouts.length, 0);
  const marks: readonly Feature[] =
    stretch === undefined
      ? []
      : [
          lineOf(stretch.line),
          ...named(stretch.text, middleOfLine(stretch.line), {
            part: 'name',
            side: 'east',
            colour: accent,
          }),
        ];
  return {
    type: 'FeatureCollection',
    features: [
      ...callouts.flatMap(({ at, text }) =>
        named(text, at, {
          part: verdicts.some(({ callout }) => callout?.at === at) ? 'name' : 'callout',
          // Away from the others: names on both sides leave the middle of the map free.
          side: callouts.length > 1 && at[0] < middle ? 'west' : 'east',
          colour: MAP_COLOURS.townText[theme],
        }),
      ),
      ...(callouts.length > 0 ? [] : picked).flatMap(({ id, name, colour, geometry }) => {
        const place = geometry && placeOf(geometry);
        const isMarked = verdicts.some((mark) => mark.id === id);
        const side = isMarked ? 'east' : place?.side;
        return place && side ? named(name, place.at, { part: 'name', side, colour }) : [];
      }),
      ...verdicts.map(
        ({ at, shape }): Feature => ({
          type: 'Feature',
          properties: { part: 'verdict', shape, colour: MAP_COLOURS.townText[theme] },
          geometry: { type: 'Point', coordinates: [...at] },
        }),
      ),
      ...marks,
    ],
  };
}

/** A text on the map; nothing where there are no words. One language stands for the other. */
function named(
  { zh, en }: Bilingual,
  at: Position | undefined,
  properties: {
    readonly part: 'callout' | 'name';
    readonly side: 'east' | 'west' | 'within';
    readonly colour: string;
  },
): readonly Feature[] {
  if (at === undefined || `${zh}${en}`.trim() === '') return [];
  const names = { name_zh: zh.trim() || en, name_en: en.trim() || zh };
  return [
    {
      type: 'Feature',
      properties: { ...names, ...properties },
      geometry: { type: 'Point', coordinates: [...at] },
    },
  ];
}

function lineOf(line: readonly Position[]): Feature {
  const coordinates = line.map((position) => [...position]);
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
}

/** Where a name goes: inside an area, at the middle of the longest line, beside a point. */
function placeOf(
  geometry: Geometry,
): { readonly at: Position; readonly side: 'east' | 'within' } | undefined {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return inArea(geometry);
    case 'LineString':
      return onLine([geometry.coordinates]);
    case 'MultiLineString':
      return onLine(geometry.coordinates);
    case 'Point':
      return atPoint(geometry.coordinates);
    case 'MultiPoint':
      return atPoint(geometry.coordinates[0]);
    case 'GeometryCollection': {
      const [first] = geometry.geometries;
      return first && placeOf(first);
    }
  }
}

function inArea(geometry: ArealGeometry) {
  const at = labelPoint(geometry);
  return at && { at, side: 'within' as const };
}

function onLine(lines: readonly (readonly (readonly number[])[])[]) {
  const sizes = lines.map((line) => spanOf(line.map(positionOf)));
  const longest = lines[sizes.indexOf(Math.max(...sizes))];
  const at = longest && middleOfLine(longest.map(positionOf));
  return at && { at, side: 'east' as const };
}

function atPoint(coordinates: readonly number[] | undefined) {
  return coordinates && { at: positionOf(coordinates), side: 'east' as const };
}

function positionOf([longitude = 0, latitude = 0]: readonly number[]): Position {
  return [longitude, latitude];
}

/** The diagonal of a line's box in degrees: enough to tell the longest of a few. */
function spanOf(line: readonly Position[]): number {
  const [west = 0, south = 0, east = 0, north = 0] = boundingBox(line) ?? [];
  return Math.hypot(east - west, north - south);
}
