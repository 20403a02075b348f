import type * as v from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LoadError } from '../../domain/load-error.ts';
import type { OriginFault } from '../embed/host-origins.ts';
import { formatValue } from '../format-value.ts';
import { structureError, withPlace } from '../geojson/structure-error.ts';
import { getOwn, type JsonRecord } from '../record.ts';
import { type JsonPath, placeFinder } from '../text/json-text.ts';
import { describeFault } from './catalogue-labels.ts';
import type { CatalogueOptions } from './catalogue-options.ts';

/** Why an entry for a layer cannot be used. */
export type LayerFault =
  | { readonly kind: 'structure'; readonly fault: v.BaseIssue<unknown> }
  | { readonly kind: 'not-drawn'; readonly sourceKind: unknown }
  | { readonly kind: 'id-twice'; readonly id: string }
  | { readonly kind: 'no-group'; readonly group: string };

/** A fault that leaves the rest of a catalogue usable; `index` is the place of a layer in the list. */
export type CatalogueFault =
  | (LayerFault & { readonly index: number })
  | { readonly kind: 'option'; readonly name: keyof CatalogueOptions }
  | { readonly kind: 'origin'; readonly fault: OriginFault };

/** Returns the error of a catalogue that cannot be used, with place and cure. */
export function frameError(
  text: string,
  file: string,
  fault: v.BaseIssue<unknown> | undefined,
): Promise<LoadError> {
  return structureError({
    text,
    file,
    path: fault === undefined ? [] : pathOf(fault),
    message: fault === undefined ? NO_OBJECT : describeFault(fault),
    cure: {
      zh: '按 geodata/README.md 中的图层目录格式改正后重新载入。',
      en: 'Correct it after the catalogue format in geodata/README.md, then load again.',
    },
  });
}

/** Returns the issues of single entries of a catalogue, each with its place. */
export async function catalogueIssues(
  faults: readonly CatalogueFault[],
  {
    text,
    file,
    value,
  }: { readonly text: string; readonly file: string; readonly value: JsonRecord },
): Promise<readonly Issue[]> {
  if (faults.length === 0) return [];
  const placeOf = await placeFinder(text);
  return faults.map((fault) => {
    const { code, path, message, cure } = entryFault(fault, value);
    return {
      code,
      kind: 'logical-consistency',
      severity: 'error',
      dataset: file,
      path,
      message: withPlace(message, file, placeOf(path), path),
      cure,
    };
  });
}

const NO_OBJECT: Bilingual = { zh: '应为对象。', en: 'expected an object.' };

/** A fault in words, with the path to it from the root. */
type EntryFault = {
  readonly code: string;
  readonly path: JsonPath;
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

function entryFault(fault: CatalogueFault, value: JsonRecord): EntryFault {
  switch (fault.kind) {
    case 'origin':
      return { code: 'embedding-origin', ...fault.fault };
    case 'option':
      return optionFault(fault.name, getOwn(value, fault.name));
    case 'structure':
    case 'not-drawn':
    case 'id-twice':
    case 'no-group':
      return setAside(layerFault(fault), fault.index);
  }
}

function layerFault(fault: LayerFault): EntryFault {
  switch (fault.kind) {
    case 'structure':
      return misentered(pathOf(fault.fault), describeFault(fault.fault));
    case 'not-drawn':
      return notDrawn(fault.sourceKind);
    case 'id-twice':
      return misentered(['id'], {
        zh: `图层编号“${fault.id}”重复。`,
        en: `The layer id "${fault.id}" is used twice.`,
      });
    case 'no-group':
      return misentered(['group'], {
        zh: `没有名为“${fault.group}”的分组。`,
        en: `There is no group "${fault.group}".`,
      });
  }
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

/** What each option of a catalogue is to be. */
const EXPECTED: Readonly<Record<keyof CatalogueOptions, Bilingual>> = {
  bounds: {
    zh: '应为 [西, 南, 东, 北]，并包含整个 extent',
    en: 'expected [west, south, east, north] around all of extent',
  },
  projectedCrs: {
    zh: '应为 CGCS2000 高斯—克吕格投影的代码，EPSG:4491 至 EPSG:4554',
    en: 'expected a Gauss–Krüger zone of CGCS2000, EPSG:4491 to EPSG:4554',
  },
  reviewNumber: {
    zh: '应为审图号文字，如 GS(2026)0000号',
    en: 'expected a text such as GS(2026)0000号',
  },
  notice: { zh: '应有 zh 和 en 两种文字', en: 'expected a text in zh and en' },
  articleCount: { zh: '应为从 1 起的整数', en: 'expected a whole number from 1' },
};

function optionFault(name: keyof CatalogueOptions, value: unknown): EntryFault {
  const { zh, en } = EXPECTED[name];
  const found = formatValue(value);
  return {
    code: 'catalogue-option',
    path: [name],
    message: { zh: `${zh}，实为 ${found}。`, en: `${en}, found ${found}.` },
    cure: {
      zh: '改正或删去；现按缺省处理。',
      en: 'Correct it or take it out; until then it is as if it were absent.',
    },
  };
}

function pathOf(fault: v.BaseIssue<unknown>): JsonPath {
  return (fault.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
