import type { LineString, MultiLineString } from 'geojson';
import type { Bilingual } from './bilingual.ts';

/**
 * Shore classes: the four natural ones, `natural` for natural coast whose kind the data do not state, the river
 * mouth, the repaired and the built.
 */
export const COASTLINE_CLASSES = [
  'bedrock',
  'sandy',
  'muddy',
  'biogenic',
  'natural',
  'estuary',
  'restored',
  'artificial',
] as const;
/** The class of a stretch of coastline, from `COASTLINE_CLASSES`. */
export type CoastlineClass = (typeof COASTLINE_CLASSES)[number];

/** The uses of an artificial stretch. */
export const COASTLINE_USES = [
  'port',
  'shipyard',
  'aquaculture',
  'salt-pan',
  'revetment',
  'reclamation',
  'road',
  'fishing-harbour',
  'other',
] as const;
/** The use of an artificial stretch, from `COASTLINE_USES`. */
export type CoastlineUse = (typeof COASTLINE_USES)[number];

/** The two kinds of coast; the statutory ratio counts the mainland only. */
export const REALMS = ['mainland', 'island'] as const;
/** Whether a stretch belongs to the coast of the mainland or of an island. */
export type Realm = (typeof REALMS)[number];
/** Which coast an audit counts. */
export type RealmChoice = Realm | 'all';

/** How sure the class of a segment is. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** How sure the class of a segment is. */
export type Confidence = (typeof CONFIDENCES)[number];

/** Management grades of the coast, strictest first. */
export const PROTECTION_GRADES = ['strict', 'restricted', 'optimised'] as const;
/** 严格保护 / 限制开发 / 优化利用. */
export type ProtectionGrade = (typeof PROTECTION_GRADES)[number];

/** A stretch of coastline of one class. */
export type CoastlineSegment = {
  readonly id: string;
  /** Absent when the segment is unclassified: it then counts in the total, and the ratio is provisional. */
  readonly class?: CoastlineClass;
  readonly use?: CoastlineUse;
  readonly realm: Realm;
  readonly confidence: Confidence;
  readonly grade?: ProtectionGrade;
  readonly name: Bilingual;
  readonly positionSource?: string;
  /** `positionSource` in Chinese, when the data state it separately. */
  readonly positionSourceZh?: string;
  readonly classSource?: string;
  readonly classSourceZh?: string;
  /** Lines in OGC:CRS84; a closed line is the ring of an island. */
  readonly geometry: LineString | MultiLineString;
};
