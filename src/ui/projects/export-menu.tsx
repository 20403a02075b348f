import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { Progress } from '../controls/progress.tsx';
import { useI18n } from '../i18n.tsx';

/** The formats of an export, the most usual one first. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'geojson'] as const;
/** A format of an export. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Props of the export menu. */
export type ExportMenuProps = {
  /** How many projects match the filter, of how many. */
  readonly count: number;
  readonly all: number;
  /** Why nothing can be exported yet; undefined once it can. */
  readonly obstacle: string | undefined;
  /** Progress of the running export, from 0 to 1; undefined while none runs. */
  readonly share: number | undefined;
  readonly onExport: (format: ExportFormat) => void;
  readonly onCancel: () => void;
};

/** A button that opens the list of formats for the matching projects. */
export function ExportMenu(props: ExportMenuProps): JSX.Element {
  const { t } = useI18n();
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? 'export-formats' : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="download" />
        {t('exportProjects')}
      </button>
      {isOpen.value && <Formats {...props} />}
    </>
  );
}

function Formats(props: ExportMenuProps): JSX.Element {
  const { count, all, obstacle, share } = props;
  const { t } = useI18n();
  const isRunning = share !== undefined;
  return (
    <section id="export-formats" class="export-formats" aria-labelledby="export-heading">
      <h3 id="export-heading">
        {count === all ? t('exportAll', { all }) : t('exportHeading', { count, all })}
      </h3>
      <ul>
        {EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              class="export-formats__format"
              disabled={obstacle !== undefined || count === 0}
              // Not `disabled`: the button that was pressed would lose the focus.
              aria-disabled={isRunning}
              onClick={() => !isRunning && props.onExport(format)}
            >
              <b>{t(`exportFormat_${format}`)}</b>
              <span class="quiet">{t(`exportFor_${format}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {isRunning ? (
        <Progress label={t('exportRunning')} share={share} onCancel={props.onCancel} />
      ) : (
        <p class="quiet" role="status">
          {obstacle ?? (count === 0 ? t('noProjectMatches') : t('exportNote'))}
        </p>
      )}
    </section>
  );
}
