import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import { getOwn, isRecord, textOf } from '../record.ts';

/** Reasons that a file made of other data takes along in its member `reasons`: nothing else of it tells them. */
const CARRIED = ['coast-shift-corrected', 'own-records-set-aside'];

/** A reason as a file carries it. */
export type CarriedReason = Pick<ProvisionalReason, 'code' | 'message'>;

/** Whether a reason goes along with a file that is made of other data. */
export function isCarried({ code }: Pick<CarriedReason, 'code'>): boolean {
  return CARRIED.includes(code);
}

/** The member of a file that carries reasons; none where there is nothing to carry. */
export function reasonsMember(reasons: readonly CarriedReason[]): object {
  const carried = reasons.filter(isCarried);
  return carried.length === 0
    ? {}
    : { reasons: carried.map(({ code, message }) => ({ code, message })) };
}

/** The reasons that a file carries, with their index in it; anything else in the member is passed over. */
export function carriedReasons(
  value: unknown,
): readonly (CarriedReason & { readonly index: number })[] {
  const listed = isRecord(value) ? getOwn(value, 'reasons') : undefined;
  return (Array.isArray(listed) ? listed : []).flatMap((entry: unknown, index) => {
    const message = isRecord(entry) ? getOwn(entry, 'message') : undefined;
    if (!isRecord(entry) || !isRecord(message)) return [];
    const [code, zh, en] = [textOf(entry, 'code'), textOf(message, 'zh'), textOf(message, 'en')];
    if (code === undefined || zh === undefined || en === undefined || !CARRIED.includes(code))
      return [];
    return [{ code, message: { zh, en }, index }];
  });
}
