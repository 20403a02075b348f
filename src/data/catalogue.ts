import * as v from 'valibot';
import { type Catalogue, type CatalogueLayer, LAYER_ROLES } from '../domain/dataset.ts';
import type { Issue } from '../domain/issue.ts';
import type { LoadError } from '../domain/load-error.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { parseJsonText } from './json-text.ts';
import { structureError } from './structure-error.ts';

const Bilingual = v.object({ zh: v.string(), en: v.string() });
const Longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const Latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));

/** A box that the map can open on: west of its east and south of its north. */
const Extent = v.pipe(
  v.tuple([Longitude, Latitude, Longitude, Latitude]),
  v.check(([west, south, east, north]) => west < east && south < north),
);

const Frame = v.object({
  version: v.literal(1),
  title: Bilingual,
  extent: Extent,
  groups: v.array(v.object({ id: v.string(), title: Bilingual })),
  layers: v.array(v.unknown()),
});

const Layer = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  role: v.picklist(LAYER_ROLES),
  title: Bilingual,
  group: v.string(),
  source: v.object({
    kind: v.picklist(['geojson', 'pmtiles', 'vector', 'raster', 'ogc-features']),
    // Inside geodata only: a catalogue can name files beside it, not addresses elsewhere.
    url: v.pipe(v.string(), v.regex(/^(?!.*\.\.)[\w\-.]+(\/[\w\-.]+)*$/)),
  }),
  symbology: v.string(),
  visible: v.boolean(),
  metadata: v.object({
    abstract: Bilingual,
    source: Bilingual,
    method: Bilingual,
    accuracy: Bilingual,
    licence: v.string(),
    attribution: v.string(),
    date: v.string(),
    equivalentScale: v.optional(v.pipe(v.number(), v.minValue(1))),
    waterLevel: v.optional(Bilingual),
  }),
});

/** A catalogue and what was wrong with single layers of it. */
export type ParsedCatalogue = { readonly catalogue: Catalogue; readonly issues: readonly Issue[] };

/**
 * Reads `catalogue.json`. A fault of the whole names line, column and cure; a faulty layer is set
 * aside with an issue and leaves the others alone.
 */
export async function parseCatalogue(
  text: string,
  file: string,
): Promise<Result<ParsedCatalogue, LoadError>> {
  const json = await parseJsonText(text, file);
  if (!json.ok) return json;
  const frame = v.safeParse(Frame, json.value);
  if (!frame.success) return failed(await frameError(text, file, frame.issues[0]));
  const { title, extent, groups, layers } = frame.output;
  const issues: Issue[] = [];
  const kept: CatalogueLayer[] = [];
  for (const [index, value] of layers.entries()) {
    const path = ['layers', index];
    const layer = v.safeParse(Layer, value);
    if (!layer.success) {
      const [fault] = layer.issues;
      issues.push(layerIssue(file, [...path, ...pathOf(fault)], describe(fault)));
    } else if (kept.some(({ id }) => id === layer.output.id)) {
      issues.push(
        layerIssue(file, [...path, 'id'], {
          zh: `图层编号“${layer.output.id}”重复。`,
          en: `The layer id "${layer.output.id}" is used twice.`,
        }),
      );
    } else if (!groups.some(({ id }) => id === layer.output.group)) {
      issues.push(
        layerIssue(file, [...path, 'group'], {
          zh: `没有名为“${layer.output.group}”的分组。`,
          en: `There is no group "${layer.output.group}".`,
        }),
      );
    } else {
      kept.push(toLayer(layer.output));
    }
  }
  return ok({ catalogue: { title, extent, groups, layers: kept }, issues });
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
    message: describe(fault),
    cure: {
      zh: '按 geodata/README.md 中的图层目录格式改正后重新载入。',
      en: 'Correct it after the catalogue format in geodata/README.md, then load again.',
    },
  });
}

function layerIssue(
  file: string,
  path: readonly (string | number)[],
  message: Issue['message'],
): Issue {
  return {
    code: 'catalogue-layer',
    kind: 'logical-consistency',
    severity: 'error',
    dataset: file,
    path,
    message: {
      zh: `catalogue.json 的 ${path.join('.')}：${message.zh}该图层已搁置。`,
      en: `catalogue.json at ${path.join('.')}: ${message.en} The layer is set aside.`,
    },
    cure: {
      zh: '改正该图层的登记后重新载入。',
      en: 'Correct the entry of this layer and load again.',
    },
  };
}

function pathOf(fault: Fault): readonly (string | number)[] {
  return (fault.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function describe({ expected, received }: Fault): Issue['message'] {
  return {
    zh: `应为 ${expected ?? '其他值'}，实为 ${received}。`,
    en: `expected ${expected ?? 'another value'}, found ${received}.`,
  };
}
