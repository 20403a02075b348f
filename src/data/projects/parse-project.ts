import { NO_TEXT } from '../../domain/bilingual.ts';
import { PROJECT_STATUSES, type Project, type PublishedMeasure } from '../../domain/project.ts';
import type { Finding } from '../finding.ts';
import {
  bilingual,
  droppedNumber,
  namesOf,
  type ParsedFeature,
  sourceOf,
  unknownWord,
  usableId,
} from '../geojson/parse-feature.ts';
import type { RawFeature } from '../geojson/parse-feature-collection.ts';
import { getOwn, type JsonRecord, numberOf, textOf, wordOf } from '../record.ts';
import { articlesOf, droppedArticles, LAST_ARTICLE } from './articles.ts';
import { droppedFigures, figuresOf } from './figures.ts';

/** Reads one project. Missing values stay undefined; an unknown status becomes under study. */
export function parseProject(
  feature: RawFeature,
  lastArticle = LAST_ARTICLE,
): ParsedFeature<Project> {
  const { properties, geometry, dataset } = feature;
  const reading = usableId(feature);
  if (reading.id === undefined) return reading;
  const names = namesOf(properties, reading.id);
  const status = wordOf(properties, 'status', PROJECT_STATUSES);
  const accuracyM = numberOf(properties, 'accuracy_m');
  const year = numberOf(properties, 'year');
  const rank = getOwn(properties, 'rank');
  const [positionSource, positionSourceZh] = sourceOf(properties, 'position_source');
  const [publishedLength, publishedArea] = [
    published(properties, 'length_km', 'length'),
    published(properties, 'area_km2', 'area'),
  ];
  const notes = bilingual(properties, 'notes');
  return {
    findings: [
      ...names.findings,
      ...(status === undefined
        ? [
            unknownWord(
              'status',
              getOwn(properties, 'status'),
              PROJECT_STATUSES,
              'warning',
              'study',
            ),
          ]
        : []),
      ...(geometry !== undefined && accuracyM === undefined ? [accuracyMissing()] : []),
      ...NUMBERS.flatMap((name) => droppedNumber(properties, name)),
      ...droppedArticles(properties, lastArticle),
      ...droppedFigures(properties),
    ],
    value: {
      id: reading.id,
      layer: dataset,
      name: { zh: names.zh, en: names.en },
      summary: bilingual(properties, 'summary') ?? NO_TEXT,
      articles: articlesOf(properties, lastArticle),
      status: status ?? 'study',
      figures: figuresOf(properties),
      ...(publishedLength !== undefined && { publishedLength }),
      ...(publishedArea !== undefined && { publishedArea }),
      ...(year !== undefined && { year }),
      ...(accuracyM !== undefined && accuracyM >= 0 && { accuracyM }),
      ...(positionSource !== undefined && { positionSource }),
      ...(positionSourceZh !== undefined && { positionSourceZh }),
      ...(isRank(rank) && { rank }),
      isSiteNamedInPlan: getOwn(properties, 'site_named_in_plan') === true,
      ...(notes !== undefined && { notes }),
      ...(geometry !== undefined && { geometry }),
    },
  };
}

function isRank(value: unknown): value is number {
  return [1, 2, 3, 4, 5].some((rank) => rank === value);
}

/** Numeric properties of a project that are never negative. */
const NUMBERS = ['year', 'accuracy_m', 'published_length_km', 'published_area_km2'] as const;

function published(
  properties: JsonRecord,
  measure: 'length_km' | 'area_km2',
  kind: 'length' | 'area',
): PublishedMeasure | undefined {
  const value = numberOf(properties, `published_${measure}`);
  if (value === undefined || value < 0) return undefined;
  const source = textOf(properties, `published_${kind}_source`);
  return source === undefined ? { value } : { value, source };
}

function accuracyMissing(): Finding {
  return {
    code: 'accuracy-missing',
    kind: 'completeness',
    severity: 'warning',
    path: ['properties'],
    message: {
      zh: '有位置而无 accuracy_m，按最粗精度绘制。',
      en: 'it has a position but no accuracy_m; it is drawn as known coarsely.',
    },
    cure: {
      zh: '补上位置精度半径（米）。',
      en: 'Add the radius in metres within which the site is known.',
    },
  };
}
