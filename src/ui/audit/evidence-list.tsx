import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CoastPiece } from '../../domain/audit/audit.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS, type Theme } from '../../domain/symbology.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import type { Highlight, HighlightActions } from '../controls/highlight.ts';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';
import { type Judgement, ReclassifyForm } from './reclassify-form.tsx';
import { ConfidenceDots } from './segment-detail.tsx';

/** Props of the list of stretches behind a figure. */
export type EvidenceListProps = {
  readonly pieces: readonly CoastPiece[];
  readonly segments: readonly CoastlineSegment[];
  readonly highlight: Highlight;
  readonly theme: Theme;
  readonly actions: HighlightActions;
  /** Undefined where classes cannot be changed: rows then have no boxes to tick. */
  readonly onReclassify?: (judgement: Judgement) => void;
};

/** Class, name, metres inside, confidence and source of each stretch; ticked ones can be reclassified. */
export function EvidenceList(props: EvidenceListProps): JSX.Element {
  const { pieces, segments, highlight, onReclassify } = props;
  const { t, language } = useI18n();
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const tick = (id: string, isTicked: boolean): void => {
    const next = new Set(ticked.value);
    if (isTicked) next.add(id);
    else next.delete(id);
    ticked.value = next;
  };
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const chosen = segments.filter(({ id }) => ticked.value.has(id));
  return (
    <>
      <ul>
        {pieces.map((piece, index) => {
          const segment = byId.get(piece.segmentId);
          return (
            segment !== undefined && (
              <EvidenceRow
                key={`${piece.segmentId}-${index}`}
                segment={segment}
                piece={piece}
                isSelected={segment.id === highlight.selectedId}
                isHovered={segment.id === highlight.hoveredId}
                theme={props.theme}
                actions={props.actions}
                isTicked={ticked.value.has(segment.id)}
                onTick={onReclassify === undefined ? undefined : tick}
              />
            )
          );
        })}
      </ul>
      {onReclassify !== undefined && chosen.length > 0 && (
        <details class="evidence-judge">
          <summary>
            {t('reclassifyMany', { count: chosen.length })}
            <span class="count">{formatLength(lengthOf(pieces, ticked.value), language, 2)}</span>
          </summary>
          <ReclassifyForm
            segments={chosen}
            onReclassify={(judgement) => {
              onReclassify(judgement);
              ticked.value = new Set();
            }}
          />
        </details>
      )}
    </>
  );
}

/** Metres of the pieces of some stretches that are in the list. */
function lengthOf(pieces: readonly CoastPiece[], ids: ReadonlySet<string>): number {
  return pieces
    .filter(({ segmentId }) => ids.has(segmentId))
    .reduce((sum, { lengthM }) => sum + lengthM, 0);
}

type EvidenceRowProps = Pick<EvidenceListProps, 'theme' | 'actions'> & {
  readonly segment: CoastlineSegment;
  readonly piece: CoastPiece;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isTicked: boolean;
  readonly onTick: ((id: string, isTicked: boolean) => void) | undefined;
};

function EvidenceRow({
  segment,
  piece,
  isSelected,
  isHovered,
  isTicked,
  onTick,
  theme,
  actions,
}: EvidenceRowProps): JSX.Element {
  const { t, pick, language, inOwnWords } = useI18n();
  const name = pick(segment.name);
  const shoreClass =
    segment.class === undefined
      ? t('unclassified')
      : COASTLINE_SYMBOLS[segment.class].label[language];
  const use = segment.use === undefined ? '' : ` · ${t(`use_${segment.use}`)}`;
  return (
    <li
      class={`evidence-item${isHovered ? ' is-hovered' : ''}${isSelected ? ' is-selected' : ''}`}
      data-feature={segment.id}
      onMouseEnter={() => actions.hover(segment.id)}
      onMouseLeave={() => actions.hover(undefined)}
    >
      {onTick !== undefined && (
        <Checkbox
          class="evidence-item__tick"
          label={null}
          name={t('tickSegment', { name })}
          isChecked={isTicked}
          onChange={(isNowTicked) => onTick(segment.id, isNowTicked)}
        />
      )}
      <button
        type="button"
        class="evidence-row"
        aria-pressed={isSelected}
        title={inOwnWords(segment.classSource, segment.classSourceZh)}
        onClick={() => actions.select(segment.id)}
      >
        <CoastlineSwatch of={segment.class} theme={theme} />
        <span>{name}</span>
        <span class="evidence-row__length">{formatLength(piece.lengthM, language, 2)}</span>
        <span class="evidence-row__facts">
          {shoreClass}
          {use} · <ConfidenceDots confidence={segment.confidence} />
        </span>
      </button>
    </li>
  );
}
