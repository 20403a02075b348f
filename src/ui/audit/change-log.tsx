import type { JSX } from 'preact';
import type { LogRatio } from '../../domain/audit/audit-question.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { Icon } from '../controls/icon.tsx';
import { type OpenWorkFile, WorkFileButtons } from '../controls/work-file-buttons.tsx';
import { formatPercent, PUNCTUATION } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** What the list of changes shows and tells. */
export type ChangeLogProps = {
  readonly log: readonly Reclassification[];
  readonly ratios: readonly LogRatio[];
  readonly segments: readonly CoastlineSegment[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onDrop: (index: number) => void;
  readonly onDropAll: () => void;
  readonly onSave: () => void;
  readonly onSaveWork: () => void;
  readonly onOpenWork: OpenWorkFile;
  readonly onSelect: (id: string) => void;
};

/** Every change of a class, with its reason and what it did to the ratio. */
export function ChangeLog(props: ChangeLogProps): JSX.Element {
  const { t } = useI18n();
  const { log, canUndo, canRedo } = props;
  return (
    <section class="change-log" aria-labelledby="changes-title">
      <div class="panel-bar">
        <h3 id="changes-title">{t('changesTitle')}</h3>
        <div class="panel-bar__actions">
          <button
            type="button"
            class="icon-button"
            aria-label={t('undo')}
            title={t('undo')}
            disabled={!canUndo}
            onClick={props.onUndo}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t('redo')}
            title={t('redo')}
            disabled={!canRedo}
            onClick={props.onRedo}
          >
            <Icon name="redo" />
          </button>
        </div>
      </div>
      {log.length === 0 ? <p class="quiet">{t('changesNone')}</p> : <Entries {...props} />}
      <WorkFileButtons
        canSave={log.length > 0}
        onSave={props.onSaveWork}
        onOpen={props.onOpenWork}
      />
    </section>
  );
}

function Entries({
  log,
  ratios,
  segments,
  onDrop,
  onDropAll,
  onSave,
  onSelect,
}: ChangeLogProps): JSX.Element {
  const { t, pick, language } = useI18n();
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? '–' : formatPercent(ratio, 2, language);
  return (
    <>
      <ol class="changes">
        {log.map((entry, index) => (
          <li key={`${entry.date}-${index}`} class="change">
            <div>
              {entry.segmentIds.map((id) => (
                <button key={id} type="button" class="link-button" onClick={() => onSelect(id)}>
                  {nameOf(id)}
                </button>
              ))}
              <span class="change__what"> → {whatOf(entry)}</span>
              <p class="quiet">
                {entry.reason} ·{' '}
                <time dateTime={entry.date}>{entry.date.slice(0, 16).replace('T', ' ')}</time>
              </p>
            </div>
            <output class="change__ratio">
              {percent(ratios[index]?.before)} → {percent(ratios[index]?.after)}
            </output>
            <button
              type="button"
              class="icon-button"
              aria-label={t('dropChange')}
              title={t('dropChange')}
              onClick={() => onDrop(index)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="text-button" onClick={onSave}>
        {t('saveEdited')}
      </button>
      <button type="button" class="text-button" onClick={onDropAll}>
        {t('dropAll')}
      </button>
    </>
  );

  function nameOf(id: string): string {
    const segment = segments.find((candidate) => candidate.id === id);
    return segment === undefined ? id : pick(segment.name);
  }

  function whatOf({ class: shoreClass, confidence }: Reclassification): string {
    const parts = [
      ...(shoreClass === undefined ? [] : [COASTLINE_SYMBOLS[shoreClass].label[language]]),
      ...(confidence === undefined
        ? []
        : [t('confidenceIs', { confidence: t(`confidence_${confidence}`) })]),
    ];
    return parts.join(PUNCTUATION[language].comma);
  }
}
