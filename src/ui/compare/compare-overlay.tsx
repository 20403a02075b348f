import type { ComponentChildren, JSX } from 'preact';
import type { CoastStatus } from '../../domain/coast-status.ts';
import { Choice } from '../controls/choice.tsx';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { CompareLine } from './compare-line.tsx';
import { SideCard, type SideCardProps } from './side-card.tsx';

/** Props of the comparison's overlay. */
export type CompareOverlayProps = {
  readonly left: SideProps;
  readonly right: SideProps;
  /** From 0, all of the right one, to 1, all of the left one. */
  readonly split: number;
  readonly isSideBySide: boolean;
  readonly coastStatus: CoastStatus;
  readonly onSplit: (share: number) => void;
  readonly onBeside: (isSideBySide: boolean) => void;
  readonly onSwap: () => void;
  readonly onEnd: () => void;
  /** Saves a view of the comparison; undefined where none can be saved. */
  readonly onSave?: (() => void) | undefined;
};

type SideProps = Omit<SideCardProps, 'place' | 'children'> & { readonly legend: ComponentChildren };

/** The overlay on two compared maps: a card for each side, the line between them, and the controls. */
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
      <CompareLine
        names={[left.name, right.name]}
        split={split}
        isSideBySide={isSideBySide}
        onSplit={props.onSplit}
      />
      <SideCard {...right} place="right">
        {right.legend}
      </SideCard>
      <div class="compare__foot">
        <CompareBar {...props} />
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
      {props.onSave !== undefined && (
        <IconButton icon="presentation" label={t('saveComparison')} onPress={props.onSave} />
      )}
      <IconButton icon="close" label={t('compareEnd')} onPress={props.onEnd} />
    </div>
  );
}
