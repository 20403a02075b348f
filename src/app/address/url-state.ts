import { definedOnly } from '../../data/record.ts';
import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import { ESTUARY_CHOICES } from '../../domain/audit/estuary-choices.ts';
import { LANGUAGES, type Language } from '../../domain/bilingual.ts';
import type { ProjectFilter } from '../../domain/projects/project-filter.ts';
import { THEMES, type Theme } from '../../domain/symbology.ts';
import { type ComparedSides, formatSides, parseSides } from '../../domain/views/compared-side.ts';
import type { Camera } from '../../map/scene.ts';
import { PANELS, type Panel } from '../../ui/shell/panels.ts';
import { formatFilter, parseFilter, parseStudySetback } from './filter-params.ts';
import { joinIds, splitIds } from './id-list.ts';

/** What the address carries. Each part may be missing; none depends on another. */
export type ViewState = {
  readonly camera?: Camera;
  readonly language?: Language;
  readonly theme?: Theme;
  /** Ids of the layers shown; an empty list means none. */
  readonly layers?: readonly string[];
  /** Id of the selected feature. */
  readonly select?: string;
  /** Id of the selected protection zone. */
  readonly zone?: string;
  readonly panel?: Panel;
  /** The user's choices in the audit, where they depart from the data's rule. */
  readonly audit?: AuditChoices;
  /** The filter of projects. */
  readonly filter?: ProjectFilter;
  /** The distance to the coast that is studied, in whole metres. */
  readonly studyM?: number;
  /** Two states that are compared on the map. */
  readonly compared?: ComparedSides;
  /** Where the line between them stands, from 0 to 1. */
  readonly split?: number;
  /** Whether each of them has a map of its own. */
  readonly isSideBySide?: boolean;
  /** Number of the saved view that is open; what else the address says goes before it. */
  readonly view?: number;
  /** The mark of that view where a user made it: others have views of the same number. */
  readonly viewKey?: string;
  /** Whether the app is read-only inside another page. */
  readonly isEmbedded?: boolean;
};

/**
 * Reads an address: query for what is shown, `#map=zoom/latitude/longitude[/bearing/pitch]` for the
 * camera. A part that is missing or wrong is left out alone; nothing throws. What mail and chat programs do to a
 * link is undone: `&amp;`, `%23map=`, marks behind the end.
 */
export function parseUrlState(address: {
  readonly search: string;
  readonly hash: string;
}): ViewState {
  const { search, hash } = repairedAddress(address);
  const query = new URLSearchParams(search);
  return definedOnly({
    camera: parseCamera(new URLSearchParams(hash.replace(/^#/, '')).get('map')),
    language: oneOf(LANGUAGES, query.get('lang')),
    theme: parseTheme(query.get('theme')),
    layers: parseLayers(query.get('layers')),
    select: query.get('select') || undefined,
    zone: query.get('zone') || undefined,
    panel: oneOf(PANELS, query.get('panel')),
    audit: parseAuditChoices(query),
    filter: parseFilter(query),
    studyM: parseStudySetback(query),
    compared: parseSides(query.get('compare') ?? ''),
    split: shareOf(query.get('split')),
    isSideBySide: query.get('beside') === '1' || undefined,
    view: parseViewNumber(query.get('view')),
    viewKey: /^[\da-f]{8}$/.exec(query.get('of') ?? '')?.[0],
    isEmbedded: query.get('embed') === '1' || undefined,
  });
}

/** Writes an address that `parseUrlState` reads back as the same view. */
export function formatUrlState(view: ViewState): {
  readonly search: string;
  readonly hash: string;
} {
  const query: string[] = [];
  const put = (name: string, value: string | undefined): void => {
    if (value === undefined) return;
    // An id from data may hold half a surrogate pair, which no address can: it becomes U+FFFD.
    const text = value.replace(/\p{Surrogate}/gu, '\uFFFD');
    // Commas stay readable; everything else that a query cannot hold is escaped.
    query.push(`${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`);
  };
  put('lang', view.language);
  put('theme', view.theme);
  put('layers', view.layers && joinIds(view.layers));
  put('panel', view.panel);
  put('select', view.select);
  put('zone', view.zone);
  const { realm, numerator, estuary, target, toleranceM } = view.audit ?? {};
  put('realm', realm);
  put('count', numerator);
  put('estuary', estuary);
  put('target', target?.toString());
  put('detail', toleranceM?.toString());
  for (const [name, value] of formatFilter(view.filter ?? {})) put(name, value);
  put('setback', view.studyM?.toString());
  put('compare', view.compared && formatSides(view.compared));
  put('split', view.split?.toString());
  put('beside', view.isSideBySide ? '1' : undefined);
  put('view', view.view?.toString());
  put('of', view.viewKey);
  put('embed', view.isEmbedded ? '1' : undefined);
  return {
    search: query.length === 0 ? '' : `?${query.join('&')}`,
    hash: view.camera === undefined ? '' : `#map=${formatCamera(view.camera)}`,
  };
}

/** Takes back what other programs do to a link: HTML's `&amp;`, and a hash that was escaped with the query. */
function repairedAddress({ search, hash }: { readonly search: string; readonly hash: string }): {
  readonly search: string;
  readonly hash: string;
} {
  const plain = search.replaceAll('&amp;', '&');
  const [, query = plain, escaped = ''] = /^(.*?)(%23map=.*)$/is.exec(plain) ?? [];
  const isEscaped = escaped !== '' && !hash.startsWith('#map=');
  return {
    search: escaped === '' ? plain : query,
    hash: (isEscaped ? `#${escaped.slice(3)}` : hash).replaceAll('&amp;', '&'),
  };
}

/** Ids between commas. Nothing means no layers; commas alone mean nothing at all. */
function parseLayers(text: string | null): readonly string[] | undefined {
  if (text === null) return undefined;
  const ids = splitIds(text);
  return ids.length === 0 && text !== '' ? undefined : ids;
}

/** A whole number from 1, written plainly. */
function parseViewNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** Reads an address that stands in one text: `?layers=ports#map=10/35.9/120`. */
export function parseUrlText(text: string): ViewState {
  const [, search = '', hash = ''] = /^([^#]*)(.*)$/s.exec(text) ?? [];
  return parseUrlState({ search, hash });
}

function parseAuditChoices(query: URLSearchParams): AuditChoices | undefined {
  const target = shareOf(query.get('target'));
  const toleranceM = shareOf(query.get('detail'), 1000);
  const choices = definedOnly({
    realm: oneOf(['mainland', 'island', 'all'], query.get('realm')),
    numerator: oneOf(['with-restored', 'native'], query.get('count')),
    estuary: oneOf(ESTUARY_CHOICES, query.get('estuary')),
    target,
    toleranceM,
  });
  return Object.keys(choices).length === 0 ? undefined : choices;
}

/** A number from 0 to a limit; anything else is no number. */
function shareOf(text: string | null, limit = 1): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const value = Number(text);
  return isWithin(value, 0, limit) ? value : undefined;
}

/** Numbers between strokes. A mark behind them, and what follows it, belong to the text around the link. */
function parseCamera(text: string | null): Camera | undefined {
  const [numbers = ''] = /^[-+\d./]+/.exec(text ?? '') ?? [];
  if (/^\w/.test((text ?? '').slice(numbers.length))) return undefined;
  const parts = numbers.replace(/\.+$/, '').split('/');
  if (parts.length < 3 || parts.length > 5 || parts.some((part) => part.trim() === ''))
    return undefined;
  const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN, bearing = 0, pitch = 0] =
    parts.map(Number);
  const isSound =
    isWithin(zoom, 0, 24) &&
    isWithin(latitude, -90, 90) &&
    isWithin(longitude, -180, 180) &&
    isWithin(bearing, -360, 360) &&
    isWithin(pitch, 0, 85);
  return isSound ? { zoom, latitude, longitude, bearing, pitch } : undefined;
}

function formatCamera({ zoom, latitude, longitude, bearing, pitch }: Camera): string {
  const parts = [round(zoom, 2), round(latitude, 5), round(longitude, 5)];
  const [turn, tilt] = [round(bearing, 1), round(pitch, 1)];
  if (turn !== 0 || tilt !== 0) parts.push(turn, tilt);
  return parts.join('/');
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function round(value: number, decimals: number): number {
  // `+ 0` turns -0 into 0, which would read back as another number.
  return Number(value.toFixed(decimals)) + 0;
}

/** Earlier links call the projector theme `room`. */
function parseTheme(text: string | null): Theme | undefined {
  return oneOf(THEMES, text === 'room' ? 'projector' : text);
}

function oneOf<T extends string>(allowed: readonly T[], text: string | null): T | undefined {
  return allowed.find((value) => value === text);
}
