import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { BandParts } from '../audit/band-parts.tsx';
import { ProvisionalNotice } from '../audit/provisional-notice.tsx';
import { headroomWords, targetWords, VerdictName } from '../audit/verdict.tsx';
import { Icon } from '../controls/icon.tsx';
import { formatBand, formatRatio } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** The ratio of a side, as far as it is known. */
export type SideFigures =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'ready';
      readonly summary: CoastSummary;
      /** Whether it includes a scenario; otherwise it is that of the coast as drawn. */
      readonly isTried: boolean;
      /** Whether the view counts the coast by other settings than the page. */
      readonly hasOwnCounting: boolean;
      /** Whether a site of the scenario could not be worked out and is left out. */
      readonly isIncomplete: boolean;
      /** The audit whose files and coverage the figures share; undefined while it is not there. */
      readonly audited: AuditAnswer | undefined;
    };

/** States that a side can show, under a heading. */
export type SideChoices = {
  readonly title: string;
  readonly choices: readonly { readonly key: string; readonly name: string }[];
};

/** Props of the card of a side. */
export type SideCardProps = {
  readonly place: 'left' | 'right';
  readonly name: string;
  readonly chosen: string;
  readonly groups: readonly SideChoices[];
  readonly figures: SideFigures;
  /** The legend of what is in view on this side. */
  readonly children: ComponentChildren;
  readonly onChoose: (key: string) => void;
  /** The user is about to choose: all choices have to be loaded. */
  readonly onLook: () => void;
};

/** One side of a comparison in words and figures: what it shows, its ratio, its legend. */
export function SideCard(props: SideCardProps): JSX.Element {
  const { t } = useI18n();
  const { place, name, chosen, groups, figures } = props;
  return (
    <section
      class={`compare__side compare__side--${place}`}
      aria-label={`${t(`side_${place}`)} ${name}`}
    >
      <div class="side-card">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it. */}
        <div class="side-card__scroll" tabIndex={0}>
          <div class="side-card__name">
            <h3>{name}</h3>
            <Icon name="chevron-down" />
            <select
              class="side-card__choice"
              aria-label={t(`side_${place}`)}
              value={chosen}
              onFocus={props.onLook}
              onPointerEnter={props.onLook}
              onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}
            >
              {groups.map(({ title, choices }) => (
                <optgroup key={title} label={title}>
                  {choices.map((choice) => (
                    <option key={choice.key} value={choice.key}>
                      {choice.name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
          <Figures figures={figures}>{props.children}</Figures>
        </div>
      </div>
    </section>
  );
}

/** From this width on a card shows all figures; on a phone the map needs the space. */
const ROOMY = '(min-width: 44rem)';

function Figures({ figures, children }: Pick<SideCardProps, 'figures' | 'children'>): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const [isOpen, fold] = useState(() => matchMedia(ROOMY).matches);
  switch (figures.kind) {
    case 'waiting':
      return (
        <p class="quiet" role="status">
          {t('auditRunning')}
        </p>
      );
    case 'failed':
      return <p role="alert">{t('auditFailed', { reason: figures.reason })}</p>;
    case 'ready': {
      const { ratio, target, band, headroomM, bandParts } = figures.summary;
      return (
        <>
          <p class="side-card__figure">
            <output class="side-card__ratio" translate={false} aria-label={t('ratio')}>
              {ratio === undefined ? '–' : formatRatio(ratio, target, language)}
            </output>
            <VerdictName summary={figures.summary} />
          </p>
          <details
            class="side-card__more"
            open={isOpen}
            onToggle={({ currentTarget }) => fold(currentTarget.open)}
          >
            <summary>{targetWords(figures.summary, words)}</summary>
            {headroomM !== undefined && <p>{headroomWords(figures.summary, words)}</p>}
            {!figures.isTried && <p class="side-card__note">{t('sideAsDrawn')}</p>}
            {figures.isIncomplete && <p class="side-card__note">{t('sideIncomplete')}</p>}
            {figures.hasOwnCounting && <p class="side-card__note">{t('sideOwnCounting')}</p>}
            {figures.audited !== undefined && <ProvisionalNotice answer={figures.audited} />}
            {band !== undefined && (
              <details class="side-card__band">
                <summary>{t('band', formatBand(band, target, language))}</summary>
                <BandParts parts={bandParts} />
              </details>
            )}
            {children}
          </details>
        </>
      );
    }
  }
}
