import type { JSX } from 'preact';
import type { Coverage, CoverageFault } from '../../domain/audit/audit.ts';
import type { GradeDifference } from '../../domain/audit/grade-differences.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Issue } from '../../domain/issue.ts';
import { GRADE_SYMBOLS } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { Icon } from '../controls/icon.tsx';
import { formatLength, formatNumber, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** Props of the coverage list. */
export type CoverageListProps = {
  readonly coverage: Coverage;
  /** What makes the figures provisional besides the coverage. */
  readonly reasons: readonly ProvisionalReason[];
  /** Issues of the audited files that change no figure. */
  readonly suspicions: readonly Issue[];
  readonly segments: readonly CoastlineSegment[];
  /** Stretches whose protection grade is not that of their zone. */
  readonly gradeDifferences: readonly GradeDifference[];
  readonly zones: readonly Zone[];
  readonly onGoTo: (place: Pick<CoverageFault, 'segmentIds' | 'line'>) => void;
};

/** Gap, overlap, duplicate, unclassified and unzoned metres; each fault one step away on the map. */
export function CoverageList({
  coverage,
  reasons,
  suspicions,
  segments,
  gradeDifferences,
  zones,
  onGoTo,
}: CoverageListProps): JSX.Element {
  const { t, pick, language } = useI18n();
  const kinds = [
    ['gap', coverage.gapM],
    ['overlap', coverage.overlapM],
    ['duplicate', coverage.duplicateM],
    ['unclassified', coverage.unclassifiedM],
    ['outside', coverage.outsideM],
  ] as const;
  return (
    <>
      {reasons.length > 0 && (
        <ul class="issues">
          {reasons.map(({ message, file, line, column }, index) => (
            <li key={index} class="provisional">
              {pick(message)} {file !== undefined && `${file}:${line}:${column}`}
            </li>
          ))}
        </ul>
      )}
      {suspicions.length > 0 && (
        <ul class="issues">
          {suspicions.map(({ dataset, message, cure }, index) => (
            <li key={index}>
              {dataset}: {pick(message)} {cure !== undefined && pick(cure)}
            </li>
          ))}
        </ul>
      )}
      {(reasons.length === 0 || !coverage.isComplete) && (
        <p class={coverage.isComplete ? undefined : 'provisional'}>
          {t(coverage.isComplete ? 'coverageComplete' : 'coverageIncomplete')}
        </p>
      )}
      <dl class="facts facts--figures">
        {kinds.map(([kind, lengthM]) => (
          <div key={kind}>
            <dt>{t(`faultKind_${kind}`)}</dt>
            <dd>{formatLength(lengthM, language, 3)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('residual')}</dt>
          <dd>
            {withUnit(
              formatNumber(coverage.residualM * 1000, 3, language),
              language === 'zh' ? '毫米' : 'mm',
            )}
          </dd>
        </div>
      </dl>
      <ul>
        {coverage.faults.map((fault, index) => (
          <li key={`${fault.kind}-${index}`}>
            <button type="button" class="evidence-row" onClick={() => onGoTo(fault)}>
              <Icon name="locate" />
              <span>
                {t(`faultKind_${fault.kind}`)}: {fault.segmentIds.map(nameOf).join(' – ')}
                {fault.apartM !== undefined && (
                  <small class="quiet">
                    {' '}
                    {t('faultApart', { metres: formatNumber(fault.apartM, 1, language) })}
                  </small>
                )}
              </span>
              <span class="evidence-row__length">{formatLength(fault.lengthM, language, 2)}</span>
            </button>
          </li>
        ))}
      </ul>
      <GradeDifferences
        differences={gradeDifferences}
        segments={segments}
        zones={zones}
        onGoTo={onGoTo}
      />
    </>
  );

  function nameOf(id: string): string {
    const segment = segments.find((candidate) => candidate.id === id);
    return segment === undefined ? id : pick(segment.name);
  }
}

/** Where the grade of a stretch is not that of its zone, the longest first; nothing where all agree. */
function GradeDifferences({
  differences,
  segments,
  zones,
  onGoTo,
}: Pick<CoverageListProps, 'segments' | 'zones' | 'onGoTo'> & {
  readonly differences: readonly GradeDifference[];
}): JSX.Element | null {
  const { t, pick, language } = useI18n();
  if (differences.length === 0) return null;
  const segmentNames = new Map(segments.map(({ id, name }) => [id, pick(name)]));
  const zoneNames = new Map(zones.map(({ id, name }) => [id, pick(name)]));
  const lengthM = differences.reduce((sum, difference) => sum + difference.lengthM, 0);
  return (
    <details class="evidence-box">
      <summary>
        {t('gradeDifferences')}
        <span class="count">
          {formatLength(lengthM, language, 2)} · {differences.length}
        </span>
      </summary>
      <p class="quiet">{t('gradeDifferencesNote')}</p>
      <ul>
        {differences.map(({ segmentId, zoneId, segmentGrade, zoneGrade, lengthM, line }) => (
          <li key={`${segmentId} ${zoneId} ${line[0]?.join()}`}>
            <button
              type="button"
              class="evidence-row"
              onClick={() => onGoTo({ segmentIds: [segmentId], line })}
            >
              <Icon name="locate" />
              <span>
                {segmentNames.get(segmentId) ?? segmentId}{' '}
                <small class="quiet">
                  {t('gradeDifference', {
                    grade: pick(GRADE_SYMBOLS[segmentGrade].label),
                    zone: zoneNames.get(zoneId) ?? zoneId,
                    zoneGrade: pick(GRADE_SYMBOLS[zoneGrade].label),
                  })}
                </small>
              </span>
              <span class="evidence-row__length">{formatLength(lengthM, language, 2)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
