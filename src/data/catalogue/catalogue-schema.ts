import * as v from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import { type Catalogue, type CatalogueLayer, LAYER_ROLES } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { HostOrigins } from '../embed/host-origins.ts';
import { formatValue } from '../format-value.ts';
import { structureError, withPlace } from '../geojson/structure-error.ts';
import { getOwn, isRecord } from '../record.ts';
import { type JsonPath, placeFinder } from '../text/json-text.ts';
import { describeFault } from './catalogue-labels.ts';
import { DATA_PATH, LAYER_ID } from './plain-catalogue.ts';

const BilingualText = v.object({ zh: v.string(), en: v.string() });
const Longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const Latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));

/** The box that the map opens on; west must be less than east, and south less than north. */
const Extent = v.pipe(
  v.tuple([Longitude, Latitude, Longitude, Latitude]),
  v.check(([west, south, east, north]) => west < east && south < north),
);

const Frame = v.object({
  version: v.literal(1),
  title: BilingualText,
  extent: Extent,
  groups: v.array(v.object({ id: v.string(), title: BilingualText })),
  layers: v.array(v.unknown()),
  embedding: v.optional(v.unknown()),
});

const Layer = v.object({
  id: v.pipe(v.string(), v.regex(LAYER_ID)),
  role: v.picklist(LAYER_ROLES),
  title: BilingualText,
  group: v.string(),
  source: v.object({
    kind: v.optional(v.literal('geojson'), 'geojson'),
    url: v.pipe(v.string(), v.regex(DATA_PATH)),
  }),
  symbology: v.string(),
  visible: v.boolean(),
  metadata: v.object({
    abstract: BilingualText,
    source: BilingualText,
    method: BilingualText,
    accuracy: BilingualText,
    licence: v.string(),
    attribution: v.string(),
    date: v.string(),
    equivalentScale: v.optional(v.pipe(v.number(), v.minValue(1))),
    waterLevel: v.optional(BilingualText),
  }),
});

/** Source types that a catalogue may contain and that this version does not draw. */
const NOT_DRAWN: readonly unknown[] = ['pmtiles', 'vector', 'raster', 'ogc-features'];

/** A catalogue, and the issues of single layers in it. */
export type ParsedCatalogue = { readonly catalogue: Catalogue; readonly issues: readonly Issue[] };

/**
 * Reads a catalogue in which something is not plain: faulty, or more than the first load knows. A fault of the
 * whole file is an error; a faulty layer is set aside with an issue.
 */
export async function readBySchema(
  value: unknown,
  { text, file }: { readonly text: string; readonly file: string },
): Promise<Result<ParsedCatalogue, LoadError>> {
  const frame = v.safeParse(Frame, value);
  if (!frame.success) return failed(await frameError(text, file, frame.issues[0]));
  const { title, extent, groups, layers, embedding } = frame.output;
  const faults: EntryFault[] = [];
  const kept: CatalogueLayer[] = [];
  for (const [index, entry] of layers.entries()) {
    const layer = readLayer(entry, { kept, groups });
    if (layer.ok) kept.push(layer.value);
    else faults.push(setAside(layer.error, index));
  }
  const hosts = await readHosts(embedding);
  faults.push(...hosts.faults.map((fault) => ({ ...fault, code: 'embedding-origin' })));
  return ok({
    catalogue: { title, extent, groups, layers: kept, hostOrigins: hosts.origins },
    issues: await entryIssues(text, file, faults),
  });
}

/** The pages that may control the map; the code for that is fetched where a catalogue names any. */
async function readHosts(embedding: unknown): Promise<HostOrigins> {
  if (embedding === undefined) return { origins: [], faults: [] };
  const { readHostOrigins } = await import('../embed/host-origins.ts');
  return readHostOrigins(embedding);
}

/** The fault that makes one entry unusable, with two paths to it: from the layer and from the root. */
type EntryFault = {
  readonly code: string;
  readonly path: JsonPath;
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

function readLayer(
  value: unknown,
  { kept, groups }: Pick<Catalogue, 'groups'> & { readonly kept: readonly CatalogueLayer[] },
): Result<CatalogueLayer, EntryFault> {
  const source = isRecord(value) ? getOwn(value, 'source') : undefined;
  const kind = isRecord(source) ? getOwn(source, 'kind') : undefined;
  if (NOT_DRAWN.includes(kind)) return failed(notDrawn(kind));
  const layer = v.safeParse(Layer, value);
  if (!layer.success) {
    const [fault] = layer.issues;
    return failed(misentered(pathOf(fault), describeFault(fault)));
  }
  const { id, group } = layer.output;
  if (kept.some((other) => other.id === id)) {
    const message = { zh: `图层编号“${id}”重复。`, en: `The layer id "${id}" is used twice.` };
    return failed(misentered(['id'], message));
  }
  if (!groups.some((other) => other.id === group)) {
    const message = { zh: `没有名为“${group}”的分组。`, en: `There is no group "${group}".` };
    return failed(misentered(['group'], message));
  }
  return ok(toLayer(layer.output));
}

function setAside({ path, message, ...fault }: EntryFault, index: number): EntryFault {
  return {
    ...fault,
    path: ['layers', index, ...path],
    message: { zh: `${message.zh}该图层已搁置。`, en: `${message.en} The layer is set aside.` },
  };
}

function notDrawn(kind: unknown): EntryFault {
  return {
    code: 'source-kind-not-drawn',
    path: ['source', 'kind'],
    message: {
      zh: `本版本只绘制 geojson，不能绘制 ${formatValue(kind)}。`,
      en: `this version draws geojson only, not ${formatValue(kind)}.`,
    },
    cure: {
      zh: '把该图层另存为 GeoJSON 文件放入 geodata，并登记为 geojson。',
      en: 'Save the layer as a GeoJSON file in geodata and enter it as geojson.',
    },
  };
}

function misentered(path: JsonPath, message: Bilingual): EntryFault {
  return {
    code: 'catalogue-layer',
    path,
    message,
    cure: {
      zh: '改正该图层的登记后重新载入。',
      en: 'Correct the entry of this layer and load again.',
    },
  };
}

function toLayer({ visible, metadata, ...layer }: v.InferOutput<typeof Layer>): CatalogueLayer {
  const { equivalentScale, waterLevel, ...known } = metadata;
  return {
    ...layer,
    isVisible: visible,
    metadata: {
      ...known,
      ...(equivalentScale !== undefined && { equivalentScale }),
      ...(waterLevel !== undefined && { waterLevel }),
    },
  };
}

type Fault = v.BaseIssue<unknown>;

function frameError(text: string, file: string, fault: Fault): Promise<LoadError> {
  return structureError({
    text,
    file,
    path: pathOf(fault),
    message: describeFault(fault),
    cure: {
      zh: '按 geodata/README.md 中的图层目录格式改正后重新载入。',
      en: 'Correct it after the catalogue format in geodata/README.md, then load again.',
    },
  });
}

async function entryIssues(
  text: string,
  file: string,
  faults: readonly EntryFault[],
): Promise<readonly Issue[]> {
  if (faults.length === 0) return [];
  const placeOf = await placeFinder(text);
  return faults.map(({ code, path, message, cure }) => ({
    code,
    kind: 'logical-consistency',
    severity: 'error',
    dataset: file,
    path,
    message: withPlace(message, file, placeOf(path), path),
    cure,
  }));
}

function pathOf(fault: Fault): JsonPath {
  return (fault.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
