import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { ZoneStanding } from '../../domain/audit/zone-standing.ts';
import { INK_COLOURS } from '../../domain/ink-colours.ts';
import { MAP_COLOURS, type Theme } from '../../domain/symbology.ts';
import type { MapScene, Restyle, SceneDataset } from '../scene.ts';
import { isExpression } from '../sources.ts';
import { styleLayerId, stylePartOf } from '../style-ids.ts';
import { hatchImageId } from '../style-images.ts';
import { byZoom, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';
import { faded } from './faded.ts';

/** Id of the dataset that holds a subject's names, call-outs and marked stretch. */
export const SUBJECT_DATASET = 'subject';

/** What the map is about; ids that it does not hold change nothing. */
export type DrawnSubject = {
  readonly layers: ReadonlySet<string>;
  /** Ids of projects and coastline segments. */
  readonly features: readonly string[];
  readonly zones: readonly string[];
  /** The zones of each standing, where they are coloured by it. */
  readonly verdicts: ZonesByStanding | undefined;
  /** The subject's names and call-outs in both languages. */
  readonly names: readonly string[];
  /** Whether call-outs stand in place of names, at scales where both would be in sight. */
  readonly hasCallouts: boolean;
  /** Ids of layers that hold one of `features`. */
  readonly holders: ReadonlySet<string>;
};

/** Ids of zones by how they stand; those without coast are in none. */
export type ZonesByStanding = Readonly<Record<ZoneStanding, readonly string[]>>;

/** The layer whose hatch is amber. */
const AMBER = 'energy';

/** How much of the ground is left beside a subject. */
const GROUND = 0.28;
/** Context lines of the base map: still there to orient by. */
const CONTEXT = 0.6;

/** The size of a subject's names in pixels of a map that is magnified 1.25 times at full HD: 24 px there. */
const NAME_SIZE = 19.2;
/** The size of names where a whole layer is the subject. */
const LAYER_NAME_SIZE = 15;

/** Where a name goes that has no room beside its place. */
const OTHER_SIDES = ['top', [0, 0.9], 'bottom', [0, -0.9]];

/** Draws a scene for what it is about: the subject in full colour, all else as ground. */
export function subjectRestyle(subject: DrawnSubject): Restyle {
  return (layers, dataset, scene) => {
    switch (dataset.role) {
      case 'base':
        return layers.map((layer) => quietBase(layer, dataset, subject));
      case 'coastline':
        return coast(layers, dataset, { subject, scene });
      case 'zones':
        return zones(layers, dataset, { subject, scene });
      case 'projects':
      case 'shown':
        return projects(layers, dataset, subject);
      case 'sketch':
        return dataset.id === SUBJECT_DATASET
          ? subjectLayers(dataset, scene)
          : layers.filter(({ id }) => stylePartOf(id) !== 'label');
    }
  };
}

type Setting = { readonly subject: DrawnSubject; readonly scene: MapScene };

/** Context lines are paler, and what the subject names is not named a second time. */
function quietBase(
  layer: LayerSpecification,
  { symbology }: SceneDataset,
  { names }: DrawnSubject,
): LayerSpecification {
  if (symbology === 'base-roads' || symbology === 'base-railways') return faded(layer, CONTEXT);
  if (layer.type !== 'symbol' || names.length === 0) return layer;
  const isNamed: ExpressionSpecification = [
    'any',
    ['in', ['get', 'name_zh'], ['literal', [...names]]],
    ['in', ['get', 'name_en'], ['literal', [...names]]],
  ];
  const { filter } = layer;
  const isOther: ExpressionSpecification = ['!', isNamed];
  return { ...layer, filter: isExpression(filter) ? ['all', filter, isOther] : isOther };
}

/** The classes where coast is the topic, with other stretches paler; else one thin line. */
function coast(
  layers: readonly LayerSpecification[],
  dataset: SceneDataset,
  { subject, scene: { theme } }: Setting,
): readonly LayerSpecification[] {
  if (subject.layers.has(dataset.id)) return layers;
  const thin: LayerSpecification = {
    id: styleLayerId(dataset.id, 'line'),
    type: 'line',
    source: dataset.id,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': MAP_COLOURS.coast[theme], 'line-width': byZoom([8, 1], [13, 2]) },
  };
  if (!subject.holders.has(dataset.id)) return [thin];
  return layers.map((layer) => fadedBeside(layer, subject.features));
}

function zones(
  layers: readonly LayerSpecification[],
  { id }: SceneDataset,
  { subject, scene: { theme } }: Setting,
): readonly LayerSpecification[] {
  const isTopic = subject.layers.has(id);
  const { verdicts } = subject;
  if (verdicts !== undefined) {
    const drawn = layers.filter((layer) => stylePartOf(layer.id) === 'line');
    return [...verdictFills(id, verdicts, theme), ...drawn];
  }
  if (subject.zones.length > 0) {
    return layers
      .filter((layer) => stylePartOf(layer.id) !== 'label')
      .map((layer) =>
        stylePartOf(layer.id) === 'fill'
          ? withPaint(layer, {
              'fill-opacity': ['case', isOneOf(subject.zones), 0.28, 0.02],
            })
          : faded(layer, 2 * GROUND),
      );
  }
  if (isTopic) return layers;
  return layers
    .filter((layer) => !['label', 'halo'].includes(stylePartOf(layer.id)))
    .map((layer) => faded(layer, 2 * GROUND));
}

function verdictFills(
  dataset: string,
  verdicts: ZonesByStanding,
  theme: Theme,
): readonly LayerSpecification[] {
  // Red and green are for verdicts alone; what takes from the headroom of the whole is amber, and its hatch where the band straddles the target.
  const tinted = <T extends string | number>(
    fail: T,
    pass: T,
    takes: T,
    adds: T,
    other: T,
  ): ExpressionSpecification => [
    'case',
    isOneOf(verdicts.fail),
    fail,
    isOneOf(verdicts.pass),
    pass,
    isOneOf(verdicts.takes),
    takes,
    isOneOf(verdicts.adds),
    adds,
    other,
  ];
  const { lost, gained, zone } = MAP_COLOURS;
  const amber = INK_COLOURS['too-close'];
  return [
    {
      id: styleLayerId(dataset, 'fill'),
      type: 'fill',
      source: dataset,
      filter: isGeometry('Polygon'),
      paint: {
        'fill-color': tinted(lost[theme], gained[theme], amber[theme], zone[theme], zone[theme]),
        'fill-opacity': tinted(0.42, 0.22, 0.42, 0.12, 0.02),
        'fill-antialias': false,
      },
    },
    {
      id: styleLayerId(dataset, 'pattern'),
      type: 'fill',
      source: dataset,
      filter: [
        'all',
        isGeometry('Polygon'),
        isOneOf([...verdicts['too-close'], ...verdicts.either]),
      ],
      paint: {
        'fill-pattern': hatchImageId(AMBER, theme),
        'fill-opacity': 0.75,
        'fill-antialias': false,
      },
    },
  ];
}

/** A layer that is the topic has larger names, one with picked features pales the others, all else is ground. */
function projects(
  layers: readonly LayerSpecification[],
  { id }: SceneDataset,
  subject: DrawnSubject,
): readonly LayerSpecification[] {
  const isNamed = (layer: LayerSpecification): boolean =>
    ['label', 'name'].includes(stylePartOf(layer.id));
  if (subject.holders.has(id))
    return layers
      .filter((layer) => !isNamed(layer))
      .map((layer) => fadedBeside(layer, subject.features));
  if (!subject.layers.has(id))
    return layers.filter((layer) => !isNamed(layer)).map((layer) => faded(layer, GROUND));
  return layers.map((layer) =>
    isNamed(layer) && layer.type === 'symbol'
      ? {
          ...layer,
          minzoom: subject.hasCallouts ? 11 : 8,
          layout: { ...layer.layout, 'text-size': LAYER_NAME_SIZE, 'text-font': FONTS.bold },
        }
      : layer,
  );
}

/** A style layer that is ground but for the picked features. */
function fadedBeside(layer: LayerSpecification, ids: readonly string[]): LayerSpecification {
  return faded(layer, ['case', isOneOf(ids), 1, GROUND]);
}

function withPaint(
  layer: LayerSpecification,
  paint: Readonly<Record<string, unknown>>,
): LayerSpecification {
  return Object.assign({}, layer, { paint: { ...layer.paint, ...paint } });
}

function isOneOf(ids: readonly string[]): ExpressionSpecification {
  return ['in', ['get', 'id'], ['literal', [...ids]]];
}

/** The marked stretch, the shapes of verdicts, and names and call-outs with a dot where they point at a place. */
function subjectLayers(
  { id, role }: SceneDataset,
  { theme, language }: MapScene,
): readonly LayerSpecification[] {
  return [
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: role,
      filter: isGeometry('LineString'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': MAP_COLOURS.accent[theme],
        'line-opacity': 0.4,
        'line-width': scaled(1, [8, 12], [13, 20]),
      },
    },
    {
      id: styleLayerId(id, 'point'),
      type: 'circle',
      source: role,
      filter: ['all', isGeometry('Point'), ['==', ['get', 'part'], 'callout']],
      paint: {
        'circle-color': ['get', 'colour'],
        'circle-radius': 5,
        'circle-stroke-color': MAP_COLOURS.halo[theme],
        'circle-stroke-width': 2,
      },
    },
    {
      id: styleLayerId(id, 'icon'),
      type: 'symbol',
      source: role,
      filter: ['all', isGeometry('Point'), ['==', ['get', 'part'], 'verdict']],
      layout: {
        'text-field': ['get', 'shape'],
        'text-font': FONTS.bold,
        'text-size': NAME_SIZE,
        'text-padding': 0,
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': ['get', 'colour'],
        'text-halo-color': MAP_COLOURS.halo[theme],
        'text-halo-width': 2,
      },
    },
    {
      id: styleLayerId(id, 'label'),
      type: 'symbol',
      source: role,
      filter: ['all', isGeometry('Point'), ['!=', ['get', 'part'], 'verdict']],
      layout: {
        'text-field': nameIn(language),
        'text-font': FONTS.bold,
        'text-size': NAME_SIZE,
        'text-variable-anchor-offset': [
          'match',
          ['get', 'side'],
          'within',
          ['literal', ['center', [0, 0], 'top', [0, 0.4], 'bottom', [0, -0.4]]],
          'west',
          ['literal', ['right', [-0.7, 0], ...OTHER_SIDES, 'left', [0.7, 0]]],
          ['literal', ['left', [0.7, 0], ...OTHER_SIDES, 'right', [-0.7, 0]]],
        ],
        'text-justify': 'auto',
        'text-max-width': 9,
        'text-line-height': 1.1,
        'text-padding': 2,
      },
      paint: {
        'text-color': ['get', 'colour'],
        'text-halo-color': MAP_COLOURS.halo[theme],
        'text-halo-width': 2.5,
      },
    },
  ];
}
