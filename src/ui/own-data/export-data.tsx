import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import {
  CLASS_LISTS,
  type ClassList,
  DATA_FORMATS,
  type DataFormatChoice,
  DEGREES_CODE,
  EXPORT_ENCODINGS,
  EXPORTED_PARTS,
  type ExportedPart,
  takesCrs,
  takesEncoding,
} from '../../domain/own-data/data-export.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import { TextArea } from '../controls/field.tsx';
import { Icon } from '../controls/icon.tsx';
import { Progress } from '../controls/progress.tsx';
import { useI18n } from '../i18n.tsx';

/** What the user asks to be exported. */
export type DataQuestion = DataFormatChoice & {
  readonly parts: readonly ExportedPart[];
  /** Whether only projects that match the filter are wanted. */
  readonly isFiltered: boolean;
  readonly classes: ClassList;
  /** The user's list of codes as typed. */
  readonly codeList: string;
};

/** Props of the export of data. */
export type ExportDataProps = {
  /** Features of each part. */
  readonly counts: Readonly<Record<ExportedPart, number>>;
  /** How many projects match the filter. */
  readonly matching: number;
  /** The plan's zone of Gauss–Krüger: EPSG codes without and with its prefix, its central meridian in degrees, its prefix. */
  readonly zone: Readonly<Record<'plain' | 'prefixed' | 'meridian' | 'prefix', number>>;
  /** Why nothing can be exported yet; undefined once it can. */
  readonly obstacle: string | undefined;
  /** Why the list of codes was refused, and what helps. */
  readonly codeFault: { readonly message: Bilingual; readonly cure: Bilingual } | undefined;
  /** From 0 to 1; undefined while none runs. */
  readonly share: number | undefined;
  readonly onExport: (question: DataQuestion) => void;
  readonly onCancel: () => void;
};

/** A button that opens the form for an export of data. */
export function ExportData(props: ExportDataProps): JSX.Element {
  const { t } = useI18n();
  const isOpen = useSignal(false);
  const question = useSignal<DataQuestion>({
    parts: ['coastline', 'zones', 'projects'],
    isFiltered: false,
    format: 'shapefile',
    crs: DEGREES_CODE,
    encoding: 'utf-8',
    classes: 'own',
    codeList: '',
  });
  return (
    <section class="export-data" aria-label={t('exportData')}>
      <button
        type="button"
        class="text-button"
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? 'export-data-form' : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="download" />
        {t('exportData')}
      </button>
      {isOpen.value && <ExportForm {...props} question={question} />}
    </section>
  );
}

type FormProps = ExportDataProps & { readonly question: Signal<DataQuestion> };

function ExportForm(props: FormProps): JSX.Element {
  const { question, counts, matching, share } = props;
  const { t } = useI18n();
  const chosen = question.value;
  const change = (next: Partial<DataQuestion>): void => {
    question.value = { ...question.value, ...next };
  };
  const all = counts.projects;
  return (
    <form
      id="export-data-form"
      class="export-data__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (share === undefined && obstacleOf(props) === undefined) props.onExport(chosen);
      }}
    >
      <p class="quiet">{t('exportDataNote')}</p>
      <fieldset class="export-data__parts">
        <legend>{t('exportDataWhat')}</legend>
        {EXPORTED_PARTS.map((part) => (
          <Checkbox
            key={part}
            label={t('exportDataCount', {
              name: t(`exportDataPart_${part}`),
              count: part === 'projects' && chosen.isFiltered ? matching : counts[part],
            })}
            isChecked={chosen.parts.includes(part)}
            isDisabled={counts[part] === 0}
            onChange={(isChecked) =>
              change({
                parts: EXPORTED_PARTS.filter((other) =>
                  other === part ? isChecked : chosen.parts.includes(other),
                ),
              })
            }
          />
        ))}
      </fieldset>
      {matching < all && chosen.parts.includes('projects') && (
        <Choice
          label={t('exportDataScope')}
          options={[
            ['filtered', t('exportDataScope_filtered', { count: matching })],
            ['all', t('exportDataScope_all', { count: all })],
          ]}
          value={chosen.isFiltered ? 'filtered' : 'all'}
          onChoose={(scope) => change({ isFiltered: scope === 'filtered' })}
        />
      )}
      <FormatFields chosen={chosen} zone={props.zone} onChange={change} />
      <ClassFields chosen={chosen} fault={props.codeFault} onChange={change} />
      <FormEnd {...props} />
    </form>
  );
}

type FieldsProps = {
  readonly chosen: DataQuestion;
  readonly onChange: (next: Partial<DataQuestion>) => void;
};

function FormatFields({
  chosen,
  zone,
  onChange,
}: FieldsProps & Pick<ExportDataProps, 'zone'>): JSX.Element {
  const { t } = useI18n();
  const { format } = chosen;
  const crsOptions = [
    [String(DEGREES_CODE), t('exportDataCrs_degrees')],
    [String(zone.plain), t('exportDataCrs_plain', { meridian: zone.meridian, code: zone.plain })],
    [
      String(zone.prefixed),
      t('exportDataCrs_prefixed', { zone: zone.prefix, code: zone.prefixed }),
    ],
  ] as const;
  return (
    <>
      <Choice
        label={t('exportDataFormat')}
        hint={t(`exportDataFormatNote_${format}`)}
        options={DATA_FORMATS.map((name) => [name, t(`exportDataFormat_${name}`)] as const)}
        value={format}
        onChoose={(next) => onChange({ format: next })}
      />
      {takesCrs(format) && (
        <Choice
          label={t('exportDataCrs')}
          options={crsOptions}
          value={String(chosen.crs)}
          onChoose={(code) => onChange({ crs: Number(code) })}
        />
      )}
      {takesEncoding(format) && (
        <Choice
          label={t('exportDataEncoding')}
          options={EXPORT_ENCODINGS.map((name) => [name, t(`exportDataEncoding_${name}`)] as const)}
          value={chosen.encoding}
          onChoose={(encoding) => onChange({ encoding })}
        />
      )}
    </>
  );
}

function ClassFields({
  chosen,
  fault,
  onChange,
}: FieldsProps & { readonly fault: ExportDataProps['codeFault'] }): JSX.Element | null {
  const { t, pick } = useI18n();
  const { classes, codeList } = chosen;
  return (
    <>
      <Choice
        label={t('exportDataClasses')}
        options={CLASS_LISTS.map((name) => [name, t(`exportDataClasses_${name}`)] as const)}
        value={classes}
        onChoose={(next) => onChange({ classes: next })}
      />
      {classes === 'list' && (
        <TextArea
          label={t('exportDataCodes')}
          hint={t('exportDataCodesHint')}
          error={fault === undefined ? undefined : `${pick(fault.message)} ${pick(fault.cure)}`}
          rows={8}
          value={codeList}
          onInput={({ currentTarget }) => onChange({ codeList: currentTarget.value })}
        />
      )}
    </>
  );
}

function FormEnd(props: FormProps): JSX.Element {
  const { t } = useI18n();
  const { share } = props;
  const obstacle = obstacleOf(props);
  return (
    <>
      <button
        type="submit"
        class="button button--primary"
        disabled={obstacle !== undefined}
        // Not `disabled`: the button that was pressed would lose the focus.
        aria-disabled={share !== undefined}
      >
        {t('exportDataSave')}
      </button>
      {share !== undefined && (
        <Progress label={t('exportDataRunning')} share={share} onCancel={props.onCancel} />
      )}
      {obstacle !== undefined && (
        <p class="quiet" role="status">
          {typeof obstacle === 'string' ? obstacle : t(obstacle.key)}
        </p>
      )}
    </>
  );
}

/** Why nothing can be exported: a sentence, or the key of one. */
function obstacleOf({
  obstacle,
  question,
  counts,
  matching,
}: FormProps): string | { readonly key: 'exportDataNothing' | 'exportDataEmpty' } | undefined {
  if (obstacle !== undefined) return obstacle;
  const { parts, isFiltered } = question.value;
  if (parts.length === 0) return { key: 'exportDataNothing' };
  const hasSome = parts.some((part) =>
    part === 'projects' && isFiltered ? matching > 0 : counts[part] > 0,
  );
  return hasSome ? undefined : { key: 'exportDataEmpty' };
}
