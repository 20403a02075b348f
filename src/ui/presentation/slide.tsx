import type { ComponentChildren, JSX } from 'preact';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { FigureDrift } from '../../domain/views/figure-drift.ts';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { ProvisionalNotice } from '../audit/provisional-notice.tsx';
import { RatioGauge } from '../audit/ratio-gauge.tsx';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { useI18n } from '../i18n.tsx';
import { viewName } from '../views/default-names.ts';
import { DriftList } from '../views/drift-list.tsx';

/** Props of a slide. */
export type SlideProps = {
  readonly view: SavedView;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly theme: Theme;
  /** Figures of the district or a zone; undefined when the view shows none. */
  readonly summary: CoastSummary | undefined;
  /** The same figures with the view's scenario. */
  readonly after: CoastSummary | undefined;
  /** What the figures are about, in words. */
  readonly subject: string;
  /** The filter of projects in words; undefined when all are shown. */
  readonly filter: string | undefined;
  readonly drifts: readonly FigureDrift[];
  readonly coastStatus: CoastStatus;
  /** The answer behind the figures; undefined while there is none. */
  readonly answer: AuditAnswer | undefined;
  readonly isDetour: boolean;
  readonly legend: ComponentChildren;
  readonly controls: ComponentChildren;
  readonly attribution: ComponentChildren;
  readonly onReturn: () => void;
};

/** Caption, figures and legend of a slide over the map, large enough for the back row. */
export function Slide(props: SlideProps): JSX.Element {
  const { t, language } = useI18n();
  const { view, index, count } = props;
  const title = textIn(view.title, language) || viewName(view.number)[language];
  const caption = textIn(view.caption, language);
  return (
    <section class="presentation" aria-label={t('presentationTitle')}>
      <p class="visually-hidden" role="status">
        {t('presentationStarted', { index: index + 1, count, title, caption })}
      </p>
      {props.isDetour && (
        <p class="presentation__detour" role="status">
          {t('presentationDetour')}{' '}
          <button type="button" class="button" onClick={props.onReturn}>
            {t('presentationBack')}
          </button>
        </p>
      )}
      <div data-covers="band">
        {props.legend}
        <div class="presentation__foot">
          <div class="presentation__caption">
            <div class="presentation__words">
              <h2>{title}</h2>
              {caption !== '' && <p>{caption}</p>}
              {props.filter !== undefined && <p class="presentation__filter">{props.filter}</p>}
              {props.summary === undefined && props.drifts.length > 0 && (
                <DriftList drifts={props.drifts} />
              )}
            </div>
            {props.summary !== undefined && <SlideFigures {...props} summary={props.summary} />}
            <p class="presentation__count" aria-hidden="true">
              {t('presentationOf', { index: index + 1, count })}
            </p>
          </div>
          <div class="presentation__edge">
            {props.attribution}
            {props.controls}
          </div>
        </div>
      </div>
    </section>
  );
}

function SlideFigures({
  summary,
  after,
  subject,
  theme,
  drifts,
  coastStatus,
  answer,
}: SlideProps & { readonly summary: CoastSummary }): JSX.Element {
  return (
    <div class="presentation__figures">
      <p class="presentation__subject">{subject}</p>
      <RatioGauge summary={after ?? summary} theme={theme} />
      {drifts.length > 0 && <DriftList drifts={drifts} />}
      {answer !== undefined && <ProvisionalNotice answer={answer} />}
      <CoastNotice status={coastStatus} />
    </div>
  );
}
