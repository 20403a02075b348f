import type { JSX } from 'preact';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { SettingEffect } from '../../domain/audit/audit-question.ts';
import type { AuditChoices, AuditSettings } from '../../domain/audit/audit-settings.ts';
import { ESTUARY_CHOICES } from '../../domain/audit/estuary-choices.ts';
import { Choice } from '../controls/choice.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { formatNumber, formatPercent, formatTarget, UNITS, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** Props of the form that sets how the coast is counted. */
export type AuditSettingsFormProps = {
  readonly rule: AuditRule;
  readonly settings: AuditSettings;
  readonly effects: readonly SettingEffect[];
  readonly onChoose: (
    choices: { readonly [K in keyof AuditChoices]: AuditChoices[K] | undefined },
  ) => void;
  readonly onReset: () => void;
};

const AS_SETTING = { as: 'radios', layout: 'row' } as const;

/** The settings of the audit; beside each its own effect on the ratio. */
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
        {...AS_SETTING}
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
        {...AS_SETTING}
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
        {...AS_SETTING}
        label={t('estuaryRule')}
        options={ESTUARY_CHOICES.map((choice) => [choice, t(`estuary_${choice}`)] as const)}
        value={ESTUARY_CHOICES.find((choice) => choice === settings.estuary)}
        onChoose={(estuary) => onChoose({ estuary })}
      />
      <Effect of="estuary" effects={effects} />
      <Choice
        {...AS_SETTING}
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
      <NumberField
        label={t('targetSetting')}
        layout="row"
        value={Math.round(settings.target * 1000) / 10}
        least={0}
        most={100}
        step={0.5}
        unit="%"
        isRestored
        onChange={(percent) => onChoose({ target: percent / 100 })}
      />
      {isChanged && (
        <button type="button" class="text-button" onClick={onReset}>
          {t('settingsReset', { target: formatTarget(rule.target, language) })}
        </button>
      )}
    </details>
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
  return <p class="setting-effect">{t('settingEffect', values)}</p>;
}
