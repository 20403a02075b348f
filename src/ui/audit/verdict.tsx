import type { JSX } from 'preact';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import {
  type ShownVerdict,
  shownVerdict,
  type ZoneStanding,
} from '../../domain/audit/zone-standing.ts';
import { formatBand, formatLength, formatTarget } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** The shapes that show a verdict, or a part in the whole, without colour. */
export const VERDICT_SHAPES: Readonly<Record<ShownVerdict | ZoneStanding, string>> = {
  pass: '●',
  'too-close': '◐',
  fail: '▲',
  'no-coast': '–',
  'no-target': '',
  adds: '+',
  either: '±',
  takes: '−',
};

/** What a verdict is named by. */
type NamedVerdict = Pick<CoastSummary, 'verdict' | 'realm' | 'hasOwnTarget'>;

/** What a verdict is told by. */
type JudgedSummary = NamedVerdict & Pick<CoastSummary, 'band' | 'target'>;

/** A verdict in words, with the band where it decides, and the realm that has no coast. */
export function verdictWords(summary: JudgedSummary, { t, language }: I18n): string {
  const { band, target, realm } = summary;
  const said = shownVerdict(summary);
  if (said === 'no-coast' && realm !== 'all') return t(`noCoast_${realm}`);
  return t(`verdict_${said}`, formatBand(band, target, language));
}

/** A verdict in words after its shape; empty shapes leave no blank. */
export function shapedVerdict(summary: JudgedSummary, words: I18n): string {
  return `${VERDICT_SHAPES[shownVerdict(summary)]} ${verdictWords(summary, words)}`.trimStart();
}

/** A verdict in words with its shape; the band is named when it decides. */
export function VerdictText({ summary }: { readonly summary: JudgedSummary }): JSX.Element {
  return <Shaped summary={summary} words={verdictWords(summary, useI18n())} />;
}

function Shaped({
  summary,
  words,
}: {
  readonly summary: NamedVerdict;
  readonly words: string;
}): JSX.Element {
  const said = shownVerdict(summary);
  return (
    <span class={`verdict verdict--${said}`}>
      <span aria-hidden="true">{VERDICT_SHAPES[said]}</span> {words}
    </span>
  );
}

/** The shape alone, for narrow table cells; the words are read out. Nothing where nobody set a target. */
export function VerdictShape({ summary }: { readonly summary: NamedVerdict }): JSX.Element | null {
  const { t } = useI18n();
  const said = shownVerdict(summary);
  if (said === 'no-target') return null;
  const words =
    said === 'no-coast' && summary.realm !== 'all'
      ? t(`noCoast_${summary.realm}`)
      : said === 'too-close'
        ? t('verdict_too-close', { low: '', high: '' }).replace(/[:：].*$/, '')
        : t(`verdict_${said}`);
  return (
    <span class={`verdict verdict--${said}`} title={words}>
      <span aria-hidden="true">{VERDICT_SHAPES[said]}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}

/** A verdict as a short text, with the realm that has no coast. */
export function verdictName(summary: NamedVerdict, { t }: Pick<I18n, 't'>): string {
  const said = shownVerdict(summary);
  return said === 'no-coast' && summary.realm !== 'all'
    ? t(`noCoast_${summary.realm}`)
    : t(`verdictName_${said}`);
}

/** A verdict as a short text for a table cell, with its shape. */
export function VerdictName({ summary }: { readonly summary: NamedVerdict }): JSX.Element {
  return <Shaped summary={summary} words={verdictName(summary, useI18n())} />;
}

/** What may still be lost or has to be restored; of a zone without a target its part in that of the whole coast. */
export function headroomWords(
  summary: Pick<CoastSummary, 'headroomM' | 'verdict' | 'hasOwnTarget'>,
  { t, language }: Pick<I18n, 't' | 'language'>,
): string {
  const { headroomM } = summary;
  if (headroomM === undefined) return '';
  if (shownVerdict(summary) === 'no-target')
    return t('headroomPart', { length: signedLength(headroomM, language) });
  const length = formatLength(Math.abs(headroomM), language);
  return t(headroomM >= 0 ? 'mayLose' : 'mustRestore', { length });
}

/** A length with its sign, also where it is more. */
export function signedLength(metres: number, language: I18n['language']): string {
  return `${metres > 0 ? '+' : ''}${formatLength(metres, language)}`;
}

/** The target that a figure is read against: its own, or that of the whole coast, which says so. */
export function targetWords(
  { target, hasOwnTarget }: Pick<CoastSummary, 'target' | 'hasOwnTarget'>,
  { t, language }: Pick<I18n, 't' | 'language'>,
): string {
  return t(hasOwnTarget ? 'target' : 'targetOfWhole', { target: formatTarget(target, language) });
}
