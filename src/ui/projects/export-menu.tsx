import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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

/**
 * A button that opens the list of formats for the matching projects. The list lies over what is below, and closes once
 * a file is made, by Escape, and by a press outside it.
 */
export function ExportMenu(props: ExportMenuProps): JSX.Element {
  const { t } = useI18n();
  const isOpen = useSignal(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isRunning = props.share !== undefined;
  const wasRunning = useRef(false);
  const close = (): void => {
    // Only a focus that was inside would be lost.
    if (menu.current?.contains(document.activeElement)) button.current?.focus();
    isOpen.value = false;
  };
  useEffect(() => {
    if (wasRunning.current && !isRunning) close();
    wasRunning.current = isRunning;
  }, [isRunning]);
  useEffect(() => {
    if (!isOpen.value || isRunning) return;
    const pressOutside = ({ target }: Event): void => {
      if (target instanceof Node && menu.current?.contains(target) === false) close();
    };
    document.addEventListener('pointerdown', pressOutside);
    return () => document.removeEventListener('pointerdown', pressOutside);
  }, [isOpen.value, isRunning]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears Escape for the button and the list inside it
    <div
      ref={menu}
      class="export-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return;
        // Else the selection would go too.
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={button}
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
    </div>
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
