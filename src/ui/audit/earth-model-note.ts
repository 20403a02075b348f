import type { CoastPiece } from '../../domain/audit/audit.ts';
import { ellipsoidOverSphere } from '../../domain/geodesy.ts';
import { boundingBox } from '../../domain/geometry.ts';
import { formatPercent } from '../format.ts';
import type { I18n } from '../i18n.tsx';

/**
 * Says by how much Turf's sphere differs from the ellipsoid along both directions, at the middle latitude of
 * the audited coast; empty without coast.
 */
export function earthModelNote(pieces: readonly Pick<CoastPiece, 'line'>[], words: I18n): string {
  const box = boundingBox(pieces.flatMap(({ line }) => line));
  if (box === undefined) return '';
  const { east, north } = ellipsoidOverSphere((box[1] + box[3]) / 2);
  const share = (ratio: number): string =>
    `${ratio < 1 ? '+' : ''}${formatPercent(1 / ratio - 1, 2, words.language)}`;
  return words.t('difference_note', { northSouth: share(north), eastWest: share(east) });
}
