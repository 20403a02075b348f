import type { JSX } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { ConflictsByProject } from '../../domain/conflicts/conflict.ts';
import { conflictGrid, type GridOrder } from '../../domain/conflicts/conflict-grid.ts';
import type { Project } from '../../domain/project.ts';
import { useI18n } from '../i18n.tsx';
import { ConflictCellDetail } from './conflict-cell-detail.tsx';
import { ConflictGrid } from './conflict-grid.tsx';
import type { OpenCell } from './conflict-grid-props.ts';

/** Props of the matrix of conflicts. */
export type ConflictMatrixProps = {
  /** The projects that match the filter. */
  readonly projects: readonly Project[];
  /** Undefined while they are being searched. */
  readonly conflicts: ConflictsByProject | undefined;
  readonly failure: string | undefined;
  readonly studyM: number;
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly order: GridOrder;
  readonly onSort: (order: GridOrder) => void;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** Every located project that matches the filter against every kind of conflict. */
export function ConflictMatrix(props: ConflictMatrixProps): JSX.Element {
  const { projects, conflicts, failure } = props;
  const { t } = useI18n();
  if (failure !== undefined) return <p role="alert">{t('conflictsFailed', { reason: failure })}</p>;
  return (
    <div class="conflict-matrix">
      {conflicts === undefined ? (
        <p role="status" class="quiet">
          {t('conflictsSought')}
        </p>
      ) : (
        projects.length > 0 && <Found {...props} conflicts={conflicts} />
      )}
    </div>
  );
}

function Found({
  projects,
  conflicts,
  ...props
}: ConflictMatrixProps & { readonly conflicts: ConflictsByProject }): JSX.Element {
  const { t } = useI18n();
  const grid = useMemo(() => conflictGrid(projects, conflicts), [projects, conflicts]);
  const [open, show] = useState<OpenCell | undefined>(undefined);
  const behindId = useId();
  const { rows, counted, unlocated } = grid;
  const row = open && rows.find(({ project }) => project.id === open.id);
  if (rows.length === 0) return <p class="quiet">{t('matrixNoSite')}</p>;
  return (
    <>
      <ConflictGrid {...props} grid={grid} open={row && open} behindId={behindId} onOpen={show} />
      {row === undefined || open === undefined ? (
        <div class="quiet conflict-matrix__notes">
          {counted.certain + counted.possible === 0 && <p>{t('matrixNoneFound')}</p>}
          <p>
            {t('matrixTouch')} <span id="matrix-keys">{t('matrixKeys')}</span>
          </p>
          <p>
            {t('conflictsFilterNote')} {t('matrixSum')}{' '}
            {unlocated > 0 && t('matrixLeftOut', { count: unlocated })}
          </p>
        </div>
      ) : (
        <ConflictCellDetail
          id={behindId}
          row={row}
          kind={open.kind}
          onSelect={props.onSelect}
          onClose={() => show(undefined)}
        />
      )}
    </>
  );
}
