import type { JSX } from 'preact';
import type { Scenario } from '../domain/scenario.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** What the list of scenarios shows and tells. */
export type ScenarioListProps = {
  readonly scenarios: readonly Scenario[];
  readonly open: Scenario | undefined;
  readonly compared: readonly { readonly scenario: Scenario }[];
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
  const { t } = useWords();
  const { scenarios, open, compared, onStart, onOpen, onCompare } = props;
  return (
    <>
      <ul class="scenarios" aria-label={t('tabScenarios')}>
        {scenarios.map((scenario) => (
          <li key={scenario.id} class={`scenario${scenario === open ? ' is-selected' : ''}`}>
            <button
              type="button"
              class="scenario__name"
              aria-current={scenario === open ? 'true' : undefined}
              onClick={() => onOpen(scenario.id)}
            >
              {scenario.isLocked && <Icon name="lock" />}
              <span>{scenario.name}</span>
              <small class="quiet">{t('siteCount', { count: scenario.sites.length })}</small>
            </button>
            {scenarios.length > 1 && (
              <label class="inline-field">
                <input
                  type="checkbox"
                  aria-label={t('compareScenario', { name: scenario.name })}
                  checked={compared.some((one) => one.scenario.id === scenario.id)}
                  onChange={({ currentTarget }) => onCompare(scenario.id, currentTarget.checked)}
                />
                <span aria-hidden="true">{t('comparePick')}</span>
              </label>
            )}
          </li>
        ))}
      </ul>
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
  const { t } = useWords();
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
