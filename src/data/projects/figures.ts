import type { ProjectFigure } from '../../domain/project.ts';
import type { Finding } from '../finding.ts';
import { bilingual } from '../geojson/parse-feature.ts';
import { getOwn, isRecord, type JsonRecord, numberOf, textOf } from '../record.ts';

/** Returns the figures of a project that have a label and a value, in the file's order. */
export function figuresOf(properties: JsonRecord): readonly ProjectFigure[] {
  const figures = getOwn(properties, 'figures');
  return Array.isArray(figures) ? figures.flatMap(figureOf) : [];
}

/** Returns a finding for each figure that `figuresOf` leaves out, with its place. */
export function droppedFigures(properties: JsonRecord): readonly Finding[] {
  const figures = getOwn(properties, 'figures') ?? [];
  if (!Array.isArray(figures)) return [droppedFigure(['properties', 'figures'], 'property-type')];
  return figures.flatMap((figure: unknown, index) =>
    figureOf(figure).length > 0
      ? []
      : [droppedFigure(['properties', 'figures', index], 'figure-incomplete')],
  );
}

function droppedFigure(path: readonly (string | number)[], code: string): Finding {
  return {
    code,
    kind: 'completeness',
    severity: 'warning',
    path,
    message: {
      zh: '指标缺少名称（label_zh、label_en）或数值（value），已略去。',
      en: 'a figure lacks its label (label_zh, label_en) or its value; it is left out.',
    },
    cure: { zh: '补全，否则该指标不会显示。', en: 'Add it; the figure is not shown otherwise.' },
  };
}

function figureOf(figure: unknown): readonly ProjectFigure[] {
  if (!isRecord(figure)) return [];
  const label = bilingual(figure, 'label');
  const value = numberOf(figure, 'value') ?? textOf(figure, 'value');
  if (label === undefined || value === undefined) return [];
  const [unit, year, source] = [
    textOf(figure, 'unit'),
    numberOf(figure, 'year'),
    textOf(figure, 'source'),
  ];
  return [
    {
      label,
      value,
      ...(unit !== undefined && { unit }),
      ...(year !== undefined && { year }),
      ...(source !== undefined && { source }),
    },
  ];
}
