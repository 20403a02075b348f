import type { JSX } from 'preact';
import type { Alternative, Site, SiteAnswer } from '../../domain/scenarios/scenario.ts';
import { COASTLINE_SYMBOLS, GRADE_SYMBOLS } from '../../domain/symbology.ts';
import { TallyMarks } from '../conflicts/conflict-badge.tsx';
import { formatLength, formatList } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import type { OtherPlace, SiteActions, SitePlan } from './scenario-props.ts';

/** Props of the list of other places for a site. */
export type OtherPlacesProps = {
  readonly site: Site;
  readonly answer: SiteAnswer;
  readonly places: readonly OtherPlace[];
  readonly plan: Pick<SitePlan, 'segments'>;
  readonly isLocked: boolean;
  readonly actions: SiteActions;
  readonly onSelect: (id: string) => void;
};

/** Where a site could go instead, best first; pointing at a place draws the site there. */
export function OtherPlaces(props: OtherPlacesProps): JSX.Element {
  const { t } = useI18n();
  const { answer, places } = props;
  return (
    <section class="site__part" aria-label={t('whereInstead')}>
      <h4>{t('whereInstead')}</h4>
      {places.length === 0 ? (
        <p class="quiet">{t(answer.takenM < 0.5 ? 'insteadNotNeeded' : 'insteadNowhere')}</p>
      ) : (
        <>
          <ol class="places">
            {places.map((place) => (
              <Place key={place.alternative.line.join(' ')} {...props} place={place} />
            ))}
          </ol>
          <p class="quiet places__rule">{t('insteadRule')}</p>
        </>
      )}
    </section>
  );
}

function Place({
  site,
  place,
  plan,
  isLocked,
  actions,
}: OtherPlacesProps & { readonly place: OtherPlace }): JSX.Element {
  const { t, language } = useI18n();
  const { alternative, shape, takenM, conflicts } = place;
  const { lengthM, neededM, distanceM } = alternative;
  const { name, kind } = useWordsOf(alternative, plan);
  const show = (): void => actions.point(place);
  const hide = (): void => actions.point(undefined);
  return (
    <li
      class="place"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocusIn={show}
      onFocusOut={hide}
    >
      <button
        type="button"
        class="link-button place__name"
        onClick={() => actions.showPlace(site, place)}
      >
        {name}
      </button>
      {!isLocked && (
        <button
          type="button"
          class="text-button place__move"
          aria-label={t('moveSiteTo', { name })}
          onClick={() => {
            hide();
            actions.change(site.id, { shape });
          }}
        >
          {t('moveSite')}
        </button>
      )}
      <span class="place__kind">{kind}</span>
      <span class="place__figures">
        {t('insteadDistance', { distance: formatLength(distanceM, language, 1) })}
        {' · '}
        {lengthM < neededM
          ? t('insteadShort', {
              length: formatLength(lengthM, language, 2),
              missing: formatLength(neededM - lengthM, language, 0),
            })
          : t('insteadLength', { length: formatLength(lengthM, language, 1) })}
        {takenM !== undefined && (
          <>
            {' · '}
            <span class={takenM < 0.5 ? 'is-gain' : 'is-loss'}>
              {t('insteadTakes', { length: formatLength(takenM, language, 2) })}
            </span>
          </>
        )}
        {' · '}
        <span class="place__conflicts">
          {t('scenarioConflicts')}{' '}
          {conflicts === undefined ? '…' : <TallyMarks tally={conflicts} />}
        </span>
      </span>
    </li>
  );
}

/** The names of the stretches of a place, and what coast it is: class, uses, grade. */
function useWordsOf(
  { segmentIds, grade, zoneIds }: Alternative,
  { segments }: Pick<SitePlan, 'segments'>,
): { readonly name: string; readonly kind: string } {
  const { t, pick, language } = useI18n();
  const along = segmentIds.flatMap((id) => segments.find((segment) => segment.id === id) ?? []);
  const names = new Set(along.map(({ name }) => pick(name)));
  const uses = new Set(along.flatMap(({ use }) => (use === undefined ? [] : [t(`use_${use}`)])));
  const [first = segmentIds[0] ?? ''] = names;
  const state =
    grade !== undefined
      ? pick(GRADE_SYMBOLS[grade].label)
      : t(zoneIds.length === 0 ? 'outsideZones' : 'conflictKind_ungraded-zone');
  const words = [COASTLINE_SYMBOLS.artificial.label[language], formatList([...uses], language)];
  return {
    name: names.size > 1 ? t('insteadAndMore', { name: first, count: names.size - 1 }) : first,
    kind: [...words.filter((word) => word !== ''), state].join(' · '),
  };
}
