import type { JSX } from 'preact';
import type { AuditRule, BuildingSetback } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { decidingZone } from '../../domain/audit/grade-differences.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Position } from '../../domain/geometry.ts';
import type { ShoreFinding, ShoreTrial } from '../../domain/map-tools/shore-inquiry.ts';
import type { Project } from '../../domain/project.ts';
import { COASTLINE_SYMBOLS, GRADE_SYMBOLS } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { ProvisionalNotice } from '../audit/provisional-notice.tsx';
import { VerdictText } from '../audit/verdict.tsx';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { Fact } from '../controls/fact.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { formatLength, formatPercent, formatPosition, formatTarget } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** Props of the card about a place on the shore. */
export type InquiryCardProps = {
  readonly at: Position;
  readonly finding: ShoreFinding | undefined;
  readonly isMeasuring: boolean;
  readonly failure: string | undefined;
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly projects: readonly Project[];
  /** The plan's rule; undefined until it is read. */
  readonly rule: AuditRule | undefined;
  readonly coastStatus: CoastStatus;
  /** Whether the place is at sea; undefined while no land is known. */
  readonly isAtSea: boolean | undefined;
  /** The audit of the coast as it is; undefined until it is measured. */
  readonly audited: AuditAnswer | undefined;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
};

/** A place farther from any coast than this, in metres, is not about the shore. */
const SHORE_METRES = 2000;

/** Why not here: the nearest coast, its zone and rules, and what a site there would cost. */
export function InquiryCard(props: InquiryCardProps): JSX.Element {
  const { t, language } = useI18n();
  const { at, finding, isMeasuring, failure, onClose } = props;
  return (
    <aside class="detail-card" aria-labelledby="inquiry-title" data-covers="right">
      <header class="detail-card__head">
        <div>
          <h2 id="inquiry-title">{t('inquiryTitle')}</h2>
          <p class="quiet">{formatPosition(at, language)}</p>
        </div>
        <IconButton icon="close" label={t('close')} onPress={onClose} />
      </header>
      <div class="detail-card__body">
        {isMeasuring && <p role="status">{t('auditRunning')}</p>}
        {failure !== undefined && <p role="alert">{t('auditFailed', { reason: failure })}</p>}
        {!isMeasuring && failure === undefined && finding === undefined && (
          <p>{t('inquiryNoCoast')}</p>
        )}
        {finding !== undefined && <Finding {...props} finding={finding} />}
      </div>
    </aside>
  );
}

function Finding(props: InquiryCardProps & { readonly finding: ShoreFinding }): JSX.Element {
  const { t, language, pick } = useI18n();
  const { finding, segments, zones, projects, onSelect } = props;
  const segment = segments[finding.segment];
  const held = zones.filter(({ id }) => finding.zoneIds.includes(id));
  const near = finding.nearestProject;
  const project = projects.find(({ id }) => id === near?.id);
  const deciding = decidingZone(held);
  const grade = deciding?.grade ?? segment?.grade;
  return (
    <>
      <dl class="facts">
        {segment !== undefined && (
          <Fact label={t('nearestCoast')}>
            <button type="button" class="link-button" onClick={() => onSelect(segment.id)}>
              {pick(segment.name)}
            </button>{' '}
            {formatLength(finding.distanceM, language, 2)}
          </Fact>
        )}
        {segment !== undefined && (
          <Fact label={t('class')}>
            {segment.class === undefined
              ? t('unclassified')
              : COASTLINE_SYMBOLS[segment.class].label[language]}
            {segment.use !== undefined && ` · ${t(`use_${segment.use}`)}`}{' '}
            <small class="quiet">
              {t('confidenceIs', { confidence: t(`confidence_${segment.confidence}`) })}
            </small>
          </Fact>
        )}
        <Fact label={t('zone')}>
          {held.length === 0
            ? t('outsideZones')
            : held.map(({ id, name }) => (
                <button key={id} type="button" class="link-button" onClick={() => onSelect(id)}>
                  {pick(name)}
                </button>
              ))}
        </Fact>
        {grade !== undefined && (
          <Fact label={t('grade')}>
            {pick(GRADE_SYMBOLS[grade].label)}{' '}
            <small class="quiet">
              {deciding === undefined
                ? t('gradeOfStretch')
                : t('gradeOfZone', { zone: pick(deciding.name) })}
              {segment?.grade !== undefined && segment.grade !== grade && (
                <> {t('gradeOtherwise', { grade: pick(GRADE_SYMBOLS[segment.grade].label) })}</>
              )}
            </small>
          </Fact>
        )}
        {project !== undefined && near !== undefined && (
          <Fact label={t('nearestProject')}>
            <button type="button" class="link-button" onClick={() => onSelect(project.id)}>
              {pick(project.name)}
            </button>{' '}
            {formatLength(near.distanceM, language, 2)}
          </Fact>
        )}
      </dl>
      {finding.distanceM > SHORE_METRES ? (
        <p>{t('inquiryFar', { distance: formatLength(SHORE_METRES, language, 0) })}</p>
      ) : (
        <Costs {...props} grade={grade} isIsland={segment?.realm === 'island'} />
      )}
    </>
  );
}

/** The rules of the nearest shore, and what a site there would take. */
function Costs({
  finding,
  rule,
  coastStatus,
  isAtSea,
  audited,
  grade,
  isIsland,
}: InquiryCardProps & {
  readonly finding: ShoreFinding;
  readonly grade: CoastlineSegment['grade'];
  readonly isIsland: boolean;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const before = finding.trials[0]?.answer.before.ratio;
  return (
    <>
      <h3>{t('inquiryRules')}</h3>
      <ul class="rules">
        {rule !== undefined && (
          <SetbackRule setback={rule.setback} distanceM={finding.distanceM} isAtSea={isAtSea} />
        )}
        {grade !== undefined && <li>{t(`gradeRule_${grade}`)}</li>}
        {rule !== undefined && (
          <li>
            {isIsland
              ? t('inquiryIsland')
              : t('ratioRule', { target: formatTarget(rule.target, language) })}{' '}
            {!isIsland && rule.targetSource !== undefined && pick(rule.targetSource)}
          </li>
        )}
      </ul>
      <h3>{t('inquiryTrials')}</h3>
      {before !== undefined && (
        <p class="quiet">{t('ratioNow', { ratio: formatPercent(before, 2, language) })}</p>
      )}
      <table class="compare-table">
        <thead>
          <tr>
            <th scope="col">{t('frontage')}</th>
            <th scope="col">{t('coastTaken')}</th>
            <th scope="col">{t('lossCounted')}</th>
            <th scope="col">{t('ratio')}</th>
          </tr>
        </thead>
        <tbody>
          {finding.trials.map((trial) => (
            <TrialRow key={trial.frontageM} trial={trial} />
          ))}
        </tbody>
      </table>
      {finding.trials.slice(-1).map(({ frontageM, answer: { after } }) => (
        <p key={frontageM}>
          <VerdictText summary={after} />{' '}
          {after.headroomM !== undefined &&
            t(after.headroomM >= 0 ? 'mayLose' : 'mustRestore', {
              length: formatLength(Math.abs(after.headroomM), language, 2),
            })}
        </p>
      ))}
      {audited !== undefined && <ProvisionalNotice answer={audited} />}
      <CoastNotice status={coastStatus} />
    </>
  );
}

/** Whether the place is within the building setback of the plan's rule, and what sets it. */
function SetbackRule({
  setback,
  distanceM,
  isAtSea,
}: {
  readonly setback: BuildingSetback | undefined;
  readonly distanceM: number;
  readonly isAtSea: boolean | undefined;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  if (setback === undefined) return <li>{t('setbackUnstated')}</li>;
  const distance = formatLength(setback.distanceM, language);
  const onLand = distanceM < setback.distanceM ? 'setbackInside' : 'setbackOutside';
  return (
    <li>
      {t(isAtSea === true ? 'setbackAtSea' : onLand, { distance })}{' '}
      {setback.source !== undefined && pick(setback.source)}
    </li>
  );
}

function TrialRow({ trial: { frontageM, answer } }: { readonly trial: ShoreTrial }): JSX.Element {
  const { language } = useI18n();
  const { after, lostM, sites } = answer;
  const insideM = sites
    .flatMap(({ changed }) => changed)
    .reduce((sum, row) => sum + row.lengthM, 0);
  return (
    <tr>
      <th scope="row">{formatLength(frontageM, language)}</th>
      <td>{formatLength(insideM, language, 2)}</td>
      <td>{formatLength(lostM, language, 2)}</td>
      <td>{after.ratio === undefined ? '–' : formatPercent(after.ratio, 2, language)}</td>
    </tr>
  );
}
