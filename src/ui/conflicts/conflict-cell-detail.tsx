import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ConflictRow } from '../../domain/conflicts/conflict-grid.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { formatAccuracy } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import type { OpenCell } from './conflict-grid-props.ts';
import { KindOfConflict } from './conflict-list.tsx';

/** The details of a cell: the rule, its article, and each conflict with its certainty and size. */
export function ConflictCellDetail({
  id,
  row,
  kind,
  onSelect,
  onClose,
}: {
  /** Id of the element, which the cell refers to. */
  readonly id: string;
  readonly row: ConflictRow;
  readonly kind: OpenCell['kind'];
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const { project, cells, isProtecting } = row;
  const conflicts = cells[kind]?.conflicts ?? [];
  const section = useRef<HTMLElement>(null);
  // In a narrow panel it is below the visible part.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [project.id, kind]);
  return (
    <section
      ref={section}
      id={id}
      class="conflict-cell-detail"
      aria-label={t('cellBehind')}
      aria-live="polite"
    >
      <div class="conflict-cell-detail__head">
        <h3>{pick(project.name)}</h3>
        <button type="button" class="text-button" onClick={() => onSelect(project.id)}>
          {t('zoomTo')}
        </button>
        <IconButton icon="close" label={t('cellClose')} onPress={onClose} />
      </div>
      <KindOfConflict kind={kind} conflicts={conflicts} onSelect={onSelect} />
      <p class="quiet">
        {conflicts.length > 0
          ? project.accuracyM === undefined
            ? t('conflictsNoAccuracy')
            : t('conflictsAccuracy', { accuracy: formatAccuracy(project.accuracyM, language) })
          : t(isProtecting ? 'conflictsProtects' : 'cellNothing')}
      </p>
    </section>
  );
}
