import type { JSX } from 'preact';
import type { CoastSummary, Verdict } from '../../domain/audit/audit.ts';
import { formatBand } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** The shapes that show a verdict without colour. */
export const VERDICT_SHAPES: Readonly<Record<Verdict, string>> = {
  pass: '●',
  'too-close': '◐',
  fail: '▲',
  'no-coast': '–',
};

/** What a verdict is told by. */
type JudgedSummary = Pick<CoastSummary, 'verdict' | 'band' | 'target' | 'realm'>;

/** A verdict in words, with the band where it decides, and the realm that has no coast. */
export function verdictWords(
  { verdict, band, target, realm }: JudgedSummary,
  { t, language }: I18n,
): string {
  if (verdict === 'no-coast' && realm !== 'all') return t(`noCoast_${realm}`);
  return t(`verdict_${verdict}`, formatBand(band, target, language));
}

/** A verdict in words with its shape; the band is named when it decides. */
export function VerdictText({ summary }: { readonly summary: JudgedSummary }): JSX.Element {
  const words = useI18n();
  const { verdict } = summary;
  return (
    <span class={`verdict verdict--${verdict}`}>
      <span aria-hidden="true">{VERDICT_SHAPES[verdict]}</span> {verdictWords(summary, words)}
    </span>
  );
}

/** The shape alone, for narrow table cells; the words are read out. */
export function VerdictShape({
  summary: { verdict, realm },
}: {
  readonly summary: Pick<CoastSummary, 'verdict' | 'realm'>;
}): JSX.Element {
  const { t } = useI18n();
  const words =
    verdict === 'no-coast' && realm !== 'all'
      ? t(`noCoast_${realm}`)
      : verdict === 'too-close'
        ? t('verdict_too-close', { low: '', high: '' }).replace(/[:：].*$/, '')
        : t(`verdict_${verdict}`);
  return (
    <span class={`verdict verdict--${verdict}`} title={words}>
      <span aria-hidden="true">{VERDICT_SHAPES[verdict]}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}

/** A verdict as a short text, with the realm that has no coast. */
export function verdictName(
  { verdict, realm }: Pick<CoastSummary, 'verdict' | 'realm'>,
  { t }: Pick<I18n, 't'>,
): string {
  return verdict === 'no-coast' && realm !== 'all'
    ? t(`noCoast_${realm}`)
    : t(`verdictName_${verdict}`);
}

/** A verdict as a short text for a table cell, with its shape. */
export function VerdictName({
  summary,
}: {
  readonly summary: Pick<CoastSummary, 'verdict' | 'realm'>;
}): JSX.Element {
  const words = useI18n();
  const { verdict } = summary;
  return (
    <span class={`verdict verdict--${verdict}`}>
      <span aria-hidden="true">{VERDICT_SHAPES[verdict]}</span> {verdictName(summary, words)}
    </span>
  );
}
