import { Fragment, type JSX } from 'preact';
import type { LogRatio } from '../../domain/audit/audit-question.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { type EditHistory, HistoryButtons } from '../controls/history-buttons.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { type WorkFileActions, WorkFileButtons } from '../controls/work-file-buttons.tsx';
import { formatPercent, PUNCTUATION } from '../format.ts';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';

/** Props of the list of changed classes. */
export type ChangeLogProps = {
  readonly log: readonly Reclassification[];
  readonly ratios: readonly LogRatio[];
  readonly segments: readonly CoastlineSegment[];
  readonly history: EditHistory;
  readonly workFile: WorkFileActions;
  readonly onDrop: (index: number) => void;
  readonly onDropAll: () => void;
  readonly onSave: () => void;
  readonly onSelect: (id: string) => void;
};

/** Every change of a class, with its reason and its effect on the ratio. */
export function ChangeLog(props: ChangeLogProps): JSX.Element {
  const { t } = useI18n();
  const { log } = props;
  return (
    <section aria-labelledby="changes-title">
      <div class="panel-bar">
        <h3 id="changes-title">{t('changesTitle')}</h3>
        <HistoryButtons history={props.history} />
      </div>
      {log.length === 0 ? (
        <p class="quiet">{t('changesNone')}</p>
      ) : (
        <Entries
          log={log}
          ratios={props.ratios}
          segments={props.segments}
          onDrop={props.onDrop}
          onDropAll={props.onDropAll}
          onSave={props.onSave}
          onSelect={props.onSelect}
        />
      )}
      <WorkFileButtons actions={props.workFile} />
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
}: Omit<ChangeLogProps, 'history' | 'workFile'>): JSX.Element {
  const { t, pick, language } = useI18n();
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? '–' : formatPercent(ratio, 2, language);
  return (
    <>
      <ol class="changes">
        {log.map((entry, index) => (
          <li key={`${entry.date}-${index}`} class="change">
            <div>
              {entry.segmentIds.map((id, place) => (
                <Fragment key={id}>
                  {place > 0 && PUNCTUATION[language].comma}
                  <button type="button" class="link-button" onClick={() => onSelect(id)}>
                    {nameOf(id)}
                  </button>
                </Fragment>
              ))}
              <span class="change__what"> → {whatOf(entry)}</span>
              <p class="quiet">
                {entry.reason} ·{' '}
                <time dateTime={entry.date}>{formatMoment(entry.date, language)}</time>
              </p>
            </div>
            <output class="change__ratio" translate={false}>
              {percent(ratios[index]?.before)} → {percent(ratios[index]?.after)}
            </output>
            <IconButton icon="close" label={t('dropChange')} onPress={() => onDrop(index)} />
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

  function whatOf({ class: shoreClass, use, confidence }: Reclassification): string {
    const parts = [
      ...(shoreClass === undefined ? [] : [COASTLINE_SYMBOLS[shoreClass].label[language]]),
      ...(use === undefined ? [] : [t(`use_${use}`)]),
      ...(confidence === undefined
        ? []
        : [t('confidenceIs', { confidence: t(`confidence_${confidence}`) })]),
    ];
    return parts.join(PUNCTUATION[language].comma);
  }
}
