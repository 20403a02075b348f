import type { JSX } from 'preact';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { SettingEffect } from '../../domain/audit/audit-question.ts';
import {
  type AuditChoices,
  type AuditSettings,
  ESTUARY_CHOICES,
} from '../../domain/audit/audit-settings.ts';
import { formatNumber, formatPercent, UNITS, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** How the coast is counted, and what to tell when a person wants it counted otherwise. */
export type AuditSettingsFormProps = {
  readonly rule: AuditRule;
  readonly settings: AuditSettings;
  readonly effects: readonly SettingEffect[];
  readonly onChoose: (
    choices: { readonly [K in keyof AuditChoices]: AuditChoices[K] | undefined },
  ) => void;
  readonly onReset: () => void;
};

/** The switches of the audit; beside each what it alone does to the ratio. */
export function AuditSettingsForm({
  rule,
  settings,
  effects,
  onChoose,
  onReset,
}: AuditSettingsFormProps): JSX.Element {
  const { t, language } = useI18n();
  const isChanged = effects.length > 0;
  return (
    <details class="audit-settings" open={isChanged}>
      <summary>
        {t('settingsTitle')}
        <span class="count">
          {isChanged ? t('settingsChanged', { count: effects.length }) : t('settingsAsLoaded')}
        </span>
      </summary>
      <Choice
        name="realm"
        label={t('realm')}
        options={[
          ['mainland', t('realm_mainland')],
          ['island', t('realm_island')],
          ['all', t('realm_all')],
        ]}
        value={settings.realm}
        onChoose={(realm) => onChoose({ realm })}
      />
      <Effect of="realm" effects={effects} />
      <Choice
        name="numerator"
        label={t('numerator')}
        options={[
          ['with-restored', t('numerator_with-restored')],
          ['native', t('numerator_native')],
        ]}
        value={settings.numerator}
        onChoose={(numerator) => onChoose({ numerator })}
      />
      <Effect of="numerator" effects={effects} />
      <Choice
        name="estuary"
        label={t('estuaryRule')}
        options={ESTUARY_CHOICES.map((choice) => [choice, t(`estuary_${choice}`)] as const)}
        value={ESTUARY_CHOICES.find((choice) => choice === settings.estuary)}
        onChoose={(estuary) => onChoose({ estuary })}
      />
      <Effect of="estuary" effects={effects} />
      <Choice
        name="detail"
        label={t('detail')}
        options={[0, ...rule.sensitivity.generaliseM].map(
          (tolerance) =>
            [
              String(tolerance),
              tolerance === 0
                ? t('detailAsDrawn')
                : withUnit(formatNumber(tolerance, 0, language), UNITS.metre[language]),
            ] as const,
        )}
        value={String(settings.toleranceM)}
        onChoose={(tolerance) => onChoose({ toleranceM: Number(tolerance) })}
      />
      <Effect of="toleranceM" effects={effects} />
      <label class="setting">
        <span class="setting__label">{t('targetSetting')}</span>
        <input
          class="text-field text-field--short"
          type="number"
          min="0"
          max="100"
          step="0.5"
          value={Math.round(settings.target * 1000) / 10}
          onChange={({ currentTarget }) => {
            const percent = currentTarget.valueAsNumber;
            if (percent >= 0 && percent <= 100) onChoose({ target: percent / 100 });
            else currentTarget.value = String(settings.target * 100);
          }}
        />
        <span>%</span>
      </label>
      {isChanged && (
        <button type="button" class="text-button" onClick={onReset}>
          {t('settingsReset', { target: formatPercent(rule.target, 0, language) })}
        </button>
      )}
    </details>
  );
}

function Choice<T extends string>({
  name,
  label,
  options,
  value,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
}): JSX.Element {
  return (
    <fieldset class="setting">
      <legend class="setting__label">{label}</legend>
      <div class="setting__options">
        {options.map(([option, words]) => (
          <label key={option} class="setting__choice">
            <input
              type="radio"
              name={`coast-${name}`}
              checked={option === value}
              onChange={() => onChoose(option)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Effect({
  of,
  effects,
}: {
  readonly of: keyof AuditSettings;
  readonly effects: readonly SettingEffect[];
}): JSX.Element | null {
  const { t, language } = useI18n();
  const effect = effects.find(({ setting }) => setting === of);
  if (effect?.ratio === undefined || effect.asLoaded === undefined) return null;
  const shift = effect.ratio - effect.asLoaded;
  const values = {
    from: formatPercent(effect.asLoaded, 2, language),
    to: formatPercent(effect.ratio, 2, language),
    shift: `${shift > 0 ? '+' : ''}${formatNumber(shift * 100, 2, language)}`,
  };
  return <p class="setting__effect">{t('settingEffect', values)}</p>;
}
