import type { JSX } from 'preact';
import { provisionalNotes } from '../../domain/audit/provisional-reason.ts';
import { REASON_LABELS } from '../../domain/coast-change/change-symbols.ts';
import type { EqualDetail } from '../../domain/coast-change/compare-coasts.ts';
import { coastNoticeText } from '../controls/coast-notice-text.ts';
import { formatLength, formatList, formatNumber } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import type { ChangeResult, ShownScope, Side } from './change-result.ts';
import { pointsText, ratioText, SHOWN_M } from './change-words.ts';

const SIDES: readonly Side[] = ['before', 'after'];
/** The words for each of the two coasts. */
export const SIDE_WORDS = { before: 'coastChangeBefore', after: 'coastChangeAfter' } as const;

/** What each coast says of itself and why its figures are provisional, one sentence each. */
export function sideDoubts(
  { sides, sharedReasons }: Pick<ChangeResult, 'sides' | 'sharedReasons'>,
  words: I18n,
): readonly { readonly isProvisional: boolean; readonly text: string }[] {
  const { t, pick } = words;
  const shared = provisionalNotes(sharedReasons).map((note) => ({
    isProvisional: true,
    text: pick(note),
  }));
  const ofSides = SIDES.flatMap((side) => {
    const { status, reasons, assumed } = sides[side];
    const notice = coastNoticeText(status, words);
    const of = (text: string): string => t('coastChangeOf', { side: t(SIDE_WORDS[side]), text });
    return [
      ...(notice === undefined ? [] : [{ isProvisional: false, text: of(notice) }]),
      ...provisionalNotes(reasons).map((note) => ({ isProvisional: true, text: of(pick(note)) })),
      ...assumed.map((note) => ({ isProvisional: false, text: of(pick(note)) })),
    ];
  });
  return [...ofSides, ...shared];
}

/** What a comparison assumes and leaves out, one sentence each. */
export function comparisonNotes(
  { answer: { change }, judgedCount }: Pick<ChangeResult, 'answer' | 'judgedCount'>,
  { t, language }: I18n,
): readonly string[] {
  return [
    ...(change.opposedM < SHOWN_M
      ? []
      : [t('coastChangeOpposed', { metres: formatNumber(change.opposedM, 1, language) })]),
    t('coastChangeAssumed'),
    ...(judgedCount === 0 ? [] : [t('coastChangeJudged', { count: judgedCount })]),
  ];
}

/** How much of a change is only detail. */
export function detailText(equal: EqualDetail | undefined, { t, language }: I18n): string {
  if (equal === undefined) return t('coastChangeDetailSame');
  return t(`coastChangeDetail_${equal.coarser}`, {
    tolerance: formatNumber(equal.toleranceM, 2, language),
    from: ratioText(equal.before.ratio, language),
    to: ratioText(equal.after.ratio, language),
    points: pointsText(equal.change.ratio, language),
    only: pointsText(equal.detailOnly, language),
  });
}

/** What of a change may be no more than a border between two classes that was drawn elsewhere. */
export function borderText(
  { figures }: ShownScope,
  toleranceM: number,
  { t, pick, language }: I18n,
): string | undefined {
  const found = figures.change.parts.filter(({ borderM }) => borderM >= SHOWN_M);
  if (found.length === 0) return undefined;
  const list = found.map(
    ({ kind, borderM }) =>
      `${pick(REASON_LABELS[kind])} ${formatNumber(borderM, 1, language)} ${language === 'zh' ? '米' : 'm'}`,
  );
  return t('coastChangeBorder', {
    tolerance: formatLength(toleranceM, language, 2),
    list: formatList(list, language),
  });
}

/** What is assumed or left out, beside the figures. */
export function ChangeDoubts({ result }: { readonly result: ChangeResult }): JSX.Element {
  const words = useI18n();
  return (
    <>
      {sideDoubts(result, words).map(({ isProvisional, text }) => (
        <p key={text} class={isProvisional ? 'provisional' : 'quiet'}>
          {text}
        </p>
      ))}
      {comparisonNotes(result, words).map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </>
  );
}
