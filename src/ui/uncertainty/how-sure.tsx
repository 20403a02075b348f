import type { ComponentChildren, JSX } from 'preact';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { RatioUncertainty, Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import {
  chanceInWords,
  LIKELY_VERDICT_LABELS,
  measuredPoints,
  uncertaintySentences,
} from '../../domain/uncertainty/uncertainty-sentences.ts';
import type { Zone } from '../../domain/zone.ts';
import { formatLength, formatNumber, formatPercent, formatTarget } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';
import { RuleTable } from './rule-table.tsx';
import { RulerChart } from './ruler-chart.tsx';
import { type AnswersState, SampleAnswersBox } from './sample-answers-box.tsx';

/** The kinds of file of a visit list. */
export const VISIT_FORMATS = ['csv', 'gpx', 'kml'] as const;
/** The kind of file of a visit list. */
export type VisitFormat = (typeof VISIT_FORMATS)[number];

/** What is known of how sure the figures are. */
export type HowSureState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly found: Uncertainty }
  | { readonly kind: 'failed'; readonly reason: string };

/** Props of the section. */
export type HowSureProps = {
  readonly state: HowSureState;
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly theme: Theme;
  /** What has become of a visit list that came back. */
  readonly answers: AnswersState;
  readonly onSelect: (id: string) => void;
  readonly onSaveSurvey: (format: VisitFormat) => void;
  /** Saves a sample by its place in the list of samples. */
  readonly onSaveSample: (index: number, format: VisitFormat) => void;
  readonly onOpenAnswers: (file: File) => void;
  readonly onCloseAnswers: () => void;
};

/** How sure the ratio is: classes, measurement and rule apart, and what would make it surer. */
export function HowSure(props: HowSureProps): JSX.Element {
  const { t } = useI18n();
  const { state } = props;
  switch (state.kind) {
    case 'waiting':
      return <p role="status">{t('howSureRunning')}</p>;
    case 'failed':
      return <p role="alert">{t('howSureFailed', { reason: state.reason })}</p>;
    case 'ready':
      return <Found {...props} found={state.found} />;
  }
}

function Found(props: HowSureProps & { readonly found: Uncertainty }): JSX.Element {
  const { t, pick } = useI18n();
  const { found, theme } = props;
  const [headline, decides, ...notes] = uncertaintySentences(found);
  return (
    <div class="how-sure">
      <p>{headline && pick(headline)}</p>
      <IntervalBar of={found.overall} />
      <p>
        <strong>{decides && pick(decides)}</strong>
      </p>
      <Doubts overall={found.overall} />
      {notes.map((note) => (
        <p key={note.en} class="quiet">
          {pick(note)}
        </p>
      ))}
      <h4>{t('ruleTable')}</h4>
      <RuleTable rules={found.overall.rules} />
      <h4>{t('zoneChances')}</h4>
      <ZoneChances {...props} />
      <h4>{t('surveyTitle')}</h4>
      <SurveyFirst {...props} />
      <h4>{t('sampleTitle')}</h4>
      <Samples {...props} />
      <SampleAnswersBox
        state={props.answers}
        onOpen={props.onOpenAnswers}
        onClose={props.onCloseAnswers}
      />
      <h4>{t('rulersTitle')}</h4>
      <RulerChart found={found} theme={theme} />
    </div>
  );
}

/** The interval of the draws on a bar from 0 to 100 %, with the ratio and the target. */
function IntervalBar({ of }: { readonly of: RatioUncertainty }): JSX.Element | null {
  const { t, language } = useI18n();
  const { ratio, target, classification } = of;
  if (ratio === undefined || classification === undefined) return null;
  const { low, high } = classification;
  const percent = (share: number): string => formatPercent(share, 1, language);
  const words = {
    ...{ ratio: percent(ratio), low: percent(low), high: percent(high) },
    target: formatTarget(target, language),
  };
  return (
    <>
      <svg
        class="how-sure__bar"
        viewBox="0 0 100 34"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('barCaption', words)}
      >
        <path class="how-sure__axis" d="M0 17H100" vector-effect="non-scaling-stroke" />
        <path
          class="how-sure__interval"
          d={`M${low * 100} 17H${high * 100}`}
          vector-effect="non-scaling-stroke"
        />
        <path
          class="how-sure__ratio"
          d={`M${ratio * 100} 9V25`}
          vector-effect="non-scaling-stroke"
        />
        <path
          class="how-sure__target"
          d={`M${target * 100} 2V32`}
          vector-effect="non-scaling-stroke"
        />
      </svg>
      <p class="quiet" aria-hidden="true">
        {t('barCaption', words)}
      </p>
    </>
  );
}

function Doubts({ overall }: { readonly overall: RatioUncertainty }): JSX.Element | null {
  const { t, language } = useI18n();
  const { measurement, classification, rules, outerBound } = overall;
  if (measurement === undefined || classification === undefined) return null;
  const percent = (share: number): string => formatPercent(share, 1, language);
  const between = (low: number, high: number): string => `${percent(low)} – ${percent(high)}`;
  const points = (share: number): string => formatNumber(share * 100, 2, language);
  const inForce = rules.flatMap(({ isInForce, ratio }) =>
    isInForce && ratio !== undefined ? [percent(ratio)] : [],
  );
  const { earthModel, detail, position } = measurement;
  const rows: readonly (readonly [string, string])[] = [
    [t('doubtClasses'), between(classification.low, classification.high)],
    [t('doubtChance'), chanceInWords(classification.chance, language)],
    [t('doubtMeasured'), t('plusMinusPoints', { points: measuredPoints(measurement) })],
    [t('doubtRule'), [...new Set(inForce)].join(' · ')],
    ...(outerBound === undefined
      ? []
      : ([[t('doubtBound'), between(outerBound.low, outerBound.high)]] as const)),
  ];
  return (
    <>
      <dl class="facts facts--figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        {t('measuredParts', {
          position: position === undefined ? t('measuredNoPosition') : points(position),
          detail: points(detail),
          earth: formatNumber(earthModel * 100, 4, language),
        })}
      </p>
    </>
  );
}

function ZoneChances({
  found,
  zones,
}: Pick<HowSureProps, 'zones'> & { readonly found: Uncertainty }): JSX.Element {
  const { t, pick, language } = useI18n();
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  return (
    <table class="model-table">
      <caption class="visually-hidden">{t('zoneChances')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('zone')}</th>
          <th scope="col">{t('doubtClasses')}</th>
          <th scope="col">{t('chance')}</th>
        </tr>
      </thead>
      <tbody>
        {found.zones.map(({ id, classification, verdict }) => {
          const zone = byId.get(id);
          // A chance of keeping a target that nobody set for the zone would read as a verdict.
          const isJudged = zone?.target !== undefined || verdict === 'no-coast';
          return (
            <tr key={id}>
              <th scope="row">{zone === undefined ? id : pick(zone.name)}</th>
              <td>
                {classification === undefined
                  ? '–'
                  : `${formatNumber(classification.low * 100, 1, language)}–${formatPercent(classification.high, 1, language)}`}
              </td>
              <td>
                {isJudged && classification !== undefined && (
                  <>
                    {chanceInWords(classification.chance, language)}
                    <br />
                  </>
                )}
                <small class="quiet">
                  {isJudged ? LIKELY_VERDICT_LABELS[verdict][language] : t('verdictName_no-target')}
                </small>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function SurveyFirst({
  found: { survey },
  segments,
  theme,
  onSelect,
  onSaveSurvey,
}: HowSureProps & { readonly found: Uncertainty }): JSX.Element {
  const { t, pick, language } = useI18n();
  const names = new Map(segments.map(({ id, name }) => [id, name]));
  const points = (share: number, decimals: number): string =>
    formatNumber(share * 100, decimals, language);
  return (
    <>
      <p class="quiet">
        {t('surveyNote', {
          before: points(survey.widthBefore, 1),
          after: points(survey.widthAfter, 1),
        })}
      </p>
      <ol>
        {survey.stretches.map(
          ({ segmentId, class: shoreClass, lengthM, narrowing, narrowingPerKm }) => {
            const name = names.get(segmentId);
            return (
              <li key={segmentId} class="evidence-item">
                <button type="button" class="evidence-row" onClick={() => onSelect(segmentId)}>
                  <CoastlineSwatch of={shoreClass} theme={theme} />
                  <span>{name === undefined ? segmentId : pick(name)}</span>
                  <span class="evidence-row__length">{formatLength(lengthM, language, 2)}</span>
                  <span class="evidence-row__facts">
                    {t('surveyRow', {
                      points: points(narrowing, 2),
                      perKm: points(narrowingPerKm, 2),
                    })}
                  </span>
                </button>
              </li>
            );
          },
        )}
      </ol>
      <SaveButtons onSave={onSaveSurvey}>{t('visitFile')}</SaveButtons>
    </>
  );
}

function Samples({
  found: { sampling },
  onSaveSample,
}: HowSureProps & { readonly found: Uncertainty }): JSX.Element {
  const { t, language } = useI18n();
  return (
    <>
      <p class="quiet">{t('sampleNote')}</p>
      <table class="model-table">
        <caption class="visually-hidden">{t('sampleTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('samplePoints')}</th>
            <th scope="col">{t('sampleWidth')}</th>
            <th scope="col">{t('visitFile')}</th>
          </tr>
        </thead>
        <tbody>
          {sampling.map(({ points, halfWidth }, index) => (
            <tr key={index}>
              <th scope="row">{points}</th>
              <td>
                {t('plusMinusPoints', { points: formatNumber(halfWidth * 100, 1, language) })}
              </td>
              <td>
                <SaveButtons
                  name={t('sampleFile', { count: points })}
                  onSave={(format) => onSaveSample(index, format)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function SaveButtons({
  children,
  name,
  onSave,
}: {
  readonly children?: ComponentChildren;
  /** What is saved, for those who hear the button alone. */
  readonly name?: string;
  readonly onSave: (format: VisitFormat) => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <span class="how-sure__files">
      {children}
      {VISIT_FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          class="link-button"
          aria-label={`${name ?? t('surveyTitle')}, ${format.toUpperCase()}`}
          onClick={() => onSave(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
