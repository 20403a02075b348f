import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { CONFLICT_KINDS, type Conflict, conflictTally } from '../../domain/conflicts/conflict.ts';
import { squareCorners } from '../../domain/geometry/square-corners.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { NewFront } from '../../domain/scenarios/new-front.ts';
import type {
  ChangedCoast,
  Site,
  SiteAnswer,
  SiteFailure,
} from '../../domain/scenarios/scenario.ts';
import {
  LARGEST_SITE_METRES,
  SITE_PURPOSES,
  SITE_YEARS,
  uncountedNaturalM,
} from '../../domain/scenarios/scenario.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { TallyMarks } from '../conflicts/conflict-badge.tsx';
import { KindOfConflict } from '../conflicts/conflict-list.tsx';
import { Choice } from '../controls/choice.tsx';
import { Fact } from '../controls/fact.tsx';
import { Field } from '../controls/field.tsx';
import { NumberField, OptionalNumberField } from '../controls/number-field.tsx';
import {
  formatLength,
  formatList,
  formatNumber,
  formatPercent,
  UNITS,
  withUnit,
} from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { changeTone, seenLength } from './change-tone.ts';
import { OtherPlaces } from './other-places.tsx';
import type { OtherPlace, SiteActions, SitePlan } from './scenario-props.ts';
import { VertexEditor } from './vertex-editor.tsx';

/** Props of a site's card. */
export type SiteCardProps = {
  readonly site: Site;
  /** All sites of the scenario: coast that lies in several counts at one of them. */
  readonly sites: readonly Site[];
  readonly answer: SiteAnswer | undefined;
  /** Undefined while they are being searched, and for a site that restores. */
  readonly conflicts: readonly Conflict[] | undefined;
  /** The site at other places, best first. */
  readonly places: readonly OtherPlace[];
  /** The shore that it would make if it were filled; undefined where it makes none. */
  readonly front: NewFront | undefined;
  readonly failure: SiteFailure | undefined;
  readonly isPicked: boolean;
  readonly isLocked: boolean;
  /** Whether its corners are being moved on the map. */
  readonly isEdited: boolean;
  readonly canDraw: boolean;
  readonly plan: Pick<SitePlan, 'zones' | 'projects' | 'segments'>;
  readonly actions: SiteActions;
  readonly onSelect: (id: string) => void;
};

/** A site in one line; all about it once it is picked. */
export function SiteCard(props: SiteCardProps): JSX.Element {
  const { t, language } = useI18n();
  const { site, answer, failure, isPicked, actions } = props;
  const metres = site.purpose === 'restore' ? answer?.restoredM : answer?.lostM;
  const uncountedM = answer === undefined ? 0 : uncountedNaturalM([answer]);
  const change = site.purpose === 'restore' ? (metres ?? 0) : -(metres ?? 0) - uncountedM;
  return (
    <li class={`site${isPicked ? ' is-selected' : ''}`}>
      <button
        type="button"
        class="site__head"
        aria-expanded={isPicked}
        onClick={() => actions.pick(isPicked ? undefined : site.id)}
      >
        <span class="site__name">{site.name}</span>
        <span class={changeTone(seenLength(change))}>
          {metres === undefined
            ? ''
            : t(site.purpose === 'restore' ? 'siteRestores' : 'siteTakes', {
                length: formatLength(metres, language, 2),
              })}
          {uncountedM > 0 &&
            ` ${t('siteTakesUncounted', { length: formatLength(uncountedM, language, 2) })}`}
        </span>
      </button>
      {failure !== undefined && <p role="alert">{t(`siteFailed_${failure}`)}</p>}
      {isPicked && (
        <div class="site__body">
          {site.purpose === 'build' && answer !== undefined && (
            <>
              <SiteConflicts conflicts={props.conflicts} onSelect={props.onSelect} />
              <OtherPlaces
                site={site}
                answer={answer}
                places={props.places}
                plan={props.plan}
                isLocked={props.isLocked}
                actions={actions}
                onSelect={props.onSelect}
              />
            </>
          )}
          <SiteButtons
            site={site}
            isLocked={props.isLocked}
            isEdited={props.isEdited}
            canDraw={props.canDraw}
            actions={actions}
          />
          <details class="site__part">
            <summary>{t('siteDetails')}</summary>
            <SiteForm site={site} isLocked={props.isLocked} actions={actions} />
          </details>
          {answer !== undefined && (
            <SiteFacts
              site={site}
              sites={props.sites}
              front={props.front}
              answer={answer}
              plan={props.plan}
              onSelect={props.onSelect}
            />
          )}
        </div>
      )}
    </li>
  );
}

function SiteButtons({
  site,
  isLocked,
  isEdited,
  canDraw,
  actions,
}: Pick<SiteCardProps, 'site' | 'isLocked' | 'isEdited' | 'canDraw' | 'actions'>): JSX.Element {
  const { t, language } = useI18n();
  const { id } = site;
  const squared = useSignal('');
  const draw = (intent: DrawIntent | undefined): void =>
    actions.draw(intent, (number) => t('siteName', { number }));
  const square = (shape: Site['shape']): void => {
    if (shape.type !== 'Polygon') return;
    const found = squareCorners(shape);
    if (found.kind === 'squared') {
      actions.change(id, { shape: found.shape });
      squared.value = t('siteSquared', { distance: formatLength(found.movedM, language) });
    } else squared.value = t(`siteSquare_${found.kind}`);
  };
  return (
    <div class="button-row">
      <button type="button" class="text-button" onClick={() => actions.show(site)}>
        {t('zoomTo')}
      </button>
      {canDraw && isDrawnShape(site) && !isLocked && (
        <button
          type="button"
          class="text-button"
          aria-pressed={isEdited}
          onClick={() => draw(isEdited ? undefined : { kind: 'edit', siteId: id })}
        >
          {t(isEdited ? 'drawDone' : 'siteEdit')}
        </button>
      )}
      {site.shape.type === 'Polygon' && !isLocked && (
        <button type="button" class="text-button" onClick={() => square(site.shape)}>
          {t('siteSquare')}
        </button>
      )}
      {!isLocked && (
        <button type="button" class="text-button" onClick={() => actions.remove(id)}>
          {t('remove')}
        </button>
      )}
      <p role="status" class="quiet">
        {squared.value}
      </p>
    </div>
  );
}

/** Whether the shape of a site has corners that can be moved. */
function isDrawnShape({ shape }: Site): boolean {
  return shape.type === 'Polygon' || shape.type === 'LineString';
}

function SiteForm({
  site,
  isLocked,
  actions,
}: Pick<SiteCardProps, 'site' | 'isLocked' | 'actions'>): JSX.Element {
  const { t } = useI18n();
  const { id, shape } = site;
  return (
    <>
      <Field
        key={site.name}
        label={t('nameLabel')}
        maxLength={80}
        defaultValue={site.name}
        disabled={isLocked}
        onChange={({ currentTarget }) => actions.change(id, { name: currentTarget.value.trim() })}
      />
      <Choice
        label={t('purpose')}
        options={SITE_PURPOSES.map((purpose) => [purpose, t(`purpose_${purpose}`)] as const)}
        value={site.purpose}
        isDisabled={isLocked}
        onChoose={(purpose) => actions.change(id, { purpose })}
      />
      <div class="number-row">
        {!isArea(site) && (
          <NumberField
            label={t('siteWidth')}
            value={site.widthM}
            least={1}
            most={LARGEST_SITE_METRES}
            isDisabled={isLocked}
            onChange={(widthM) => actions.change(id, { widthM })}
          />
        )}
        <NumberField
          label={t('siteReach')}
          value={site.bufferM}
          least={0}
          most={LARGEST_SITE_METRES}
          isDisabled={isLocked}
          onChange={(bufferM) => actions.change(id, { bufferM })}
        />
        <OptionalNumberField
          label={t('siteYear')}
          value={site.year}
          {...SITE_YEARS}
          step={1}
          isDisabled={isLocked}
          onChange={(year) => actions.change(id, { year })}
        />
      </div>
      {(shape.type === 'Polygon' || shape.type === 'LineString') && !isLocked && (
        <VertexEditor shape={shape} onChange={(next) => actions.change(id, { shape: next })} />
      )}
    </>
  );
}

function SiteFacts({
  site,
  sites,
  front,
  answer,
  plan: { zones, projects, segments },
  onSelect,
}: Pick<SiteCardProps, 'site' | 'sites' | 'front' | 'plan' | 'onSelect'> & {
  readonly answer: SiteAnswer;
}): JSX.Element {
  const { t, language, pick } = useI18n();
  const { areaM2, coastDistanceM, nearestProject } = answer;
  const near = projects.find(({ id }) => id === nearestProject?.id);
  return (
    <dl class="facts">
      <Fact label={t('siteArea')}>
        <b>{hectares(areaM2.ellipsoid)}</b>{' '}
        <small class="quiet">
          {t('ellipsoid')} · {hectares(areaM2.sphere)} {t('turf')}
        </small>
      </Fact>
      <Fact label={t(site.purpose === 'restore' ? 'coastRestored' : 'coastTaken')}>
        {answer.changed.length === 0 ? t('coastUntouched') : <ChangedList {...{ answer, zones }} />}
        {answer.shared.map(({ site: id, lengthM }) => (
          <p key={id} class="quiet">
            {t('coastShared', {
              length: formatLength(lengthM, language, 2),
              site: sites.find((other) => other.id === id)?.name ?? id,
            })}
          </p>
        ))}
        {answer.missed !== undefined && (
          <MissedCoast missed={answer.missed} segments={segments} onSelect={onSelect} />
        )}
      </Fact>
      {front !== undefined && (
        <Fact label={t('fillFront')}>
          <b>{formatLength(front.lengthM, language, 2)}</b>{' '}
          <small class="quiet">
            {front.ratio === undefined
              ? t('fillFrontNote')
              : t('fillFrontRatio', { ratio: formatPercent(front.ratio, 2, language) })}
          </small>
        </Fact>
      )}
      <Fact label={t('zonesTouched')}>
        {answer.zoneIds.length === 0
          ? '–'
          : answer.zoneIds.map((id) => (
              <button key={id} type="button" class="link-button" onClick={() => onSelect(id)}>
                {zoneName(zones, id, pick)}
              </button>
            ))}
      </Fact>
      {coastDistanceM !== undefined && (
        <Fact label={t('distanceToCoast')}>{formatLength(coastDistanceM, language, 2)}</Fact>
      )}
      {nearestProject !== undefined && near !== undefined && (
        <Fact label={t('nearestProject')}>
          <button type="button" class="link-button" onClick={() => onSelect(near.id)}>
            {pick(near.name)}
          </button>{' '}
          {formatLength(nearestProject.distanceM, language, 2)}
        </Fact>
      )}
    </dl>
  );

  function hectares(squareMetres: number): string {
    return withUnit(formatNumber(squareMetres / 1e4, 2, language), UNITS.hectare[language]);
  }
}

/** What a site meets, by kind, with rule and size: the list behind the count on the scenario's card. */
function SiteConflicts({
  conflicts,
  onSelect,
}: Pick<SiteCardProps, 'conflicts' | 'onSelect'>): JSX.Element {
  const { t } = useI18n();
  if (conflicts === undefined)
    return (
      <p role="status" class="quiet">
        {t('conflictsSought')}
      </p>
    );
  const tally = conflictTally(conflicts);
  return (
    <details class="site__conflicts site__part">
      <summary>
        <b>{t('scenarioConflicts')}</b> <TallyMarks tally={tally} />
        {tally.certain + tally.possible === 0 && (
          <span class="visually-hidden">{t('conflictsNone')}</span>
        )}
      </summary>
      {conflicts.length === 0 && <p>{t('conflictsNone')}</p>}
      {CONFLICT_KINDS.map((kind) => {
        const own = conflicts.filter((conflict) => conflict.kind === kind);
        return (
          own.length > 0 && (
            <KindOfConflict key={kind} kind={kind} conflicts={own} onSelect={onSelect} />
          )
        );
      })}
    </details>
  );
}

/** What lies nearest to a site that holds no coast, as a fill that touches the shore at a corner costs nothing. */
function MissedCoast({
  missed: { segmentId, distanceM },
  segments,
  onSelect,
}: Pick<SiteCardProps, 'onSelect'> & {
  readonly missed: NonNullable<SiteAnswer['missed']>;
  readonly segments: SitePlan['segments'];
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const segment = segments.find(({ id }) => id === segmentId);
  const name = segment?.name === undefined ? segmentId : pick(segment.name);
  return (
    <p class="quiet">
      {t('coastMissed', {
        distance: formatLength(distanceM, language, 2),
        class:
          segment?.class === undefined
            ? t('unclassified')
            : COASTLINE_SYMBOLS[segment.class].label[language],
      })}{' '}
      <button type="button" class="link-button" onClick={() => onSelect(segmentId)}>
        {name}
      </button>
      {t('coastMissedAdvice')}
    </p>
  );
}

/** Whether a site has an extent of its own, so that it may make land. */
function isArea({ shape }: Site): boolean {
  return shape.type === 'Polygon' || shape.type === 'MultiPolygon';
}

/** The coast that a site changes, a line for each class and zone. */
function ChangedList({
  answer,
  zones,
}: {
  readonly answer: SiteAnswer;
  readonly zones: readonly Zone[];
}): JSX.Element {
  const { t, pick, language } = useI18n();
  return (
    <ul class="changed-coast">
      {answer.changed.map((row) => (
        <li key={`${row.class}-${row.realm}-${row.zoneIds.join()}`}>
          {row.class === undefined
            ? t('unclassified')
            : COASTLINE_SYMBOLS[row.class].label[language]}{' '}
          <b>{formatLength(row.lengthM, language, 2)}</b> <small class="quiet">{where(row)}</small>
        </li>
      ))}
    </ul>
  );

  /** The zones, and the realm where it is that of which the plan's ratio takes nothing. */
  function where({ zoneIds, realm }: ChangedCoast): string {
    const names = zoneIds.map((id) => zoneName(zones, id, pick));
    const place = names.length === 0 ? t('outsideZones') : formatList(names, language);
    return realm === 'island' ? `${place} · ${t('realm_island')}` : place;
  }
}

function zoneName(zones: readonly Zone[], id: string, pick: I18n['pick']): string {
  const zone = zones.find((candidate) => candidate.id === id);
  return zone === undefined ? id : pick(zone.name);
}
