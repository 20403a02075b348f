import * as v from 'valibot';
import { type Catalogue, type CatalogueLayer, LAYER_ROLES } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { HostOrigins } from '../embed/host-origins.ts';
import { getOwn, isRecord } from '../record.ts';
import {
  type CatalogueFault,
  catalogueIssues,
  frameError,
  type LayerFault,
} from './catalogue-faults.ts';
import { readCatalogueOptions } from './catalogue-options.ts';
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
 * whole file is an error; a faulty layer is set aside, a faulty option has its default, each with an issue.
 */
export async function readBySchema(
  value: unknown,
  { text, file }: { readonly text: string; readonly file: string },
): Promise<Result<ParsedCatalogue, LoadError>> {
  const frame = v.safeParse(Frame, value);
  if (!frame.success || !isRecord(value))
    return failed(await frameError(text, file, frame.issues?.[0]));
  const { title, extent, groups, layers, embedding } = frame.output;
  const { options, unusable } = readCatalogueOptions(value, extent);
  const faults: CatalogueFault[] = unusable.map((name) => ({ kind: 'option', name }));
  const kept: CatalogueLayer[] = [];
  for (const [index, entry] of layers.entries()) {
    const layer = readLayer(entry, { kept, groups });
    if (layer.ok) kept.push(layer.value);
    else faults.push({ ...layer.error, index });
  }
  const hosts = await readHosts(embedding);
  faults.push(...hosts.faults.map((fault) => ({ kind: 'origin' as const, fault })));
  return ok({
    catalogue: { title, extent, ...options, groups, layers: kept, hostOrigins: hosts.origins },
    issues: await catalogueIssues(faults, { text, file, value }),
  });
}

/** The pages that may control the map; the code for that is fetched where a catalogue names any. */
async function readHosts(embedding: unknown): Promise<HostOrigins> {
  if (embedding === undefined) return { origins: [], faults: [] };
  const { readHostOrigins } = await import('../embed/host-origins.ts');
  return readHostOrigins(embedding);
}

function readLayer(
  value: unknown,
  { kept, groups }: Pick<Catalogue, 'groups'> & { readonly kept: readonly CatalogueLayer[] },
): Result<CatalogueLayer, LayerFault> {
  const source = isRecord(value) ? getOwn(value, 'source') : undefined;
  const sourceKind = isRecord(source) ? getOwn(source, 'kind') : undefined;
  if (NOT_DRAWN.includes(sourceKind)) return failed({ kind: 'not-drawn', sourceKind });
  const layer = v.safeParse(Layer, value);
  if (!layer.success) return failed({ kind: 'structure', fault: layer.issues[0] });
  const { id, group } = layer.output;
  if (kept.some((other) => other.id === id)) return failed({ kind: 'id-twice', id });
  if (!groups.some((other) => other.id === group)) return failed({ kind: 'no-group', group });
  return ok(toLayer(layer.output));
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
