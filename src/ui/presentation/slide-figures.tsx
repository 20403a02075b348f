import type { ComponentChildren, JSX } from 'preact';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import { ProvisionalNotice } from '../audit/provisional-notice.tsx';
import { headroomWords, VerdictText } from '../audit/verdict.tsx';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { formatRatio } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { axisEnd, RatioBar } from './ratio-bar.tsx';

/** A ratio with the name of what it is of. */
export type NamedSummary = { readonly name: string; readonly summary: CoastSummary };

/** What a slide says of the coast in figures. */
export type SlideFigure =
  /** The ratio, its verdict and its bar. */
  | ({ readonly kind: 'gauge' } & NamedSummary)
  /** The ratio alone. */
  | ({ readonly kind: 'number' } & NamedSummary)
  /** Two states: before and after, or two sides of a comparison. */
  | {
      readonly kind: 'change';
      readonly of: string;
      readonly rows: readonly [NamedSummary, NamedSummary];
    }
  /** No ratio, and why: one that leaves something out would be read as whole. */
  | { readonly kind: 'withheld'; readonly reason: string };

/** The figure of a slide, large, with what has to be said beside it. */
export function SlideFigures({
  figure,
  coastStatus,
  answer,
}: {
  readonly figure: SlideFigure;
  readonly coastStatus: CoastStatus;
  /** The answer behind the figures; undefined while there is none. */
  readonly answer: AuditAnswer | undefined;
}): JSX.Element {
  return (
    <div class="presentation__figures">
      <Figure figure={figure} />
      {answer !== undefined && <ProvisionalNotice answer={answer} />}
      <CoastNotice status={coastStatus} />
    </div>
  );
}

function Figure({ figure }: { readonly figure: SlideFigure }): JSX.Element {
  const { t } = useI18n();
  switch (figure.kind) {
    case 'gauge': {
      const { name, summary } = figure;
      return (
        <>
          <p class="presentation__subject">{t('slideRatioOf', { name })}</p>
          <BigNumber>
            <Ratio summary={summary} />
          </BigNumber>
          <RatioBar summary={summary} end={axisEnd([summary])} />
          <p class="presentation__verdict">
            <VerdictText summary={summary} /> <Headroom summary={summary} />
          </p>
        </>
      );
    }
    case 'withheld':
      return <p class="presentation__subject">{figure.reason}</p>;
    case 'number':
      return (
        <>
          <BigNumber>
            <Ratio summary={figure.summary} />
          </BigNumber>
          <p class="presentation__subject">{t('slideRatioOf', { name: figure.name })}</p>
        </>
      );
    case 'change': {
      const [before, after] = figure.rows;
      const end = axisEnd([before.summary, after.summary]);
      return (
        <>
          <p class="presentation__subject">{t('slideRatioOf', { name: figure.of })}</p>
          <BigNumber isLong>
            <Ratio summary={before.summary} /> <span aria-hidden="true">→</span>{' '}
            <Ratio summary={after.summary} />
          </BigNumber>
          {figure.rows.map(({ name, summary }, index) => (
            <div key={name} class="presentation__row">
              <p class="presentation__subject">{name}</p>
              <RatioBar
                summary={summary}
                end={end}
                hasTargetName={index === 0 || summary.target !== before.summary.target}
              />
            </div>
          ))}
          <p class="presentation__verdict">
            <VerdictText summary={after.summary} /> <Headroom summary={after.summary} />
          </p>
        </>
      );
    }
  }
}

/** A number that the back row reads. */
export function BigNumber({
  isLong = false,
  children,
}: {
  readonly isLong?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <p class={`presentation__number${isLong ? ' presentation__number--long' : ''}`}>{children}</p>
  );
}

function Ratio({ summary: { ratio, target } }: { readonly summary: CoastSummary }): JSX.Element {
  const { language } = useI18n();
  return (
    <output translate={false}>
      {ratio === undefined ? '–' : formatRatio(ratio, target, language)}
    </output>
  );
}

function Headroom({ summary }: { readonly summary: CoastSummary }): JSX.Element | null {
  const words = useI18n();
  return summary.headroomM === undefined ? null : <span>{headroomWords(summary, words)}</span>;
}
