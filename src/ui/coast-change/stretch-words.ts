import { shoreKey } from '../../domain/coast-change/change-ledger.ts';
import type { ChangeStretch } from '../../domain/coast-change/change-stretches.ts';
import type { I18n } from '../i18n.tsx';
import type { ChangeResult } from './change-result.ts';
import { shoreLabel } from './change-words.ts';

/** The name of a stretch's coast: of the coast after, or before where it is gone. */
export function stretchPlace(
  { before, after }: ChangeStretch,
  { sides }: Pick<ChangeResult, 'sides'>,
  { t, pick }: I18n,
): string {
  const named = [
    sides.after.segments.find(({ id }) => id === after?.segmentId),
    sides.before.segments.find(({ id }) => id === before?.segmentId),
  ].flatMap((segment) => (segment === undefined ? [] : [pick(segment.name)]));
  return named.find((name) => name !== '') ?? t('coastChangeUnnamed');
}

/** The class of a stretch, or of which class it became what. */
export function stretchClasses({ before, after }: ChangeStretch, { t, pick }: I18n): string {
  const [from, to] = [before, after].map((side) => side && pick(shoreLabel(shoreKey(side))));
  if (from !== undefined && to !== undefined)
    return from === to ? from : t('coastChangePair', { from, to });
  return `${from ?? to} (${t(from === undefined ? 'coastChangeOnlyAfter' : 'coastChangeOnlyBefore')})`;
}

/** The zones that a stretch lies in. */
export function stretchZones(
  { before, after }: ChangeStretch,
  { answer }: Pick<ChangeResult, 'answer'>,
  { t, pick }: I18n,
): string {
  const names = ((after ?? before)?.zones ?? []).flatMap((zone) => {
    const of = answer.change.zones[zone]?.zone;
    return of === undefined ? [] : [pick(of.name) || of.id];
  });
  return names.length === 0 ? t('coastChangeOutside') : names.join(' / ');
}
