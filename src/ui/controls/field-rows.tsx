import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { FieldRow, RefusedRow } from '../../domain/audit/field-sheet.ts';
import { PUNCTUATION } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** Where a row stands: its number, and its sheet where several have rows. */
export function placeOfRow({ row, sheet }: FieldRow, { t }: I18n): string {
  return sheet === undefined ? t('fieldRow', { row }) : t('fieldSheetRow', { row, sheet });
}

/** So many items of a list are shown at once. */
const SHOWN_AT_ONCE = 100;

/** A list whose rest is shown on demand. */
export function LongList<Item>({
  items,
  class: style,
  children,
}: {
  readonly items: readonly Item[];
  readonly class: string;
  /** One item, as an element of the list. */
  readonly children: (item: Item) => ComponentChildren;
}): JSX.Element {
  const { t } = useI18n();
  const isWhole = useSignal(items.length <= SHOWN_AT_ONCE);
  return (
    <>
      <ul class={style}>{(isWhole.value ? items : items.slice(0, SHOWN_AT_ONCE)).map(children)}</ul>
      {!isWhole.value && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            isWhole.value = true;
          }}
        >
          {t('fieldMore', { count: items.length })}
        </button>
      )}
    </>
  );
}

/** The rows of a field sheet that are not taken, each with its reason and what to do; renders nothing without any. */
export function RefusedRows({
  title,
  refused,
}: {
  readonly title: string;
  readonly refused: readonly RefusedRow[];
}): JSX.Element | null {
  const words = useI18n();
  const { t, language } = words;
  if (refused.length === 0) return null;
  const whyOf = ({ row, why, others = [] }: RefusedRow): string => {
    const { id, segmentId, found } = row;
    const text = found.kind === 'unread' || found.kind === 'open' ? found.text : '';
    const places = others.map((other) =>
      other.sheet === undefined ? t('fieldOtherRow', { row: other.row }) : placeOfRow(other, words),
    );
    return t(`fieldWhy_${why}`, {
      id: id === '' ? segmentId : id,
      text,
      others: places.join(PUNCTUATION[language].comma),
    });
  };
  return (
    <>
      <h5>{title}</h5>
      <LongList items={refused} class="issues">
        {(each) => (
          <FieldRowIssue key={placeOfRow(each.row, words)} row={each.row} isLoss>
            {whyOf(each)}
          </FieldRowIssue>
        )}
      </LongList>
    </>
  );
}

/** What is to be told of a row. */
export function FieldRowIssue({
  row,
  isLoss = false,
  children,
}: {
  readonly row: FieldRow;
  /** Whether the row is not taken. */
  readonly isLoss?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const words = useI18n();
  return (
    <li class={`issue ${isLoss ? 'issue--error' : 'issue--warning'}`}>
      <strong class="field-sheet__place">{placeOfRow(row, words)}</strong> {children}
    </li>
  );
}
