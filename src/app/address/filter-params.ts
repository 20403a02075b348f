import { CERTAINTIES, CONFLICT_KINDS, STUDY_SETBACK_M } from '../../domain/conflicts/conflict.ts';
import { ACCURACY_GRADES, PROJECT_STATUSES } from '../../domain/project.ts';
import { isFiltering, type ProjectFilter } from '../../domain/projects/project-filter.ts';

import { joinIds, splitIds } from './id-list.ts';

/** The longest distance to the coast that an address may ask for, in metres. */
const FARTHEST_M = 100_000;
/** The highest number of an article that an address may ask for. */
const LAST_ARTICLE = 999;

/**
 * Reads the filter of projects from an address: `in` (layers), `status`, `article`, `accuracy`,
 * `located` (yes or no), `near` (metres to the coast), `within` (zones), `conflict` (kinds), `sure` (certain,
 * possible). Values that make no sense are left out; a part without any falls back alone.
 */
export function parseFilter(query: URLSearchParams): ProjectFilter | undefined {
  const layers = unique(splitIds(query.get('in')));
  const statuses = known(PROJECT_STATUSES, listOf(query, 'status'));
  const articles = listOf(query, 'article')
    .filter((text) => /^\d+$/.test(text))
    .map(Number)
    .filter((article) => article >= 1 && article <= LAST_ARTICLE);
  const grades = known(ACCURACY_GRADES, listOf(query, 'accuracy'));
  const located = query.get('located');
  const near = /^\d+(\.\d+)?$/.test(query.get('near') ?? '')
    ? Number(query.get('near'))
    : Number.NaN;
  const zones = unique(splitIds(query.get('within')));
  const conflicts = known(CONFLICT_KINDS, listOf(query, 'conflict'));
  const certainties = known(CERTAINTIES, listOf(query, 'sure'));
  const filter: ProjectFilter = {
    ...(layers.length > 0 && { layers }),
    ...(statuses.length > 0 && { statuses }),
    ...(articles.length > 0 && { articles }),
    ...(grades.length > 0 && { grades }),
    ...((located === 'yes' || located === 'no') && { isLocated: located === 'yes' }),
    ...(near <= FARTHEST_M && { nearM: near }),
    ...(zones.length > 0 && { zones }),
    ...(conflicts.length > 0 && { conflicts }),
    ...(certainties.length > 0 && { certainties }),
  };
  return isFiltering(filter) ? filter : undefined;
}

/** Reads the study distance, `setback` in metres; one that cannot be set falls back alone. */
export function parseStudySetback(query: URLSearchParams): number | undefined {
  const text = query.get('setback') ?? '';
  const metres = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return metres >= STUDY_SETBACK_M.least && metres <= STUDY_SETBACK_M.most ? metres : undefined;
}

/** The parts of an address that hold a filter, by name; nothing for what it does not ask. */
export function formatFilter(
  filter: ProjectFilter,
): readonly (readonly [name: string, value: string])[] {
  const { layers, statuses, articles, grades, isLocated, nearM, zones, conflicts, certainties } =
    filter;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['in', layers && joinIds(layers)],
    ['status', statuses?.join(',')],
    ['article', articles?.join(',')],
    ['accuracy', grades?.join(',')],
    ['located', isLocated === undefined ? undefined : isLocated ? 'yes' : 'no'],
    ['near', nearM?.toString()],
    ['within', zones && joinIds(zones)],
    ['conflict', conflicts?.join(',')],
    ['sure', certainties?.join(',')],
  ];
  return parts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
}

function listOf(query: URLSearchParams, name: string): readonly string[] {
  const values = query.get(name)?.split(',') ?? [];
  return unique(values).filter((value) => value !== '');
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function known<T extends string>(allowed: readonly T[], values: readonly string[]): readonly T[] {
  return values.flatMap((text) => allowed.find((value) => value === text) ?? []);
}
