import type { Bilingual } from '../../../src/domain/bilingual.ts';
import {
  COASTLINE_CLASSES,
  COASTLINE_USES,
  CONFIDENCES,
  type CoastlineClass,
  type CoastlineUse,
  type Confidence,
  PROTECTION_GRADES,
  type ProtectionGrade,
} from '../../../src/domain/coastline.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import type { Lineage } from './lineage.ts';
import { listOf, positionOf, type RawRecord, recordOf, textIn, wordIn } from './raw.ts';

/** One row of the shore table: the judged class of a stretch of coast, and its end. */
export type ShoreEntry = {
  readonly id: string;
  readonly name: Bilingual;
  readonly shoreClass: CoastlineClass;
  readonly use: CoastlineUse | undefined;
  readonly confidence: Confidence;
  readonly grade: ProtectionGrade | undefined;
  /** The end of the entry in the direction of the line; undefined for the last one of a line. */
  readonly to: Position | undefined;
};

/**
 * Reads the entries under `segments`.
 * @throws on an unknown word, or an artificial shore without use.
 */
export function readShoreEntries(record: RawRecord, where: string): readonly ShoreEntry[] {
  return listOf(record, 'segments', where).map((value, index) => {
    const entry = recordOf(value, `${where} segment ${index}`);
    const id = textIn(entry, 'id', `${where} segment ${index}`);
    const here = `${where} segment "${id}"`;
    const shoreClass = wordIn(entry, 'class', COASTLINE_CLASSES, here);
    const confidence = wordIn(entry, 'confidence', CONFIDENCES, here);
    const use = wordIn(entry, 'use', COASTLINE_USES, here);
    if (shoreClass === undefined || confidence === undefined)
      throw new TypeError(`${here}: class or confidence missing`);
    if ((shoreClass === 'artificial') !== (use !== undefined))
      throw new TypeError(`${here}: use and class disagree`);
    return {
      id,
      name: { zh: textIn(entry, 'name_zh', here), en: textIn(entry, 'name_en', here) },
      shoreClass,
      use,
      confidence,
      grade: wordIn(entry, 'grade', PROTECTION_GRADES, here),
      to: entry['to'] === undefined ? undefined : positionOf(entry['to'], here),
    };
  });
}

/**
 * Returns the source of a raw file's classes, in both languages.
 * @throws when either is missing.
 */
export function readClassSource(record: RawRecord, where: string): Lineage {
  return {
    en: textIn(record, 'class_source', where),
    zh: textIn(record, 'class_source_zh', where),
  };
}
