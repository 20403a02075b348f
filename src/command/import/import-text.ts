import type { ImportReport } from '../../data/import/import-report.ts';
import type { Language } from '../../domain/bilingual.ts';
import type { DatasetReport } from '../../domain/own-data/dataset-card.ts';
import { oneLine } from '../issues/located-issue.ts';

/** Returns what was read as text for a terminal: a paragraph a dataset, with its findings. */
export function importText({ datasets, refused }: ImportReport, language: Language): string {
  return [
    ...datasets.map((dataset) => datasetText(dataset, language)),
    ...refused.map(
      ({ file, code, message, cure }) =>
        `${oneLine(file)}  ${code}  ${message[language]}\n    ${cure[language]}\n`,
    ),
  ].join('\n');
}

function datasetText(dataset: DatasetReport, language: Language): string {
  const { crs, encoding, issues } = dataset;
  const words = WORDS[language];
  const candidates = crs.candidates
    .map(({ code, swapped }) => (swapped ? `${code} (y, x)` : code))
    .join(', ');
  const figures = [
    ...(dataset.lengthM === null ? [] : [`${dataset.lengthM.toFixed(3)} m`]),
    ...(dataset.areaM2 === null ? [] : [`${(dataset.areaM2 / 10_000).toFixed(4)} ha`]),
    ...(dataset.byClass === null
      ? []
      : [
          Object.entries(dataset.byClass)
            .map(([name, lengthM]) => `${name} ${lengthM.toFixed(1)} m`)
            .join(', '),
        ]),
  ];
  return [
    `${oneLine(dataset.file)} › ${oneLine(dataset.name)}  ${dataset.format}, ${dataset.geometry}`,
    `  ${words.records}: ${dataset.read} = ${dataset.kept} + ${dataset.setAside} ${words.setAside}`,
    `  ${words.role}: ${dataset.role.proposed}`,
    `  ${words.encoding}: ${encoding.name} (${encoding.how})`,
    `  ${words.crs}: ${crs.code ?? '–'} (${crs.how})${candidates === '' || crs.how === 'declared' ? '' : `; ${candidates}`}`,
    ...(figures.length === 0 ? [] : [`  ${figures.join('; ')}`]),
    ...issues.map(
      ({ code, severity, message, cure }) =>
        `  ${severity}  ${code}  ${message[language]}\n      ${cure[language]}`,
    ),
    '',
  ].join('\n');
}

const WORDS = {
  zh: { records: '记录', setAside: '搁置', role: '用途', encoding: '编码', crs: '坐标系' },
  en: {
    records: 'records',
    setAside: 'set aside',
    role: 'taken as',
    encoding: 'encoding',
    crs: 'system',
  },
} as const;
