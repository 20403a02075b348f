import type { ComponentChildren, JSX } from 'preact';
import type { CoastStatus } from '../../domain/coast-status.ts';
import { LEAST_SHARE } from '../../domain/views/choose-side.ts';
import { Choice } from '../controls/choice.tsx';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { formatPercent } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { SideCard, type SideCardProps } from './side-card.tsx';

/** Props of the comparison's overlay. */
export type CompareOverlayProps = {
  readonly left: SideProps;
  readonly right: SideProps;
  /** From 0, all of the right one, to 1, all of the left one. */
  readonly split: number;
  readonly isSideBySide: boolean;
  readonly coastStatus: CoastStatus;
  /** Whether an audience sees it: without the buttons and lists of the app. */
  readonly isPresented?: boolean;
  readonly onSplit: (share: number) => void;
  readonly onBeside: (isSideBySide: boolean) => void;
  readonly onSwap: () => void;
  readonly onEnd: () => void;
};

type SideProps = Omit<SideCardProps, 'place' | 'children'> & { readonly legend: ComponentChildren };

/** The overlay on two compared maps: a card for each side, the line between them, and the controls. */
export function CompareOverlay(props: CompareOverlayProps): JSX.Element {
  const { t } = useI18n();
  const { left, right, split, isSideBySide, isPresented = false } = props;
  return (
    <section
      class={`compare compare--${isSideBySide ? 'beside' : 'swipe'}`}
      aria-label={t('compareTitleMap')}
      style={{ '--split': String(split) }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isPresented) return;
        event.stopPropagation();
        props.onEnd();
      }}
    >
      <SideCard {...left} isPresented={isPresented} place="left">
        {left.legend}
      </SideCard>
      <Divider {...props} />
      <SideCard {...right} isPresented={isPresented} place="right">
        {right.legend}
      </SideCard>
      <div class="compare__foot">
        {!isPresented && <CompareBar {...props} />}
        <CoastNotice status={props.coastStatus} />
      </div>
    </section>
  );
}

/** How the sides are shown, which is left, and the end of the comparison. */
function CompareBar(props: CompareOverlayProps): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="compare__bar" data-covers="band">
      <Choice
        as="segments"
        label={t('compareManner')}
        options={[
          ['swipe', t('compareSwipe')],
          ['beside', t('compareBeside')],
        ]}
        value={props.isSideBySide ? 'beside' : 'swipe'}
        onChoose={(manner) => props.onBeside(manner === 'beside')}
      />
      <IconButton
        icon={<span aria-hidden="true">⇄</span>}
        label={t('compareSwap')}
        onPress={props.onSwap}
      />
      <IconButton icon="close" label={t('compareEnd')} onPress={props.onEnd} />
    </div>
  );
}

/** The line between the sides, with the handle that moves it. */
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
