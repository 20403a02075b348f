import type { ComponentChildren, JSX } from 'preact';
import { LANGUAGES } from '../../domain/bilingual.ts';
import { CONFIDENCES } from '../../domain/coastline.ts';
import type { CheckedDataset, SessionDataset } from '../../domain/own-data/dataset-card.ts';
import { OWN_DATA_ROLES } from '../../domain/own-data/own-dataset.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { formatArea, formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import type { CardDecisions, ImportCardActions } from './card-types.ts';
import { CrsChoice } from './crs-choice.tsx';
import { EncodingChoice } from './encoding-choice.tsx';
import { FieldTable } from './field-table.tsx';
import { FindingList } from './finding-list.tsx';

/** Props of a dataset on its way into the plan. */
export type ImportCardProps = {
  readonly dataset: SessionDataset;
  readonly decisions: CardDecisions;
  readonly checked: CheckedDataset | undefined;
  readonly state: 'idle' | 'deciding' | 'checking' | 'accepting';
  readonly failure: string | undefined;
  /** Why it cannot be accepted yet. */
  readonly barrier: 'crs' | 'shifted' | 'nothing' | undefined;
  /** Whether there are others that could take over its coordinate reference system. */
  readonly hasOthers: boolean;
  /** Accepted datasets that it could take the place of. */
  readonly replaceable: readonly (readonly [id: string, name: string])[];
  readonly actions: ImportCardActions;
};

/** A dataset as read: what it is, how it is to be taken, what is wrong with it, and the button that takes it. */
export function ImportCard(props: ImportCardProps): JSX.Element {
  const { dataset, decisions, actions, checked, state } = props;
  const { t } = useI18n();
  const { report } = dataset;
  return (
    <article class="import-card" aria-label={report.name} aria-busy={state !== 'idle'}>
      <header class="import-card__head">
        <div>
          <h4>{report.name}</h4>
          <p class="quiet">
            {report.format} · {t('importCount', { count: report.read })}
            {report.geometry !== 'none' && ` · ${geometryName(report.geometry, t)}`}
          </p>
        </div>
        <IconButton icon="close" label={t('importDismiss')} onPress={actions.dismiss} />
      </header>
      <Amounts {...{ dataset, checked }} />
      <Step title={t('importCrsTitle')}>
        <CrsChoice
          {...{ dataset, actions }}
          chosen={decisions.crs}
          chosenSwapped={decisions.isSwapped}
          hasOthers={props.hasOthers}
        />
      </Step>
      <Step title={t('importRoleTitle')}>
        <Choice
          as="radios"
          layout="bare"
          label={t('importRoleTitle')}
          options={OWN_DATA_ROLES.map((role) => [role, t(`importRole_${role}`)] as const)}
          value={decisions.role}
          onChoose={(role) => actions.decide({ role })}
        />
      </Step>
      <Step title={t('importFieldsTitle')}>
        <EncodingChoice {...{ dataset }} chosen={decisions.encoding} onChoose={actions.decide} />
        <FieldTable {...{ dataset, actions }} role={decisions.role} />
      </Step>
      <Findings {...props} />
      {dataset.isDecided && <AcceptForm {...props} />}
      {!dataset.isDecided && <p class="notice">{t('importNeedsCrs')}</p>}
    </article>
  );
}

function Step({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="import-card__step">
      <h5>{title}</h5>
      {children}
    </section>
  );
}

const GEOMETRIES = ['Point', 'LineString', 'Polygon', 'GeometryCollection'] as const;

/** `MultiLineString/LineString` as "lines", each kind once. */
function geometryName(kinds: string, t: ReturnType<typeof useI18n>['t']): string {
  const plain = kinds.split('/').map((kind) => kind.replace(/^Multi/, ''));
  const known = GEOMETRIES.filter((kind) => plain.includes(kind));
  return known.map((kind) => t(`importGeometry_${kind}`)).join(' + ');
}

function Amounts({
  dataset: { report },
  checked,
}: Pick<ImportCardProps, 'dataset' | 'checked'>): JSX.Element {
  const { t, language } = useI18n();
  const kept = checked?.kept ?? report.kept;
  return (
    <p class="import-card__amounts">
      {t('importKept', { read: report.read, kept, setAside: report.read - kept })}
      {report.lengthM !== null && <strong> · {formatLength(report.lengthM, language, 2)}</strong>}
      {report.areaM2 !== null && <strong> · {formatArea(report.areaM2, language)}</strong>}
    </p>
  );
}

function Findings({ checked, dataset, state, decisions, actions }: ImportCardProps): JSX.Element {
  const { t } = useI18n();
  const found =
    checked?.findings ?? dataset.report.issues.map((issue) => ({ ...issue, lengthM: 0 }));
  const repairs = [...dataset.offered, ...dataset.applied];
  return (
    <Step title={t('importFindingsTitle', { count: found.length })}>
      {state === 'checking' && (
        <p class="quiet" role="status">
          {t('importChecking')}
        </p>
      )}
      <FindingList findings={found} onGoTo={actions.goTo} />
      {repairs.length > 0 && (
        <fieldset class="import-card__repairs">
          <legend>{t('importRepairs')}</legend>
          {repairs.map(({ code, count }) => (
            <Checkbox
              key={code}
              label={t(`importRepair_${code}`, { count })}
              isChecked={decisions.repairs.includes(code)}
              onChange={(isChecked) =>
                actions.decide({
                  repairs: isChecked
                    ? [...decisions.repairs, code]
                    : decisions.repairs.filter((other) => other !== code),
                })
              }
            />
          ))}
          {repairs.some(({ code }) => code === 'snap-ends') && (
            <NumberField
              label={t('importSnap')}
              layout="inline"
              unit="m"
              least={0.001}
              most={100}
              value={decisions.snapM ?? 0.5}
              onChange={(snapM) => actions.decide({ snapM })}
            />
          )}
        </fieldset>
      )}
    </Step>
  );
}

/** Name, what the importer states, and the button that takes the dataset into the plan. */
function AcceptForm(props: ImportCardProps): JSX.Element {
  const { decisions, actions, barrier, replaceable, state, failure } = props;
  const { t } = useI18n();
  const isCoast = decisions.role === 'coastline';
  return (
    <Step title={t('importAcceptTitle')}>
      <Field
        label={t('importName')}
        value={decisions.name}
        onInput={({ currentTarget }) => actions.decide({ name: currentTarget.value })}
      />
      {isCoast && (
        <Choice
          label={t('importConfidence')}
          hint={t('importConfidenceHint')}
          none={t('importConfidence_none')}
          options={CONFIDENCES.map((each) => [each, t(`confidence_${each}`)] as const)}
          value={decisions.confidence}
          onChoose={(confidence) => actions.decide({ confidence })}
        />
      )}
      {isCoast && <StatementFields {...{ decisions, actions }} />}
      <CreditFields {...{ decisions, actions }} />
      {decisions.role === 'projects' && (
        <NumberField
          label={t('importAccuracy')}
          hint={t('importAccuracyHint')}
          unit="m"
          least={0}
          most={100_000}
          value={decisions.accuracyM ?? 5000}
          onChange={(accuracyM) => actions.decide({ accuracyM })}
        />
      )}
      {replaceable.length > 0 && (
        <Choice
          label={t('importReplaces')}
          none={t('importReplaces_none')}
          options={replaceable}
          value={decisions.replaces}
          onChoose={(replaces) => actions.decide({ replaces })}
        />
      )}
      {(barrier === 'shifted' || decisions.insistsOnShifted) && (
        <Checkbox
          label={t('importInsist')}
          hint={t('importInsistHint')}
          isChecked={decisions.insistsOnShifted}
          onChange={(insistsOnShifted) => actions.decide({ insistsOnShifted })}
        />
      )}
      {barrier === 'nothing' && <p class="is-loss">{t('importNothing')}</p>}
      {failure !== undefined && (
        <p class="is-loss" role="alert">
          {t('importFailed', { reason: failure })}
        </p>
      )}
      <button
        type="button"
        class="button button--primary"
        disabled={barrier !== undefined || state !== 'idle'}
        onClick={actions.accept}
      >
        {t(isCoast || decisions.role === 'zones' ? 'importAcceptCounted' : 'importAccept')}
      </button>
    </Step>
  );
}

/** Whom maps and exports credit: in the page's language first, and in the other where it differs. */
function CreditFields({
  decisions: { credit },
  actions,
}: Pick<ImportCardProps, 'decisions' | 'actions'>): JSX.Element {
  const { t, language } = useI18n();
  const inOrder = language === 'zh' ? LANGUAGES : LANGUAGES.toReversed();
  return (
    <details class="import-card__statement">
      <summary>{t('importCredit')}</summary>
      <p class="quiet">{t('importCreditHint')}</p>
      {inOrder.map((own) => (
        <Field
          key={own}
          label={t(`importCredit_${own}`)}
          lang={own === 'zh' ? 'zh-CN' : 'en'}
          value={credit[own] ?? ''}
          onInput={({ currentTarget }) =>
            actions.decide({ credit: { ...credit, [own]: currentTarget.value } })
          }
        />
      ))}
    </details>
  );
}

const STATEMENT = ['survey', 'date', 'unit', 'waterLevel'] as const;

function StatementFields({
  decisions: { statement },
  actions,
}: Pick<ImportCardProps, 'decisions' | 'actions'>): JSX.Element {
  const { t } = useI18n();
  return (
    <details class="import-card__statement">
      <summary>{t('importStatement')}</summary>
      <p class="quiet">{t('importStatementHint')}</p>
      {STATEMENT.map((name) => (
        <Field
          key={name}
          label={t(`importStatement_${name}`)}
          value={statement[name] ?? ''}
          onInput={({ currentTarget }) =>
            actions.decide({ statement: { ...statement, [name]: currentTarget.value } })
          }
        />
      ))}
    </details>
  );
}
