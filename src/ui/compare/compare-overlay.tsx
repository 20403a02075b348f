import type { ComponentChildren, JSX } from 'preact';
import { LEAST_SHARE } from '../../domain/views/choose-side.ts';
import { Icon } from '../controls/icon.tsx';
import { IllustrationNotice } from '../controls/illustration-notice.tsx';
import { formatPercent } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { SideCard, type SideCardProps } from './side-card.tsx';

/** What is told of a comparison, and what can be done with it. */
export type CompareOverlayProps = {
  readonly left: SideProps;
  readonly right: SideProps;
  /** From 0, all of the right one, to 1, all of the left one. */
  readonly split: number;
  readonly isSideBySide: boolean;
  readonly isSurveyed: boolean;
  readonly onSplit: (share: number) => void;
  readonly onBeside: (isSideBySide: boolean) => void;
  readonly onSwap: () => void;
  readonly onEnd: () => void;
};

type SideProps = Omit<SideCardProps, 'place' | 'children'> & { readonly legend: ComponentChildren };

/** What floats on two compared maps: a card a side, the line between them, and how they are compared. */
export function CompareOverlay(props: CompareOverlayProps): JSX.Element {
  const { t } = useI18n();
  const { left, right, split, isSideBySide } = props;
  return (
    <section
      class={`compare compare--${isSideBySide ? 'beside' : 'swipe'}`}
      aria-label={t('compareTitleMap')}
      style={{ '--split': String(split) }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onEnd();
      }}
    >
      <SideCard {...left} place="left">
        {left.legend}
      </SideCard>
      <Divider {...props} />
      <SideCard {...right} place="right">
        {right.legend}
      </SideCard>
      <div class="compare__foot">
        <div class="compare__bar" data-covers="band">
          <div class="segmented" role="radiogroup" aria-label={t('compareManner')}>
            {([false, true] as const).map((beside) => (
              <label key={String(beside)} class="segmented__choice compare__manner">
                <input
                  type="radio"
                  name="compare-manner"
                  checked={beside === isSideBySide}
                  onChange={() => props.onBeside(beside)}
                />
                <span>{t(beside ? 'compareBeside' : 'compareSwipe')}</span>
              </label>
            ))}
          </div>
          <button
            type="button"
            class="icon-button"
            aria-label={t('compareSwap')}
            title={t('compareSwap')}
            onClick={props.onSwap}
          >
            <span aria-hidden="true">⇄</span>
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t('compareEnd')}
            title={t('compareEnd')}
            onClick={props.onEnd}
          >
            <Icon name="close" />
          </button>
        </div>
        {!props.isSurveyed && <IllustrationNotice />}
      </div>
    </section>
  );
}

/** The line between the sides, and the handle that moves it. */
function Divider({ left, right, split, isSideBySide, onSplit }: CompareOverlayProps): JSX.Element {
  const { t, language } = useI18n();
  const names = { left: left.name, right: right.name };
  const [low, high] = isSideBySide ? [LEAST_SHARE, 1 - LEAST_SHARE] : [0, 1];
  return (
    <>
      <span class="compare__line" aria-hidden="true" />
      <input
        type="range"
        class="compare__handle"
        aria-label={t(isSideBySide ? 'compareShares' : 'swipeBetween', names)}
        aria-valuetext={t('compareShare', { ...names, share: formatPercent(split, 0, language) })}
        min={low}
        max={high}
        step={0.01}
        value={split}
        onInput={({ currentTarget }) => onSplit(currentTarget.valueAsNumber)}
      />
    </>
  );
}
