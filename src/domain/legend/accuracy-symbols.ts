import type { Geometry } from 'geojson';
import {
  ACCURACY_GRADES,
  type AccuracyGrade,
  accuracyGrade,
  type Project,
  type ProjectStatus,
} from '../project.ts';
import type { LayerSymbol } from '../symbology.ts';

/** How a position is drawn, depending on its accuracy. */
type AccuracyDrawing = {
  /** A site is a ring instead of a disc, and an area is hardly filled. */
  readonly isHollow: boolean;
  /** Plain lines and the outlines of areas are dashed. */
  readonly isDashed: boolean;
  /** The circle within which the site lies is drawn. */
  readonly hasCircle: boolean;
};

const AS_KNOWN: AccuracyDrawing = { isHollow: false, isDashed: false, hasCircle: false };

/** How each grade of accuracy is drawn; the map, the legend and its symbols use this table. */
export const ACCURACY_DRAWINGS: Readonly<Record<AccuracyGrade, AccuracyDrawing>> = {
  surveyed: AS_KNOWN,
  sketched: AS_KNOWN,
  coarse: { isHollow: true, isDashed: true, hasCircle: false },
  'area-only': { isHollow: true, isDashed: true, hasCircle: true },
  unlocated: AS_KNOWN,
};

/** The grades that are drawn with one property of the table, in the order of the grades. */
export function gradesDrawn(how: keyof AccuracyDrawing): readonly AccuracyGrade[] {
  return ACCURACY_GRADES.filter((grade) => ACCURACY_DRAWINGS[grade][how]);
}

/**
 * Symbols for the certainty of a drawing: a hollow site, the circle in which it lies, a soft band, a dashed line or
 * outline, a dashed road, which is not built yet, and a hollow one, which is being widened.
 */
export const ACCURACY_SYMBOLS = [
  'hollow',
  'circle',
  'soft',
  'dashed',
  'new-road',
  'wider-road',
] as const;
/** One symbol for the certainty of a drawing. */
export type AccuracySymbol = (typeof ACCURACY_SYMBOLS)[number];

/** When and how a kind of line is dashed. */
type DashRule = {
  /** Statuses of projects that are tentative or not built yet. */
  readonly statuses: readonly ProjectStatus[];
  /** Whether a coarse position dashes the line too. */
  readonly followsAccuracy: boolean;
  /** Dash and gap in widths of the line, as MapLibre takes them. */
  readonly dashes: readonly [dash: number, gap: number];
  readonly symbol: AccuracySymbol;
};

/** Roads are dashed until they are built; other lines are dashed when they are tentative. */
export const DASH_RULES: Readonly<Record<LayerSymbol['line'], DashRule>> = {
  plain: {
    statuses: ['propose', 'study'],
    followsAccuracy: true,
    dashes: [3, 1.4],
    symbol: 'dashed',
  },
  rail: {
    statuses: ['propose', 'study'],
    followsAccuracy: false,
    dashes: [8, 1.2],
    symbol: 'dashed',
  },
  road: {
    statuses: ['build', 'propose', 'study'],
    followsAccuracy: false,
    dashes: [3, 1.4],
    symbol: 'new-road',
  },
};

/** The status of a road that is drawn hollow: it exists and is widened. */
export const WIDENED: ProjectStatus = 'expand';

/**
 * The certainty symbol of a located project in a layer with a kind of line; undefined when the drawing is
 * certain.
 */
export function accuracySymbol(
  project: Pick<Project, 'accuracyM' | 'geometry' | 'status'>,
  line: LayerSymbol['line'],
): AccuracySymbol | undefined {
  const { geometry, status } = project;
  if (geometry === undefined) return undefined;
  const { isHollow, isDashed } = ACCURACY_DRAWINGS[accuracyGrade(project)];
  if (isSite(geometry)) return isHollow ? 'hollow' : undefined;
  if (isDrawnAsLine(geometry) && coarseRadius(project) !== undefined) return 'soft';
  if (line === 'road' && status === WIDENED && isDrawnAsLine(geometry)) return 'wider-road';
  const { statuses, followsAccuracy, symbol } = DASH_RULES[line];
  return statuses.includes(status) || (followsAccuracy && isDashed) ? symbol : undefined;
}

/**
 * The zoom from which the accuracy circles of all sites are drawn. Below it, what is known worst would be the largest
 * thing on the map; the circle of the selected site is drawn at every zoom.
 */
export const CIRCLE_ZOOM = 11;

/** The radius in metres of the accuracy circle of a project; undefined when no circle is drawn. */
export function circleRadius(project: Pick<Project, 'accuracyM' | 'geometry'>): number | undefined {
  return project.geometry?.type === 'Point' ? coarseRadius(project) : undefined;
}

/** The stated accuracy in metres of what is drawn softly, for it is known to no better than 5 km; undefined for the rest. */
export function coarseRadius(project: Pick<Project, 'accuracyM' | 'geometry'>): number | undefined {
  return ACCURACY_DRAWINGS[accuracyGrade(project)].hasCircle ? project.accuracyM : undefined;
}

/** Whether a geometry is drawn as lines. */
export function isDrawnAsLine({ type }: Geometry): boolean {
  return type.endsWith('LineString');
}

/** Whether a geometry is drawn as dots. */
export function isSite({ type }: Geometry): boolean {
  return type === 'Point' || type === 'MultiPoint';
}
