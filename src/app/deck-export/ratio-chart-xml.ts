import { xmlText } from '../../domain/file-text.ts';
import {
  AXIS_SPAN,
  axisStep,
  BAR_POINTS,
  CHART_TYPE,
  type ChartLabel,
  HALF_TARGET,
  LABEL_MARGIN,
  labelMiddle,
  type RatioChart,
} from './ratio-chart.ts';
import type { SlideColour } from './slide-items.ts';

/** A cell of a chart's workbook: a value, and the formula that it comes from. */
export type ChartCell = { readonly value: string | number; readonly formula?: string };

/** The table behind a chart, with the format of its percentages by row. */
export type ChartTable = {
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly ChartCell[]; readonly format: string }[];
};

/** The number of columns, from the first, that hold what people edit: name, start, ratio, band and target. */
export const EDITED_COLUMNS = 6;

/** The colours of bands by verdict. */
export const BAND_COLOURS: Readonly<Record<RatioChart['rows'][number]['verdict'], SlideColour>> = {
  pass: 'accent2',
  'too-close': 'accent3',
  fail: 'accent4',
  'no-coast': 'tx2',
  'no-target': 'tx2',
};

const NAMES = {
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;
const EMU_PER_POINT = 12_700;
/** How far strips of a band reach into each other, so that no seam shows. */
const SEAM_POINTS = 0.5;
/** The strips of a band above and below the ratio: their width, and the distance of their middles in inches. */
const STRIP_POINTS = (BAR_POINTS.band - BAR_POINTS.ratio) / 2 + SEAM_POINTS;
const STRIP_AT = (BAR_POINTS.band + BAR_POINTS.ratio) / 4 / 72;

/**
 * The columns of the table: name, start, ratio, high, low, target, and from G on what the drawing needs. The ends of each
 * line are in neighbouring columns.
 */
const COLUMNS = {
  ratio: ['B', 'C'],
  aboveRatio: ['C', 'D'],
  band: ['D', 'E'],
  target: ['F', 'G'],
  bar: ['H', 'I'],
  nameLabel: { x: 'B', y: 'J', text: 'K' },
  bandLabel: { x: 'L', y: 'M', text: 'N' },
  targetLabel: { x: 'O', y: 'P', text: 'Q' },
  across: ['R', 'S'],
  upper: ['T', 'U'],
  lower: ['V', 'W'],
} as const;

/** The table of a chart. The labels and the drawing follow the six columns that people edit. */
export function ratioChartTable(
  chart: RatioChart,
  head: readonly [ratio: string, high: string, low: string, target: string, drawing: string],
): ChartTable {
  const [ratio, high, low, target, drawing] = head;
  const { end } = chart;
  const middle = (formula: string): string =>
    `MAX(${LABEL_MARGIN * end},MIN(${(1 - LABEL_MARGIN) * end},${formula}))`;
  return {
    head: ['', '0', ratio, high, low, target, drawing],
    rows: chart.rows.map((row, index) => {
      const line = index + 2;
      const { low: from, high: to } = row.band ?? { low: row.ratio, high: row.ratio };
      const label = (given: ChartLabel | undefined): ChartCell =>
        given === undefined
          ? { value: '' }
          : { value: given.text, formula: given.formula.replaceAll('#', `${line}`) };
      return {
        format: row.format,
        cells: [
          { value: row.name },
          ...[0, row.ratio, to, from, row.target].map((value) => ({ value })),
          { value: row.target, formula: `F${line}` },
          { value: row.bar },
          { value: row.bar, formula: `H${line}` },
          { value: row.nameLabel?.at ?? 0 },
          label(row.nameLabel),
          {
            value: labelMiddle((from + to) / 2, end),
            formula: middle(`(D${line}+E${line})/2`),
          },
          { value: row.bandLabel?.at ?? 0 },
          label(row.bandLabel),
          { value: labelMiddle(row.target, end), formula: middle(`F${line}`) },
          { value: row.targetLabel?.at ?? 0 },
          label(row.targetLabel),
          { value: row.bar + HALF_TARGET },
          { value: row.bar - HALF_TARGET },
          ...[STRIP_AT, STRIP_AT, -STRIP_AT, -STRIP_AT].map((by) => ({ value: row.bar + by })),
        ],
      };
    }),
  };
}

/**
 * A chart as DrawingML (ECMA-376 part 1 §21.2): points on a plane of shares and inches, joined by lines as wide as bars,
 * so that band, ratio and target are each a series with its values in the workbook.
 */
export function ratioChartXml(chart: RatioChart, table: ChartTable, language: string): string {
  const series: string[] = [];
  const add = (given: Omit<Series, 'index'>): void => {
    series.push(seriesXml({ ...given, index: series.length }, table));
  };
  for (const [index, row] of chart.rows.entries()) {
    const line = index + 2;
    const { ratio, aboveRatio, band, target, bar, across, upper, lower } = COLUMNS;
    if (row.band !== undefined) {
      // Programs differ in which of two lines they draw on top: the band leaves room for the ratio.
      const look = { line, width: STRIP_POINTS, colour: BAND_COLOURS[row.verdict], isTint: true };
      add({ ...look, name: 'E1', x: band, y: upper });
      add({ ...look, name: 'E1', x: band, y: lower });
      add({ ...look, name: 'D1', x: aboveRatio, y: bar, width: BAR_POINTS.ratio + SEAM_POINTS });
    }
    add({ name: 'C1', x: ratio, y: bar, line, width: BAR_POINTS.ratio, colour: 'tx1' });
    add({ name: 'F1', x: target, y: across, line, width: BAR_POINTS.target, colour: 'accent1' });
    for (const part of ['nameLabel', 'bandLabel', 'targetLabel'] as const) {
      const { x, y, text } = COLUMNS[part];
      if (row[part] !== undefined)
        add({
          ...{ name: `${text}${line}`, x: [x], y: [y], line },
          label: part === 'nameLabel' ? 'r' : 'ctr',
          colour: part === 'targetLabel' ? 'accent1' : 'tx1',
        });
    }
  }
  const [from, to] = AXIS_SPAN;
  const layout = [
    '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>',
    `<c:x val="${from}"/><c:y val="0"/><c:w val="${to - from}"/><c:h val="${chart.plot / chart.height}"/>`,
  ].join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace xmlns:c="${NAMES.c}" xmlns:a="${NAMES.a}" xmlns:r="${NAMES.r}">`,
    `<c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/>`,
    '<c:chart><c:autoTitleDeleted val="1"/>',
    `<c:plotArea><c:layout><c:manualLayout>${layout}</c:manualLayout></c:layout>`,
    '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>',
    ...series,
    '<c:axId val="1001"/><c:axId val="1002"/></c:scatterChart>',
    shareAxis(chart.end),
    heightAxis(chart.plot),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    typeXml('tx1', language),
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join('');
}

function shareAxis(end: number): string {
  return [
    `<c:valAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/><c:max val="${end}"/><c:min val="0"/></c:scaling>`,
    '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="0%" sourceLinked="0"/>',
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:spPr><a:ln w="9525">${solid('bg2')}</a:ln></c:spPr>${typeXml('tx2')}`,
    '<c:crossAx val="1002"/><c:crosses val="min"/><c:crossBetween val="midCat"/>',
    `<c:majorUnit val="${axisStep(end)}"/></c:valAx>`,
  ].join('');
}

function heightAxis(plot: number): string {
  return [
    `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="${plot}"/><c:min val="0"/></c:scaling>`,
    '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>',
    '<c:crossAx val="1001"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>',
  ].join('');
}

type Series = {
  readonly index: number;
  /** The cell of its name. */
  readonly name: string;
  readonly x: readonly string[];
  readonly y: readonly string[];
  /** The row of its values. */
  readonly line: number;
  readonly colour: SlideColour;
  readonly isTint?: boolean;
  /** The width of its line in points; absent for a series that is a label alone. */
  readonly width?: number;
  /** Where its first point has the series' name. */
  readonly label?: 'r' | 'ctr';
};

function seriesXml(series: Series, table: ChartTable): string {
  const { index, name, x, y, line, colour, isTint, width, label } = series;
  const stroke =
    width === undefined
      ? '<a:ln w="9525"><a:noFill/></a:ln>'
      : `<a:ln w="${Math.round(width * EMU_PER_POINT)}" cap="flat">${solid(colour, isTint)}<a:round/></a:ln>`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>Sheet1!${fixed(name)}</c:f><c:strCache><c:ptCount val="1"/>`,
    `<c:pt idx="0"><c:v>${escaped(String(valueAt(table, name)))}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    `<c:spPr>${stroke}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`,
    label === undefined ? '' : labelsXml(label, colour),
    `<c:xVal>${numbersXml(x, line, table)}</c:xVal><c:yVal>${numbersXml(y, line, table)}</c:yVal>`,
    '<c:smooth val="0"/></c:ser>',
  ].join('');
}

function labelsXml(position: 'r' | 'ctr', colour: SlideColour): string {
  return [
    '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    typeXml(colour),
    `<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>`,
    '<c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>',
  ].join('');
}

function numbersXml(columns: readonly string[], line: number, table: ChartTable): string {
  const cells = columns.map((column) => `${column}${line}`);
  const range = cells.map(fixed).join(':');
  const points = cells.map(
    (cell, index) => `<c:pt idx="${index}"><c:v>${valueAt(table, cell)}</c:v></c:pt>`,
  );
  return [
    `<c:numRef><c:f>Sheet1!${range}</c:f><c:numCache><c:formatCode>General</c:formatCode>`,
    `<c:ptCount val="${cells.length}"/>${points.join('')}</c:numCache></c:numRef>`,
  ].join('');
}

/** `C2` as `$C$2`. */
function fixed(cell: string): string {
  return cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

function valueAt({ head, rows }: ChartTable, cell: string): string | number {
  const column = cell.charCodeAt(0) - 65;
  const line = Number(cell.slice(1));
  if (line === 1) return head[column] ?? '';
  return rows[line - 2]?.cells[column]?.value ?? '';
}

function typeXml(colour: SlideColour, language?: string): string {
  const lang = language === undefined ? '' : ` lang="${language}"`;
  return [
    '<c:txPr><a:bodyPr wrap="none" vertOverflow="overflow" horzOverflow="overflow" anchor="ctr"/><a:lstStyle/>',
    `<a:p><a:pPr><a:defRPr${lang} sz="${CHART_TYPE * 100}" b="0">${solid(colour)}`,
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr>',
    '<a:endParaRPr lang="en-US"/></a:p></c:txPr>',
  ].join('');
}

function solid(colour: SlideColour, isTint = false): string {
  const tint = isTint ? '<a:lumMod val="45000"/><a:lumOff val="55000"/>' : '';
  return `<a:solidFill><a:schemeClr val="${colour}">${tint}</a:schemeClr></a:solidFill>`;
}

function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
