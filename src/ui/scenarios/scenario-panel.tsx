import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ConflictsByProject } from '../../domain/conflicts/conflict.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { Project } from '../../domain/project.ts';
import type { NewFront } from '../../domain/scenarios/new-front.ts';
import type { Scenario, Site } from '../../domain/scenarios/scenario.ts';
import { ProvisionalNotice } from '../audit/provisional-notice.tsx';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { type EditHistory, HistoryButtons } from '../controls/history-buttons.tsx';
import { Icon } from '../controls/icon.tsx';
import { type WorkFileActions, WorkFileButtons } from '../controls/work-file-buttons.tsx';
import { formatNumber } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { LaterBox } from '../later-box.tsx';
import { RectangleInput } from './rectangle-input.tsx';
import type { CardFigures } from './scenario-card.tsx';
import { type Compared, ScenarioCompare } from './scenario-compare.tsx';
import { type ScenarioActions, ScenarioList, ScenarioTools } from './scenario-list.tsx';
import type {
  NameOf,
  OtherPlace,
  ScenarioFigures,
  SiteActions,
  SitePlan,
} from './scenario-props.ts';
import { ScenarioSummary } from './scenario-summary.tsx';
import { ShapeInput } from './shape-input.tsx';
import { SiteCard } from './site-card.tsx';
import { SiteFromProject } from './site-from-project.tsx';

/** Drawing on the map, and the site that is open in the list. */
export type SiteEditing = {
  readonly picked: Site | undefined;
  /** The picked site at other places, best first. */
  readonly places: readonly OtherPlace[];
  /** The shore that the picked site would make if it were filled. */
  readonly front: NewFront | undefined;
  readonly drawing: DrawIntent | undefined;
  /** Without a map, sites are typed or picked. */
  readonly canDraw: boolean;
  /** The number that the next site is named by. */
  readonly nextNumber: number;
};

/** The scenarios that are set side by side. */
export type ScenarioComparison = {
  readonly compared: readonly Compared[];
  readonly isSwiping: boolean;
  readonly swipe: (isSwiping: boolean) => void;
};

/** Props of the scenarios panel. */
export type ScenarioPanelProps = {
  readonly scenarios: readonly Scenario[];
  readonly open: Scenario | undefined;
  readonly figures: ScenarioFigures;
  /** The conflicts of the open scenario by site; undefined until they are found. */
  readonly conflicts: ConflictsByProject | undefined;
  /** The figures on a scenario's card, as far as they are known. */
  readonly cardOf: (scenario: Scenario) => CardFigures;
  /** The number that the next scenario is named by. */
  readonly nextNumber: number;
  readonly plan: SitePlan;
  readonly editing: SiteEditing;
  readonly comparison: ScenarioComparison;
  readonly history: EditHistory;
  readonly scenarioActions: ScenarioActions;
  readonly siteActions: SiteActions;
  readonly workFile: WorkFileActions;
  /** Saves a view of the map with the open scenario. */
  readonly onSaveView: () => void;
  readonly onSelect: (id: string) => void;
  /** The register of sites with the ledger by year, once it is opened. */
  readonly register: () => ComponentChildren;
};

/** What if: sites drawn, typed or picked, and what they cost the coast. */
export function ScenarioPanel(props: ScenarioPanelProps): JSX.Element {
  const { t } = useI18n();
  const { scenarios, open, comparison, editing, plan } = props;
  return (
    <section class="scenario-panel">
      <div class="panel-bar">
        <h2>{t('tabScenarios')}</h2>
        {scenarios.length > 0 && <StartScenario {...props} />}
        <HistoryButtons history={props.history} />
      </div>
      {scenarios.length === 0 && (
        <>
          <p class="quiet">{t('scenariosNone')}</p>
          <StartScenario {...props} />
        </>
      )}
      <ScenarioList
        scenarios={scenarios}
        open={open}
        compared={comparison.compared}
        cardOf={props.cardOf}
        segments={plan.segments}
        actions={props.scenarioActions}
      />
      {open !== undefined && (
        <OpenScenario
          open={open}
          figures={props.figures}
          conflicts={props.conflicts}
          plan={plan}
          editing={editing}
          actions={props.siteActions}
          onSelect={props.onSelect}
        />
      )}
      {open !== undefined && (
        <ScenarioTools open={open} actions={props.scenarioActions} onSaveView={props.onSaveView} />
      )}
      {comparison.compared.length > 1 && (
        <ScenarioCompare
          compared={comparison.compared}
          isSwiping={comparison.isSwiping}
          onSwipe={editing.canDraw ? comparison.swipe : undefined}
        />
      )}
      <LaterBox title={t('siteRegisterTitle')}>{props.register}</LaterBox>
      <WorkFileButtons actions={props.workFile} />
    </section>
  );
}

function StartScenario({
  nextNumber,
  scenarioActions,
}: Pick<ScenarioPanelProps, 'nextNumber' | 'scenarioActions'>): JSX.Element {
  const { t } = useI18n();
  return (
    <button
      type="button"
      class="button"
      onClick={() => scenarioActions.start(t('scenarioName', { number: nextNumber }))}
    >
      <Icon name="plus" /> {t('scenarioStart')}
    </button>
  );
}

type OpenScenarioProps = {
  readonly open: Scenario;
  readonly figures: ScenarioFigures;
  readonly conflicts: ConflictsByProject | undefined;
  readonly plan: SitePlan;
  readonly editing: SiteEditing;
  readonly actions: SiteActions;
  readonly onSelect: (id: string) => void;
};

function OpenScenario(props: OpenScenarioProps): JSX.Element {
  const { t } = useI18n();
  const { open, figures, plan, editing, actions } = props;
  const top = useAnswerInSight(open);
  return (
    <>
      <span ref={top} class="scenario-panel__top" />
      <ScenarioSummary
        leftOut={open.sites.filter(({ id }) => figures.failures.has(id)).map(({ name }) => name)}
        figures={figures}
        hasSites={open.sites.length > 0 || figures.isMeasuring}
      />
      <DrawHint drawing={editing.drawing} actions={actions} />
      {open.sites.length > 0 && <SiteList {...props} />}
      {open.isLocked ? (
        <p class="quiet">{t('scenarioLocked')}</p>
      ) : (
        <>
          <h3>{t('addSite')}</h3>
          {open.sites.length === 0 && <p class="quiet">{t('sitesNone')}</p>}
          <SiteTools editing={editing} projects={plan.projects} actions={actions} />
        </>
      )}
      {plan.audited !== undefined && <ProvisionalNotice answer={plan.audited} />}
      <CoastNotice status={plan.coastStatus} />
    </>
  );
}

/**
 * Scrolls to the answer when a site is added: the forms that add one stand below. Returns the ref of what stands on
 * top of the answer.
 */
function useAnswerInSight({ id, sites }: Scenario): RefObject<HTMLElement | null> {
  const top = useRef<HTMLElement>(null);
  const known = useRef({ id, count: sites.length });
  useEffect(() => {
    const isAdded = known.current.id === id && sites.length === known.current.count + 1;
    known.current = { id, count: sites.length };
    if (!isAdded) return;
    const card = top.current?.parentElement?.querySelector('.site.is-selected');
    (sites.length > 1 ? card : top.current)?.scrollIntoView({ block: 'start' });
  }, [id, sites.length]);
  return top;
}

/** What to do on the map while a shape is drawn or its corners are moved. */
function DrawHint({
  drawing,
  actions,
}: {
  readonly drawing: DrawIntent | undefined;
  readonly actions: SiteActions;
}): JSX.Element | null {
  const { t } = useI18n();
  if (drawing?.kind === 'new')
    return (
      <p class="site-tools__hint" role="status">
        {t(`drawHint_${drawing.shape}`)}
      </p>
    );
  if (drawing?.kind !== 'edit') return null;
  const end = (): void => actions.draw(undefined, (number) => t('siteName', { number }));
  return (
    <p class="site-tools__hint" role="status">
      {t('drawHint_edit')}{' '}
      <button type="button" class="link-button" onClick={end}>
        {t('drawDone')}
      </button>
    </p>
  );
}

/** The sites of the open scenario: what each costs, and all about the one that is picked. */
function SiteList(props: OpenScenarioProps): JSX.Element {
  const { t, language } = useI18n();
  const { open, figures, editing } = props;
  const { drawing } = editing;
  return (
    <>
      {open.sites.length > 1 && (
        <h3>
          {t('sitesTitle')}{' '}
          <span class="count">{formatNumber(open.sites.length, 0, language)}</span>
        </h3>
      )}
      <ul class="sites" aria-label={t('sitesTitle')}>
        {open.sites.map((site) => (
          <SiteCard
            key={site.id}
            site={site}
            sites={open.sites}
            answer={figures.answer?.sites.find(({ site: id }) => id === site.id)}
            conflicts={props.conflicts?.get(site.id)}
            places={editing.picked?.id === site.id ? editing.places : []}
            front={editing.picked?.id === site.id ? editing.front : undefined}
            failure={figures.failures.get(site.id)}
            isPicked={editing.picked?.id === site.id}
            isLocked={open.isLocked}
            isEdited={drawing?.kind === 'edit' && drawing.siteId === site.id}
            canDraw={editing.canDraw}
            plan={props.plan}
            actions={props.actions}
            onSelect={props.onSelect}
          />
        ))}
      </ul>
    </>
  );
}

/** The ways to a new site: drawn, typed, or taken from the plan. */
function SiteTools({
  editing,
  projects,
  actions,
}: Pick<OpenScenarioProps, 'editing' | 'actions'> & {
  readonly projects: readonly Project[];
}): JSX.Element {
  const { t } = useI18n();
  const { drawing, canDraw } = editing;
  const nameOf: NameOf = (number) => t('siteName', { number });
  const draw = (intent: DrawIntent | undefined): void => actions.draw(intent, nameOf);
  const add = (site: Omit<Site, 'id' | 'name'>): void =>
    actions.add({ ...site, name: nameOf(editing.nextNumber) });
  const intents = [
    { kind: 'new', shape: 'polygon', purpose: 'build' },
    { kind: 'new', shape: 'line', purpose: 'build' },
    { kind: 'new', shape: 'line', purpose: 'restore' },
    { kind: 'new', shape: 'polygon', purpose: 'restore' },
  ] as const satisfies readonly DrawIntent[];
  return (
    <div>
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
                onClick={() => draw(isOn ? undefined : intent)}
              >
                {t(`draw_${intent.purpose}_${intent.shape}`)}
              </button>
            );
          })}
        </div>
      )}
      <RectangleInput onAdd={add} />
      <ShapeInput onAdd={add} />
      <SiteFromProject projects={projects} onAdd={actions.add} />
    </div>
  );
}
