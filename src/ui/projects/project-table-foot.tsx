import type { JSX } from 'preact';
import type { Language } from '../../domain/bilingual.ts';
import type { ProjectSums, SiteKind } from '../../domain/projects/project-sizes.ts';
import { formatList, formatNumber, formatPlain } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import type { ProjectColumn } from './project-rows.ts';
import { isFigure } from './project-table-head.tsx';

/** Decimals of a measured length in kilometres and of an area in square kilometres: 10 m, 1 ha. */
export const MEASURED_DECIMALS = 2;

/** A row of sums that stays in sight below the rows: how many projects, their lengths and areas. */
export function ProjectTableFoot({
  sums,
  columns,
  rowIndex,
}: {
  readonly sums: ProjectSums;
  readonly columns: readonly ProjectColumn[];
  /** The row's number in the grid, from 1. */
  readonly rowIndex: number;
}): JSX.Element {
  const { t, language } = useI18n();
  return (
    <tfoot>
      <tr aria-rowindex={rowIndex}>
        {columns.map((column) => {
          if (column === 'name')
            return <td key={column}>{t('tableSumCount', { count: sums.count })}</td>;
          const [value, count] = sumOf(column, sums, language) ?? [];
          return (
            <td key={column} data-figure={isFigure(column)}>
              {value}
              {count !== undefined && <small>{t('tableSumOf', { count, all: sums.count })}</small>}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

/** The sum of a column and how many projects are in it; undefined for a column without a sum. */
function sumOf(
  column: ProjectColumn,
  { measured, kinds, publishedLengthKm, publishedAreaKm2 }: ProjectSums,
  language: Language,
): readonly [value: string, count: number] | undefined {
  const figure = (value: number | undefined): string =>
    value === undefined ? '…' : formatNumber(value, MEASURED_DECIMALS, language);
  switch (column) {
    case 'measuredLength':
      return [figure(measured && measured.lengthM / 1e3), kinds.line];
    case 'measuredArea':
      return [figure(measured && measured.areaM2 / 1e6), kinds.area];
    case 'length':
      return [summedAsWritten(publishedLengthKm.sum, language), publishedLengthKm.count];
    case 'area':
      return [summedAsWritten(publishedAreaKm2.sum, language), publishedAreaKm2.count];
    default:
      return undefined;
  }
}

/** A sum without the last digits of binary arithmetic: published figures have at most three decimals. */
function summedAsWritten(sum: number, language: Language): string {
  return formatPlain(Number(sum.toFixed(3)), language);
}

/** What the sums of measured figures rest on, and what they leave out. */
export function sumsNote({ kinds, count }: ProjectSums, words: I18n): string {
  const without = (own: SiteKind): string =>
    formatList(
      (['line', 'area', 'point', 'unlocated'] as const)
        .filter((kind) => kind !== own && kinds[kind] > 0)
        .map((kind) => words.t(`siteKinds_${kind}`, { count: kinds[kind] })),
      words.language,
    );
  const { t } = words;
  return [
    t('tableSumNote'),
    ...(kinds.line < count ? [t('tableSumNoLength', { left: without('line') })] : []),
    ...(kinds.area < count ? [t('tableSumNoArea', { left: without('area') })] : []),
  ].join(words.language === 'en' ? ' ' : '');
}
