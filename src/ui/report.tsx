import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CoastSummary, ZoneSummary } from '../domain/audit.ts';
import type { AuditAnswer } from '../domain/audit-question.ts';
import type { CoastlineSegment } from '../domain/coastline.ts';
import { COASTLINE_CLASSES } from '../domain/coastline.ts';
import type { Reclassification } from '../domain/reclassification.ts';
import { COASTLINE_SYMBOLS } from '../domain/symbology.ts';
import type { Zone } from '../domain/zone.ts';
import { auditSentence, type DataVersion } from './audit-sentence.ts';
import { ClassBar } from './class-bar.tsx';
import { EarthModelTable } from './earth-model-table.tsx';
import { formatLength, formatNumber, formatPercent, formatRatio, UNITS } from './format.ts';
import { IllustrationNotice } from './notice.tsx';
import { RatioGauge } from './ratio-gauge.tsx';
import { CoastlineSign } from './symbol.tsx';
import { useWords } from './words.tsx';

/** What the printed report shows. */
export type ReportProps = {
  readonly planTitle: string;
  readonly answer: AuditAnswer;
  readonly zones: readonly Zone[];
  readonly segments: readonly CoastlineSegment[];
  readonly log: readonly Reclassification[];
  readonly isSurveyed: boolean;
  readonly versions: readonly DataVersion[];
  readonly credits: readonly string[];
  /** Day of printing, as ISO 8601. */
  readonly date: string;
  /** The map as a data URL; absent where no map could be drawn. */
  readonly picture: string | undefined;
  readonly onPrint: () => void;
  readonly onClose: () => void;
};

/** The audit as A4 pages: headline, method, map, zones, coverage and the evidence of each zone. */
export function Report(props: ReportProps): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const dialog = useFocusInside(props.onClose);
  const { planTitle, answer, zones, segments, isSurveyed, versions, credits, date, picture } =
    props;
  const { audit, settings } = answer;
  const nameOf = (id: string): string => {
    const zone = zones.find((candidate) => candidate.id === id);
    return (language === 'zh' ? zone?.nameZh : zone?.nameEn) ?? id;
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
            {planTitle} · {date}
          </p>
        </header>
        {!isSurveyed && <IllustrationNotice />}
        <RatioGauge summary={audit.overall} theme="light" />
        <p>{auditSentence({ answer, versions, date, isSurveyed, words })}</p>
        {picture !== undefined && <img class="report__map" src={picture} alt={t('reportMap')} />}
        <p class="quiet">{credits.join(' · ')}</p>
        <h2>{t('method')}</h2>
        <p>{t('methodNote')}</p>
        <p>{t('difference_note')}</p>
        <ul class="report__rule">
          {COASTLINE_CLASSES.map((name) => (
            <li key={name}>
              <CoastlineSign of={name} theme="light" /> {COASTLINE_SYMBOLS[name].label[language]}:{' '}
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
          wholeName={t(`allZones_${settings.realm}`)}
          nameOf={nameOf}
        />
        <h2>{t('twoModels')}</h2>
        <EarthModelTable summary={audit.overall} />
        <h2>{t('bandTitle')}</h2>
        <ul>
          {audit.overall.bandParts.map(({ kind, low, high }) => (
            <li key={kind}>
              {t(`bandPart_${kind}`)}: {formatPercent(low, 2, language)} …{' '}
              {formatPercent(high, 2, language)}
            </li>
          ))}
        </ul>
        <h2>{t('coverageTitle')}</h2>
        <p>{t(audit.coverage.isComplete ? 'coverageComplete' : 'coverageIncomplete')}</p>
        <ul>
          {audit.coverage.faults.map((fault, index) => (
            <li key={`${fault.kind}-${index}`}>
              {t(`faultKind_${fault.kind}`)}: {fault.segmentIds.join(', ')},{' '}
              {formatLength(fault.lengthM, language, 2)}
            </li>
          ))}
        </ul>
        {props.log.length > 0 && <ReportChanges {...props} />}
        <h2>{t('evidenceTitle')}</h2>
        {audit.zones.map((summary) => (
          <ZoneEvidence
            key={summary.id}
            summary={summary}
            name={nameOf(summary.id)}
            segments={segments}
          />
        ))}
        <h2>{t('dataVersions')}</h2>
        <ul class="report__versions">
          {versions.map(({ file, sha256 }) => (
            <li key={file}>
              {file}: SHA-256 {sha256}
            </li>
          ))}
        </ul>
      </article>
    </div>
  );
}

/** Takes the focus while it stands, gives it back afterwards, and closes on Escape. */
function useFocusInside(onClose: () => void): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.focus();
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => {
      document.removeEventListener('keydown', press, { capture: true });
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return element;
}

function ReportZones({
  zones,
  overall,
  wholeName,
  nameOf,
}: {
  readonly zones: readonly ZoneSummary[];
  readonly overall: CoastSummary;
  readonly wholeName: string;
  readonly nameOf: (id: string) => string;
}): JSX.Element {
  const { t, language } = useWords();
  const kilometres = UNITS.kilometre[language];
  return (
    <table class="report__table">
      <thead>
        <tr>
          <th scope="col">{t('zone')}</th>
          <th scope="col">{t('ratio')}</th>
          <th scope="col">{t('verdict')}</th>
          <th scope="col">
            {t('natural')} {kilometres}
          </th>
          <th scope="col">
            {t('restored')} {kilometres}
          </th>
          <th scope="col">
            {t('total')} {kilometres}
          </th>
          <th scope="col">
            {t('area')} {UNITS.squareKilometre[language]}
          </th>
          <th scope="col">{t('classes')}</th>
        </tr>
      </thead>
      <tbody>
        {zones.map((summary) => (
          <ReportRow key={summary.id} name={nameOf(summary.id)} summary={summary} />
        ))}
        <ReportRow name={wholeName} summary={overall} />
      </tbody>
    </table>
  );
}

function ReportRow({
  name,
  summary,
}: {
  readonly name: string;
  readonly summary: CoastSummary;
}): JSX.Element {
  const { t, language } = useWords();
  const { ratio, target, verdict, naturalM, restoredM, totalM, areaM2 } = summary;
  const kilometres = (lengthM: number): string => formatNumber(lengthM / 1000, 2, language);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{ratio === undefined ? '–' : formatRatio(ratio, target, language)}</td>
      <td>{t(`verdictName_${verdict}`)}</td>
      <td>{kilometres(naturalM)}</td>
      <td>{kilometres(restoredM)}</td>
      <td>{kilometres(totalM)}</td>
      <td>{areaM2 === undefined ? '–' : formatNumber(areaM2 / 1e6, 2, language)}</td>
      <td class="report__classes">
        <ClassBar summary={summary} theme="light" />
      </td>
    </tr>
  );
}

function ReportChanges({ log, answer, segments }: ReportProps): JSX.Element {
  const { t, language } = useWords();
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? '–' : formatPercent(ratio, 2, language);
  return (
    <>
      <h2>{t('changesTitle')}</h2>
      <ol>
        {log.map(({ segmentIds, class: shoreClass, confidence, reason, date }, index) => (
          <li key={`${date}-${index}`}>
            {segmentIds.map((id) => segmentName(segments, id, language)).join(', ')} →{' '}
            {shoreClass !== undefined && COASTLINE_SYMBOLS[shoreClass].label[language]}{' '}
            {confidence !== undefined &&
              t('confidenceIs', { confidence: t(`confidence_${confidence}`) })}{' '}
            ({reason}): {percent(answer.logRatios[index]?.before)} →{' '}
            {percent(answer.logRatios[index]?.after)}
          </li>
        ))}
      </ol>
    </>
  );
}

function ZoneEvidence({
  summary,
  name,
  segments,
}: {
  readonly summary: ZoneSummary;
  readonly name: string;
  readonly segments: readonly CoastlineSegment[];
}): JSX.Element | null {
  const { t, language } = useWords();
  if (summary.pieces.length === 0) return null;
  return (
    <table class="report__table">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('coastlineSegment')}</th>
          <th scope="col">{t('class')}</th>
          <th scope="col">{t('use')}</th>
          <th scope="col">{t('confidence')}</th>
          <th scope="col">{UNITS.metre[language]}</th>
        </tr>
      </thead>
      <tbody>
        {summary.pieces.map(({ segmentId, lengthM }, index) => {
          const segment = segments.find(({ id }) => id === segmentId);
          if (segment === undefined) return null;
          const shoreClass = segment.class;
          return (
            <tr key={`${segmentId}-${index}`}>
              <th scope="row">{segmentName(segments, segmentId, language)}</th>
              <td>
                {shoreClass === undefined
                  ? t('unclassified')
                  : COASTLINE_SYMBOLS[shoreClass].label[language]}
              </td>
              <td>{segment.use === undefined ? '' : t(`use_${segment.use}`)}</td>
              <td>{t(`confidence_${segment.confidence}`)}</td>
              <td>{formatNumber(lengthM, 1, language)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function segmentName(
  segments: readonly CoastlineSegment[],
  id: string,
  language: 'zh' | 'en',
): string {
  const segment = segments.find((candidate) => candidate.id === id);
  if (segment === undefined) return id;
  return language === 'zh' ? segment.nameZh : segment.nameEn;
}
