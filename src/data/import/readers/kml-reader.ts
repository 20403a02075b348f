import { type Folder, gpx, kmlWithFolders, type Root } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature, Geometry } from 'geojson';
import { type FieldValue, type ImportIssue, issue, type RawDataset } from '../raw-dataset.ts';
import { fromFeatures, plainValue } from './geojson-reader.ts';
import { prepareGpx, prepareKml } from './kml-text.ts';

type Given = Pick<RawDataset, 'file' | 'name' | 'encoding'>;

/** Properties that togeojson adds for drawing and that say nothing of the thing itself. */
const STYLE =
  /^(?:stroke|fill|icon|marker|label|styleUrl|styleHash|styleMapHash|visibility|tessellate|@geometry-type|_gpxType|coordinateProperties)/;

/**
 * Reads KML. Its folders are fields, one a level: that is where offices keep the classes. Degrees of WGS 84 by
 * the standard; programs that shift say so by the suffix, which is a hint.
 * @param isShifted true for `.ovkml`, which its program writes in GCJ-02
 */
export function readKml(written: string, given: Given, isShifted: boolean): RawDataset | undefined {
  const { text, issues } = prepareKml(written);
  const document = parseXml(text);
  if (document === undefined) return undefined;
  const found: {
    readonly feature: Feature<Geometry | null>;
    readonly folders: readonly string[];
  }[] = [];
  walk(kmlWithFolders(document), [], found);
  const links = text.match(/<NetworkLink\b/g)?.length ?? 0;
  const overlays = text.match(/<(?:Ground|Screen|Photo)Overlay\b/g)?.length ?? 0;
  const depth = Math.max(0, ...found.map(({ folders }) => folders.length));
  const dataset = fromFeatures(
    found.map(({ feature, folders }) => ({
      geometry: feature.geometry,
      properties: { ...properties(feature), ...folderProperties(folders, depth) },
    })),
    { ...given, format: 'KML' },
    isShifted ? { kind: 'hint', code: 'GCJ-02' } : { kind: 'known', code: 'EPSG:4326' },
  );
  return {
    ...dataset,
    issues: [
      ...issues,
      ...(links > 0 ? [left('network-link', links, { zh: '网络链接', en: 'network links' })] : []),
      ...(overlays > 0
        ? [left('overlay', overlays, { zh: '叠加图片', en: 'image overlays' })]
        : []),
    ],
  };
}

/** Reads GPX: waypoints, routes and tracks, in degrees of WGS 84. */
export function readGpx(written: string, given: Given): RawDataset | undefined {
  const { text, issues } = prepareGpx(written);
  const document = parseXml(text);
  if (document === undefined) return undefined;
  const dataset = fromFeatures(
    gpx(document).features.map((feature) => ({
      geometry: feature.geometry,
      properties: properties(feature),
    })),
    { ...given, format: 'GPX' },
    { kind: 'known', code: 'EPSG:4326' },
  );
  return { ...dataset, issues };
}

/** The document of a text; undefined when it is not well-formed. */
function parseXml(text: string): ReturnType<DOMParser['parseFromString']> | undefined {
  // A definition of entities could multiply the text without end.
  if (/<!ENTITY/i.test(text)) return undefined;
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level === 'fatalError') throw new Error(message);
      },
    });
    return parser.parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml');
  } catch {
    return undefined;
  }
}

function walk(
  { children }: Root | Folder,
  folders: readonly string[],
  found: { feature: Feature<Geometry | null>; folders: readonly string[] }[],
): void {
  for (const child of children) {
    if (child.type === 'Feature') found.push({ feature: child, folders });
    else if (child.type === 'folder')
      walk(child, [...folders, String(child.meta['name'] ?? '')], found);
  }
}

function folderProperties(folders: readonly string[], depth: number): Record<string, FieldValue> {
  return Object.fromEntries(
    Array.from({ length: depth }, (_, level) => [`folder_${level + 1}`, folders[level] ?? null]),
  );
}

function properties({ properties: given }: Feature<Geometry | null>): Record<string, FieldValue> {
  const own: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    if (STYLE.test(name)) continue;
    const text = isDescription(value) ? value.value : value;
    if (name === 'description' && typeof text === 'string')
      Object.assign(own, tableCells(text), { description: plainText(text) });
    else own[name] = plainValue(text);
  }
  return own;
}

function isDescription(value: unknown): value is { readonly value: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'string'
  );
}

/** Rows of two cells in a description's table, as Google Earth and ArcGIS write attributes. */
function tableCells(html: string): Record<string, FieldValue> {
  const cells: Record<string, FieldValue> = {};
  for (const [, name = '', value = ''] of html.matchAll(
    /<tr[^>]*>\s*<t[dh][^>]*>(.*?)<\/t[dh]>\s*<td[^>]*>(.*?)<\/td>\s*<\/tr>/gis,
  )) {
    const key = plainText(name);
    if (key !== '' && key !== 'description') cells[key] = plainText(value) || null;
  }
  return cells;
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function left(
  code: string,
  count: number,
  what: { readonly zh: string; readonly en: string },
): ImportIssue {
  return issue(
    `${code}-left-out`,
    'warning',
    { zh: `${count} 个${what.zh}未读入。`, en: `${count} ${what.en} were left out.` },
    { zh: '把其中的内容另存为 KML。', en: 'Save what they show as KML.' },
  );
}
