import type { LineString, MultiLineString } from 'geojson';
import type { Bilingual } from './bilingual.ts';

/** Shore classes: the four natural ones, the river mouth, the repaired and the built. */
export const COASTLINE_CLASSES = [
  'bedrock',
  'sandy',
  'muddy',
  'biogenic',
  'estuary',
  'restored',
  'artificial',
] as const;
/** What a stretch of coastline is made of. */
export type CoastlineClass = (typeof COASTLINE_CLASSES)[number];

/** What an artificial stretch is used for. */
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
/** Use of an artificial stretch. */
export type CoastlineUse = (typeof COASTLINE_USES)[number];

/** The statutory ratio counts the mainland only. */
export const REALMS = ['mainland', 'island'] as const;
/** Whether a stretch belongs to the mainland's or to an island's coast. */
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
  /** Absent when nobody has classed it yet: it then counts in the total, and the ratio is provisional. */
  readonly class?: CoastlineClass;
  readonly use?: CoastlineUse;
  readonly realm: Realm;
  readonly confidence: Confidence;
  readonly grade?: ProtectionGrade;
  readonly name: Bilingual;
  readonly positionSource?: string;
  /** The same in Chinese, where the data carry it apart. */
  readonly positionSourceZh?: string;
  readonly classSource?: string;
  readonly classSourceZh?: string;
  /** Lines in OGC:CRS84; a closed line is an island's ring. */
  readonly geometry: LineString | MultiLineString;
};
