import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Provenance } from '../../domain/audit/provenance.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import type { MapStanding } from '../../domain/dataset.ts';
import type { PhotoWithPin } from '../../domain/field-photo/pin-photos.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { drawnYears, type RatioOfYear } from '../../domain/versions/ratio-series.ts';
import type { Zone } from '../../domain/zone.ts';
import { auditSentence, versionsText } from '../audit/audit-sentence.ts';
import { BandParts } from '../audit/band-parts.tsx';
import { earthModelNote } from '../audit/earth-model-note.ts';
import { EarthModelTable } from '../audit/earth-model-table.tsx';
import { ProvisionalNotice } from '../audit/provisional-notice.tsx';
import { RatioGauge } from '../audit/ratio-gauge.tsx';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { coastNoticeText } from '../controls/coast-notice-text.ts';
import { useFocusTrap } from '../controls/use-focus-trap.ts';
import { formatLength, UNITS } from '../format.ts';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';
import { mapNotice } from '../map-notice.ts';
import { RatioSeriesFigures } from '../versions/ratio-series-section.tsx';
import { PAGE, PAGES, usePageFoot } from './page-foot.ts';
import { ReportChange, type ReportedChange } from './report-change.tsx';
import { ReportChanges, ZoneEvidence } from './report-evidence.tsx';
import { ReportFaults } from './report-faults.tsx';
import { ReportLineage } from './report-lineage.tsx';
import { type ReportImage, ReportMap } from './report-map.tsx';
import { ReportPhotos } from './report-photos.tsx';
import { type ReportedStatistics, ReportStatistics } from './report-statistics.tsx';
import { ReportZones } from './report-zones.tsx';

/** Props of the printed report. */
export type ReportProps = {
  readonly planTitle: string;
  readonly answer: AuditAnswer;
  readonly zones: readonly Zone[];
  readonly segments: readonly CoastlineSegment[];
  readonly log: readonly Reclassification[];
  readonly standing: MapStanding;
  readonly provenance: Provenance;
  /** The user's data that are counted. */
  readonly datasets: readonly OwnDataset[];
  /** Photos from the field. */
  readonly photos: readonly PhotoWithPin[];
  readonly credits: readonly string[];
  /** Day of printing, and the instant, as ISO 8601. */
  readonly date: string;
  readonly printedAt: string;
  /** A map of the whole coast; undefined when none could be drawn. */
  readonly picture: ReportImage | undefined;
  /** What became of the coast since another survey; undefined where none was compared. */
  readonly change: ReportedChange | undefined;
  /** The coast by other areas than the zones, as far as it was counted on the page. */
  readonly statistics: readonly ReportedStatistics[];
  /** The surveyed years of named versions. */
  readonly series: readonly RatioOfYear[];
  readonly onPrint: () => void;
  readonly onClose: () => void;
};

/** The audit as A4 pages: headline, method, map, zones, coverage, what changed, and the evidence of each zone. */
export function Report(props: ReportProps): JSX.Element {
  const words = useI18n();
  const { t, pick, language } = words;
  const dialog = useFocusTrap(props.onClose);
  const title = `${t('reportTitle')} · ${props.planTitle} · ${props.date}`;
  usePageFoot(
    [
      title,
      versionsText(props.provenance, words),
      ...[coastNoticeText(props.standing.coastStatus, words) ?? []].flat(),
    ].join(' · '),
    t('reportPageOf', { page: PAGE, pages: PAGES }),
  );
  const { planTitle, answer, zones, segments, standing, provenance, credits, date, picture } =
    props;
  const { coastStatus } = standing;
  const { audit, settings } = answer;
  const nameOf = (id: string): string => {
    const zone = zones.find((candidate) => candidate.id === id);
    return zone === undefined ? id : pick(zone.name);
  };
  return (
    <div
      ref={dialog}
      class="report"
      role="dialog"
      aria-modal="true"
      aria-labelledby="report-title"
      tabIndex={-1}
    >
      <div class="report__bar">
        <button type="button" class="button" onClick={props.onPrint}>
          {t('print')}
        </button>
        <button type="button" class="text-button" onClick={props.onClose}>
          {t('close')}
        </button>
      </div>
      <article class="report__page">
        <header>
          <h1 id="report-title">{t('reportTitle')}</h1>
          <p class="quiet">
            {planTitle} · {formatMoment(props.printedAt, language)}
          </p>
        </header>
        <CoastNotice status={coastStatus} />
        <RatioGauge summary={audit.overall} theme="light" />
        <p>{auditSentence({ answer, provenance, date, coastStatus, words })}</p>
        {picture !== undefined && <ReportMap picture={picture} />}
        <p class="quiet">{credits.join(' · ')}</p>
        <ReportStanding standing={standing} />
        <h2>{t('method')}</h2>
        <p>{t('methodNote')}</p>
        <p>{earthModelNote(audit.pieces, words)}</p>
        <ul>
          {COASTLINE_CLASSES.map((name) => (
            <li key={name}>
              <CoastlineSwatch of={name} theme="light" /> {COASTLINE_SYMBOLS[name].label[language]}:{' '}
              {t(`counting_${audit.rule.counting[name]}`)},{' '}
              {formatLength(audit.overall.byClass[name], language, 2)}
            </li>
          ))}
        </ul>
        <p class="quiet">
          {t('detail')}:{' '}
          {settings.toleranceM === 0
            ? t('detailAsDrawn')
            : `${settings.toleranceM} ${UNITS.metre[language]}`}
        </p>
        <h2>{t('zonesTitle')}</h2>
        <ReportZones
          zones={audit.zones}
          overall={audit.overall}
          rowTitle={t('zone')}
          wholeName={t(`allZones_${settings.realm}`)}
          nameOf={nameOf}
        />
        <ReportStatistics statistics={props.statistics} />
        <h2>{t('twoModels')}</h2>
        <EarthModelTable summary={audit.overall} pieces={audit.pieces} />
        <h2>{t('bandTitle')}</h2>
        <BandParts parts={audit.overall.bandParts} />
        <h2>{t('coverageTitle')}</h2>
        <ProvisionalNotice answer={answer} />
        {(!audit.coverage.isComplete || (answer.reasons ?? []).length === 0) && (
          <p>{t(audit.coverage.isComplete ? 'coverageComplete' : 'coverageIncomplete')}</p>
        )}
        <ReportFaults faults={audit.coverage.faults} />
        {props.log.length > 0 && <ReportChanges {...props} />}
        {props.change !== undefined && <ReportChange change={props.change} />}
        {drawnYears(props.series).length > 1 && (
          <section class="ratio-series">
            <h2>{t('seriesTitle')}</h2>
            <RatioSeriesFigures series={props.series} />
          </section>
        )}
        <h2>{t('evidenceTitle')}</h2>
        {audit.zones.map((summary) => (
          <ZoneEvidence
            key={summary.id}
            summary={summary}
            name={nameOf(summary.id)}
            segments={segments}
          />
        ))}
        <ReportPhotos photos={props.photos} segments={segments} />
        <ReportLineage datasets={props.datasets} />
        <DataVersions provenance={provenance} />
      </article>
    </div>
  );
}

/** The review number or notice that the plan states; nothing where it states none. */
function ReportStanding({ standing }: { readonly standing: MapStanding }): JSX.Element | null {
  const words = useI18n();
  if ((standing.reviewNumber ?? standing.notice) === undefined) return null;
  return <p class="quiet">{mapNotice(standing, words)}</p>;
}

/** The files behind the figures with their hashes. */
function DataVersions({ provenance }: { readonly provenance: Provenance }): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <h2>{t('dataVersions')}</h2>
      <ul class="report__versions">
        {provenance.read.map(({ file, sha256 }) => (
          <li key={file}>
            {file}: SHA-256 {sha256}
          </li>
        ))}
        {provenance.made.map(({ file, sha256 }) => (
          <li key={file}>
            {file} ({t('countedInPlace')}): SHA-256 {sha256}
          </li>
        ))}
      </ul>
    </>
  );
}
