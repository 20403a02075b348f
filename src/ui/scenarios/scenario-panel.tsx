import type { JSX } from 'preact';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { Project } from '../../domain/project.ts';
import type {
  Scenario,
  ScenarioAnswer,
  Site,
  SiteFailure,
} from '../../domain/scenarios/scenario.ts';
import type { Zone } from '../../domain/zone.ts';
import { HistoryButton } from '../controls/history-button.tsx';
import { IllustrationNotice } from '../controls/illustration-notice.tsx';
import { type OpenWorkFile, WorkFileButtons } from '../controls/work-file-buttons.tsx';
import { formatNumber } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { RectangleInput } from './rectangle-input.tsx';
import type { CardFigures } from './scenario-card.tsx';
import { type Compared, ScenarioCompare } from './scenario-compare.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { ScenarioSummary } from './scenario-summary.tsx';
import { ShapeInput } from './shape-input.tsx';
import { SiteCard } from './site-card.tsx';
import { SiteFromProject } from './site-from-project.tsx';

/** Where the figures of a scenario stand. */
export type ScenarioFigures = {
  readonly isMeasuring: boolean;
  readonly answer: ScenarioAnswer | undefined;
  readonly failure: string | undefined;
  /** Sites that could not be tried and are left out, by id. */
  readonly failures: ReadonlyMap<string, SiteFailure>;
};

/** The name of the site of a number. */
export type NameOf = (number: number) => string;

/** What the scenarios panel shows and tells. */
export type ScenarioPanelProps = {
  readonly scenarios: readonly Scenario[];
  readonly open: Scenario | undefined;
  readonly figures: ScenarioFigures;
  readonly compared: readonly Compared[];
  /** What the card of a scenario tells, as far as it is known. */
  readonly cardOf: (scenario: Scenario) => CardFigures;
  readonly segments: readonly CoastlineSegment[];
  /** The numbers that the next site and the next scenario are named by. */
  readonly nextSite: number;
  readonly nextScenario: number;
  readonly pickedSite: Site | undefined;
  readonly drawing: DrawIntent | undefined;
  readonly zones: readonly Zone[];
  readonly projects: readonly Project[];
  readonly isSurveyed: boolean;
  /** Without a map, sites are typed or picked. */
  readonly canDraw: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onStart: (name: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onDuplicate: (id: string, name: string) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onLock: (id: string, isLocked: boolean) => void;
  readonly onRemove: (id: string) => void;
  readonly onCompare: (id: string, isCompared: boolean) => void;
  /** `nameOf` names the sites that come of it. */
  readonly onDraw: (intent: DrawIntent | undefined, nameOf: NameOf) => void;
  readonly onAddSite: (site: Omit<Site, 'id'>) => void;
  readonly onChangeSite: (id: string, changes: Partial<Omit<Site, 'id'>>) => void;
  readonly onRemoveSite: (id: string) => void;
  readonly onPickSite: (id: string | undefined) => void;
  readonly onShowSite: (site: Site) => void;
  readonly onSelect: (id: string) => void;
  readonly isSwiping: boolean;
  readonly onSwipe: (isSwiping: boolean) => void;
  readonly onSaveWork: () => void;
  readonly onOpenWork: OpenWorkFile;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** What if: sites drawn, typed or picked, and what they cost the coast. */
export function ScenarioPanel(props: ScenarioPanelProps): JSX.Element {
  const { t } = useI18n();
  const { scenarios, open } = props;
  return (
    <section class="scenario-panel">
      <div class="panel-bar">
        <h2>{t('tabScenarios')}</h2>
        <div class="panel-bar__actions">
          <HistoryButton name="undo" isEnabled={props.canUndo} onPress={props.onUndo} />
          <HistoryButton name="redo" isEnabled={props.canRedo} onPress={props.onRedo} />
        </div>
      </div>
      {scenarios.length === 0 && <p class="quiet">{t('scenariosNone')}</p>}
      <ScenarioList {...props} />
      {open !== undefined && <OpenScenario {...props} open={open} />}
      {props.compared.length > 1 && (
        <ScenarioCompare
          compared={props.compared}
          isSwiping={props.isSwiping}
          onSwipe={props.canDraw ? props.onSwipe : undefined}
        />
      )}
      <WorkFileButtons
        canSave={scenarios.length > 0}
        onSave={props.onSaveWork}
        onOpen={props.onOpenWork}
      />
    </section>
  );
}

type OpenProps = ScenarioPanelProps & { readonly open: Scenario };

function OpenScenario(props: OpenProps): JSX.Element {
  const { t, language } = useI18n();
  const { open, figures } = props;
  return (
    <>
      <ScenarioSummary
        leftOut={open.sites.filter(({ id }) => figures.failures.has(id)).map(({ name }) => name)}
        figures={figures}
        hasSites={open.sites.length > 0 || figures.isMeasuring}
      />
      {!props.isSurveyed && <IllustrationNotice />}
      {open.isLocked ? <p class="quiet">{t('scenarioLocked')}</p> : <SiteTools {...props} />}
      <h3>
        {t('sitesTitle')} <span class="count">{formatNumber(open.sites.length, 0, language)}</span>
      </h3>
      {open.sites.length === 0 && <p class="quiet">{t('sitesNone')}</p>}
      <ul class="sites">
        {open.sites.map((site) => (
          <SiteCard
            key={site.id}
            site={site}
            answer={figures.answer?.sites.find(({ site: id }) => id === site.id)}
            failure={figures.failures.get(site.id)}
            isPicked={props.pickedSite?.id === site.id}
            isLocked={open.isLocked}
            isInHand={props.drawing?.kind === 'edit' && props.drawing.siteId === site.id}
            canDraw={props.canDraw}
            zones={props.zones}
            projects={props.projects}
            onPick={props.onPickSite}
            onChange={props.onChangeSite}
            onRemove={props.onRemoveSite}
            onDraw={(intent) => props.onDraw(intent, (number) => t('siteName', { number }))}
            onShow={props.onShowSite}
            onSelect={props.onSelect}
          />
        ))}
      </ul>
    </>
  );
}

/** The ways to a new site: by hand, by numbers, or from the plan. */
function SiteTools(props: OpenProps): JSX.Element {
  const { t } = useI18n();
  const { drawing, canDraw, projects } = props;
  const nameOf: NameOf = (number) => t('siteName', { number });
  const onDraw = (intent: DrawIntent | undefined): void => props.onDraw(intent, nameOf);
  const onAddSite = (site: Omit<Site, 'id' | 'name'>): void =>
    props.onAddSite({ ...site, name: nameOf(props.nextSite) });
  const intents = [
    { kind: 'new', shape: 'polygon', purpose: 'build' },
    { kind: 'new', shape: 'line', purpose: 'build' },
    { kind: 'new', shape: 'line', purpose: 'restore' },
    { kind: 'new', shape: 'polygon', purpose: 'restore' },
  ] as const satisfies readonly DrawIntent[];
  return (
    <div class="site-tools">
      {canDraw && (
        <div class="button-row">
          {intents.map((intent) => {
            const isOn =
              drawing?.kind === 'new' &&
              drawing.shape === intent.shape &&
              drawing.purpose === intent.purpose;
            return (
              <button
                key={`${intent.shape}-${intent.purpose}`}
                type="button"
                class="button"
                aria-pressed={isOn}
                onClick={() => onDraw(isOn ? undefined : intent)}
              >
                {t(`draw_${intent.purpose}_${intent.shape}`)}
              </button>
            );
          })}
        </div>
      )}
      {drawing?.kind === 'new' && (
        <p class="site-tools__hint" role="status">
          {t(`drawHint_${drawing.shape}`)}
        </p>
      )}
      {drawing?.kind === 'edit' && (
        <p class="site-tools__hint" role="status">
          {t('drawHint_edit')}{' '}
          <button type="button" class="link-button" onClick={() => onDraw(undefined)}>
            {t('drawDone')}
          </button>
        </p>
      )}
      <RectangleInput onAdd={onAddSite} />
      <ShapeInput onAdd={onAddSite} />
      <SiteFromProject projects={projects} onAdd={props.onAddSite} />
    </div>
  );
}
