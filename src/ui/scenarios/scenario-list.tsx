import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { linesOf } from '../../domain/geodesy.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { Field } from '../controls/field.tsx';
import { useI18n } from '../i18n.tsx';
import { type CardFigures, ScenarioCard } from './scenario-card.tsx';

/** What the user can do with scenarios. */
export type ScenarioActions = {
  readonly start: (name: string) => void;
  readonly open: (id: string) => void;
  readonly duplicate: (id: string, name: string) => void;
  readonly rename: (id: string, name: string) => void;
  readonly lock: (id: string, isLocked: boolean) => void;
  readonly remove: (id: string) => void;
  readonly compare: (id: string, isCompared: boolean) => void;
};

/** Props of the list of scenarios. */
export type ScenarioListProps = {
  readonly scenarios: readonly Scenario[];
  readonly open: Scenario | undefined;
  readonly compared: readonly { readonly scenario: Scenario }[];
  /** The figures on a scenario's card, as far as they are known. */
  readonly cardOf: (scenario: Scenario) => CardFigures;
  readonly segments: readonly CoastlineSegment[];
  readonly actions: ScenarioActions;
};

/** The scenarios by name: one is open, several may be compared. */
export function ScenarioList(props: ScenarioListProps): JSX.Element {
  const { t } = useI18n();
  const { scenarios, open, compared, segments, cardOf, actions } = props;
  const coast = useMemo(() => segments.flatMap(({ geometry }) => linesOf(geometry)), [segments]);
  /** Compares two scenarios, and no others. */
  const comparePair = (one: string, other: string): void => {
    for (const { id } of scenarios) actions.compare(id, id === one || id === other);
  };
  return (
    <>
      <ul class="scenarios" aria-label={t('tabScenarios')}>
        {scenarios.map((scenario) => (
          <ScenarioCard
            key={scenario.id}
            scenario={scenario}
            coast={coast}
            figures={cardOf(scenario)}
            isOpen={scenario === open}
            isCompared={compared.some((one) => one.scenario.id === scenario.id)}
            isOneOfMany={scenarios.length > 1}
            onOpen={actions.open}
            onCompare={actions.compare}
            onCompareWith={comparePair}
          />
        ))}
      </ul>
      {scenarios.length > 1 && <p class="quiet">{t('compareByDragging')}</p>}
    </>
  );
}

/** What can be done with the open scenario: its name, a copy, a lock, a saved view. */
export function ScenarioTools({
  open,
  actions,
  onSaveView,
}: {
  readonly open: Scenario;
  readonly actions: ScenarioActions;
  /** Saves a view of the map with the scenario. */
  readonly onSaveView: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      {!open.isLocked && (
        <Field
          key={`${open.id} ${open.name}`}
          label={t('nameLabel')}
          maxLength={80}
          defaultValue={open.name}
          onChange={({ currentTarget }) => {
            const name = currentTarget.value.trim();
            if (name === '') currentTarget.value = open.name;
            else if (name !== open.name) actions.rename(open.id, name);
          }}
        />
      )}
      <div class="button-row">
        <button type="button" class="button" onClick={onSaveView}>
          {t('saveView')}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => actions.duplicate(open.id, t('copyOf', { name: open.name }))}
        >
          {t('duplicate')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-pressed={open.isLocked}
          onClick={() => actions.lock(open.id, !open.isLocked)}
        >
          {t(open.isLocked ? 'unlock' : 'lock')}
        </button>
        {!open.isLocked && (
          <button type="button" class="text-button" onClick={() => actions.remove(open.id)}>
            {t('remove')}
          </button>
        )}
      </div>
    </>
  );
}
