import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import { REPAIRS } from '../../domain/own-data/dataset-card.ts';
import { EDIT_CODES } from '../../domain/own-data/edit-codes.ts';
import {
  type DatasetLineage,
  isShiftedCode,
  type OwnDataset,
} from '../../domain/own-data/own-dataset.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { PUNCTUATION } from '../format.ts';
import { formatMoment } from '../format-date.ts';
import type { I18n } from '../i18n.tsx';
import { systemName } from './crs-choice.tsx';

/** A label, and what there is to say under it, one line each. */
export type LineageRow = readonly [label: string, lines: readonly string[]];

/** Findings that are printed; the others are counted. */
const MOST_FINDINGS = 20;

/** Where a dataset came from, what was decided on its way and by whom, in words to print. */
export function lineageRows(
  { sha256, lineage }: Pick<OwnDataset, 'sha256' | 'lineage'>,
  words: I18n,
): readonly LineageRow[] {
  const { t, language, pick } = words;
  const { files, encoding, crs, issues, statement, credit, confidence } = lineage;
  const how = (source: DatasetLineage['encoding']['how']): string => t(`importHow_${source}`);
  const bracket = (text: string): string => (language === 'zh' ? `（${text}）` : ` (${text})`);
  /** Begun on the page: nothing was read. */
  const isDrawn = files.length === 0;
  const more = issues.length - MOST_FINDINGS;
  const rows: readonly LineageRow[] = [
    [
      t('ownDataFiles'),
      isDrawn ? [t('ownDataNoFile')] : files.map((file) => `${file.name}: SHA-256 ${file.sha256}`),
    ],
    [t('ownDataFormat'), isDrawn ? [] : [`${lineage.format} · ${lineage.layer}`]],
    [
      t('ownDataEncoding'),
      isDrawn || encoding.name === 'binary'
        ? []
        : [`${encoding.name.toUpperCase()}${bracket(how(encoding.how))}`],
    ],
    [
      t('importCrsTitle'),
      crs === undefined
        ? []
        : [
            `${systemName({ code: crs.code, isSwapped: crs.isSwapped === true }, words)}${bracket(how(crs.how))}`,
            ...(isShiftedCode(crs.code) ? [t('ownDataShifted')] : []),
          ],
    ],
    [
      t('ownDataRecords'),
      isDrawn
        ? []
        : [
            t('importKept', {
              read: lineage.read,
              kept: lineage.kept,
              setAside: lineage.setAside,
            }),
          ],
    ],
    [t('ownDataMapping'), mappingLines(lineage.mapping, words)],
    [t('importRepairs'), lineage.repairs.map((repair) => repairText(repair, words))],
    [
      t('ownDataIssues'),
      [
        ...issues.slice(0, MOST_FINDINGS).map(({ message }) => pick(message)),
        ...(more > 0 ? [t('importMore', { count: more })] : []),
      ],
    ],
    [
      t('importStatement'),
      statement === undefined
        ? []
        : [
            `${[statement.survey, statement.date, statement.unit, statement.waterLevel].join(' · ')}${bracket(t('ownDataStated'))}`,
          ],
    ],
    [
      t('importCredit'),
      credit === undefined ? [] : [...new Set([pick(credit), credit.zh, credit.en])],
    ],
    [t('confidence'), confidence === undefined ? [] : [confidenceText(confidence, words)]],
    [t('ownDataAccepted'), [formatMoment(lineage.acceptedAt, language)]],
    [t('lineageCounted'), [`SHA-256 ${sha256}`]],
  ];
  return rows.filter(([, lines]) => lines.length > 0);
}

/** Which field says what, and what values were taken as, in the words of the page. */
function mappingLines(
  { classFields, values, ...fields }: DatasetLineage['mapping'],
  { t, pick, language }: I18n,
): readonly string[] {
  const { semicolon } = PUNCTUATION[language];
  const named = [
    ...(classFields.length > 0 ? [`${t('importClassFields')} ← ${classFields.join(', ')}`] : []),
    ...FIELDS.flatMap((name) => {
      const field = fields[name];
      return field === undefined ? [] : [`${t(`importField_${name}`)} ← ${field}`];
    }),
  ];
  const meaning = (means: string): string => {
    const known = COASTLINE_CLASSES.find((each) => each === means);
    if (known !== undefined) return pick(COASTLINE_SYMBOLS[known].label);
    return means === 'unclassified' ? t('unclassified') : means;
  };
  const decided = Object.entries(values ?? {}).map(
    ([value, means]) => `${value} → ${meaning(means)}`,
  );
  return [named, decided].filter((part) => part.length > 0).map((part) => part.join(semicolon));
}

const FIELDS = [
  'nameField',
  'idField',
  'realmField',
  'gradeField',
  'useField',
  'lengthField',
  'areaField',
  'targetField',
  'statusField',
] as const satisfies readonly Exclude<keyof DatasetLineage['mapping'], 'classFields' | 'values'>[];

function repairText(
  { code, count }: DatasetLineage['repairs'][number],
  { t }: Pick<I18n, 't'>,
): string {
  const known = REPAIRS.find((repair) => repair === code);
  if (known !== undefined) return t(`importRepair_${known}`, { count });
  const edit = EDIT_CODES.find((each) => each === code);
  return edit === undefined ? `${code} (${count})` : t(`edited_${edit}`, { count });
}

function confidenceText(confidence: string, { t }: Pick<I18n, 't'>): string {
  const known = (['high', 'medium', 'low'] as const).find((each) => each === confidence);
  return known === undefined ? confidence : t(`confidence_${known}`);
}
