import type { Bilingual, Language } from './bilingual.ts';
import type { CoastStatus } from './coast-status.ts';
import type { BoundingBox } from './geometry.ts';
import { WORLD } from './map-bounds.ts';

/** What is known about a dataset: a subset of ISO 19115-1. */
export type DatasetMetadata = {
  readonly abstract: Bilingual;
  /** The origin of the data and how they were made (LI_Lineage). */
  readonly source: Bilingual;
  readonly method: Bilingual;
  readonly accuracy: Bilingual;
  readonly licence: string;
  /** The credit line that the map always shows: one for both languages, or one each. */
  readonly attribution: string | Bilingual;
  /** ISO 8601, year, month or day. */
  readonly date: string;
  readonly equivalentScale?: number;
  readonly waterLevel?: Bilingual;
};

/** Where a layer's features come from. */
export type DatasetSource = { readonly kind: 'geojson'; readonly url: string };

/** The contents of a layer, which decide how its file is read; `shown` is drawn and counts nowhere. */
export const LAYER_ROLES = ['projects', 'coastline', 'zones', 'base', 'shown'] as const;
/** The contents of a layer, which decide how its file is read. */
export type LayerRole = (typeof LAYER_ROLES)[number];

/** A layer of the catalogue: the unit that the user switches on and off. */
export type CatalogueLayer = {
  readonly id: string;
  readonly role: LayerRole;
  readonly title: Bilingual;
  /** Group id of the catalogue. */
  readonly group: string;
  readonly source: DatasetSource;
  /** A copy of the plan's own layer that the user edits. */
  readonly isPlanCopy?: true;
  /** False for coast or zones of the user that no figure counts. */
  readonly isCounted?: false;
  /** Key into the symbology table. */
  readonly symbology: string;
  readonly isVisible: boolean;
  readonly metadata: DatasetMetadata;
};

/** The parsed `geodata/catalogue.json`; layers are ordered from bottom to top of the list. */
export type Catalogue = {
  readonly title: Bilingual;
  /** The box that the first view shows. */
  readonly extent: BoundingBox;
  /** The box that the camera and the sites of scenarios may not leave; it holds the extent. */
  readonly bounds: BoundingBox;
  /** The Gauss–Krüger zone of CGCS2000 in which the plan writes metres, as `EPSG:4549`, where it states one. */
  readonly projectedCrs?: string | undefined;
  /** The map review number (审图号) of the published map. */
  readonly reviewNumber?: string | undefined;
  /** What stands beside the credits instead of the app's own notice. */
  readonly notice?: Bilingual | undefined;
  /** The number of the plan's last article. */
  readonly articleCount?: number | undefined;
  readonly groups: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly layers: readonly CatalogueLayer[];
  /**
   * Origins of the pages that may send messages to an embedded map, as `https://host[:port]`; none when
   * empty.
   */
  readonly hostOrigins: readonly string[];
};

/** Where a plan lies: what a typed position needs to be read and judged. */
export type PlanFrame = Pick<Catalogue, 'extent' | 'bounds' | 'projectedCrs'>;

/** The frame while no plan is known: the whole world, in degrees alone. */
export const WORLD_FRAME: PlanFrame = { extent: WORLD, bounds: WORLD };

/** How official a map is: where its coast comes from, its review number, and the plan's own notice. */
export type MapStanding = Pick<Catalogue, 'reviewNumber' | 'notice'> & {
  readonly coastStatus: CoastStatus;
};

/**
 * Lists the credits of layers in a language, each once; an attribution may name several sources, separated by
 * semicolons.
 */
export function creditsOf(
  layers: readonly CatalogueLayer[],
  language: Language,
): readonly string[] {
  const credits = layers.flatMap(({ metadata: { attribution } }) =>
    creditIn(attribution, language).split(/\s*[;；]\s*/),
  );
  return [...new Set(credits)];
}

/** A credit in a language. */
export function creditIn(attribution: string | Bilingual, language: Language): string {
  return typeof attribution === 'string' ? attribution : attribution[language];
}

/** A credit for a file that is in no language: both, where they differ. */
export function creditInBoth(attribution: string | Bilingual): string {
  return [...new Set([creditIn(attribution, 'zh'), creditIn(attribution, 'en')])].join(' / ');
}
