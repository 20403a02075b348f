import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CoastPiece } from '../../domain/audit/audit.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS, type Theme } from '../../domain/symbology.ts';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';
import { type Judgement, ReclassifyForm } from './reclassify-form.tsx';
import { ConfidenceDots } from './segment-detail.tsx';

/** The stretches behind a figure, and what to tell about them. */
export type EvidenceListProps = {
  readonly pieces: readonly CoastPiece[];
  readonly segments: readonly CoastlineSegment[];
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
  /** Absent where classes cannot be changed: rows then have no boxes to tick. */
  readonly onReclassify?: (judgement: Judgement) => void;
};

/** Evidence: class, name, metres inside, confidence and source of each stretch; ticked ones can be judged anew. */
export function EvidenceList(props: EvidenceListProps): JSX.Element {
  const { pieces, segments, onReclassify } = props;
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
      <ul class="evidence">
        {pieces.map((piece, index) => {
          const segment = byId.get(piece.segmentId);
          return (
            segment !== undefined && (
              <EvidenceRow
                key={`${piece.segmentId}-${index}`}
                {...props}
                segment={segment}
                piece={piece}
                isTicked={ticked.value.has(segment.id)}
                onTick={onReclassify === undefined ? undefined : tick}
              />
            )
          );
        })}
      </ul>
      {onReclassify !== undefined && chosen.length > 0 && (
        <ReclassifyForm
          segments={chosen}
          onReclassify={(judgement) => {
            onReclassify(judgement);
            ticked.value = new Set();
          }}
        />
      )}
    </>
  );
}

type EvidenceRowProps = EvidenceListProps & {
  readonly segment: CoastlineSegment;
  readonly piece: CoastPiece;
  readonly isTicked: boolean;
  readonly onTick: ((id: string, isTicked: boolean) => void) | undefined;
};

function EvidenceRow({
  segment,
  piece,
  isTicked,
  onTick,
  selectedId,
  hoveredId,
  theme,
  onSelect,
  onHover,
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
      class={`evidence-item${segment.id === hoveredId ? ' is-hovered' : ''}${segment.id === selectedId ? ' is-selected' : ''}`}
      data-feature={segment.id}
      onMouseEnter={() => onHover(segment.id)}
      onMouseLeave={() => onHover(undefined)}
    >
      {onTick !== undefined && (
        <input
          type="checkbox"
          class="evidence-item__tick"
          checked={isTicked}
          aria-label={t('tickSegment', { name })}
          onChange={({ currentTarget }) => onTick(segment.id, currentTarget.checked)}
        />
      )}
      <button
        type="button"
        class="evidence-row"
        aria-pressed={segment.id === selectedId}
        title={inOwnWords(segment.classSource, segment.classSourceZh)}
        onClick={() => onSelect(segment.id)}
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
