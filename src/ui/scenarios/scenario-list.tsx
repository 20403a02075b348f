import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { linesOf } from '../../domain/geodesy.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import { type CardFigures, ScenarioCard } from './scenario-card.tsx';

/** What the list of scenarios shows and tells. */
export type ScenarioListProps = {
  readonly scenarios: readonly Scenario[];
  readonly open: Scenario | undefined;
  readonly compared: readonly { readonly scenario: Scenario }[];
  /** What a card tells, as far as it is known. */
  readonly cardOf: (scenario: Scenario) => CardFigures;
  readonly segments: readonly CoastlineSegment[];
  readonly nextScenario: number;
  readonly onStart: (name: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onDuplicate: (id: string, name: string) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onLock: (id: string, isLocked: boolean) => void;
  readonly onRemove: (id: string) => void;
  readonly onCompare: (id: string, isCompared: boolean) => void;
};

/** The scenarios by name: one is open, several may be compared. */
export function ScenarioList(props: ScenarioListProps): JSX.Element {
  const { t } = useI18n();
  const { scenarios, open, compared, segments, cardOf, onStart, onOpen, onCompare } = props;
  const coast = useMemo(() => segments.flatMap(({ geometry }) => linesOf(geometry)), [segments]);
  /** Two cards that a hand has brought together are compared, and no others. */
  const comparePair = (one: string, other: string): void => {
    for (const { id } of scenarios) onCompare(id, id === one || id === other);
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
            onOpen={onOpen}
            onCompare={onCompare}
            onCompareWith={comparePair}
          />
        ))}
      </ul>
      {scenarios.length > 1 && <p class="quiet">{t('compareByDragging')}</p>}
      <div class="button-row">
        <button
          type="button"
          class="button"
          onClick={() => onStart(t('scenarioName', { number: props.nextScenario }))}
        >
          <Icon name="plus" /> {t('scenarioStart')}
        </button>
        {open !== undefined && <Actions {...props} open={open} />}
      </div>
      {open !== undefined && !open.isLocked && (
        <label class="field">
          <span>{t('nameLabel')}</span>
          <input
            key={`${open.id} ${open.name}`}
            class="text-field"
            maxLength={80}
            defaultValue={open.name}
            onChange={({ currentTarget }) => {
              const name = currentTarget.value.trim();
              if (name === '') currentTarget.value = open.name;
              else if (name !== open.name) props.onRename(open.id, name);
            }}
          />
        </label>
      )}
    </>
  );
}

function Actions({
  open,
  onDuplicate,
  onLock,
  onRemove,
}: ScenarioListProps & { readonly open: Scenario }): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <button
        type="button"
        class="text-button"
        onClick={() => onDuplicate(open.id, t('copyOf', { name: open.name }))}
      >
        {t('duplicate')}
      </button>
      <button
        type="button"
        class="text-button"
        aria-pressed={open.isLocked}
        onClick={() => onLock(open.id, !open.isLocked)}
      >
        {t(open.isLocked ? 'unlock' : 'lock')}
      </button>
      {!open.isLocked && (
        <button type="button" class="text-button" onClick={() => onRemove(open.id)}>
          {t('remove')}
        </button>
      )}
    </>
  );
}
