import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { DrawnReason } from '../../domain/coast-change/change-symbols.ts';
import { type LargestChange, unmatchedCoast } from '../../domain/coast-change/largest-changes.ts';
import { mostChangedZones } from '../../domain/coast-change/most-changed-zones.ts';
import type { NumberSpot } from '../../domain/print/place-numbers.ts';
import {
  borderText,
  ChangeDoubts,
  detailText,
  SIDE_WORDS,
} from '../coast-change/change-doubts.tsx';
import { ChangeHeadline } from '../coast-change/change-headline.tsx';
import { ChangeLand } from '../coast-change/change-land.tsx';
import { MatrixTable, ReplacedCoast } from '../coast-change/change-matrix.tsx';
import { ChangeReasons } from '../coast-change/change-reasons.tsx';
import { type ChangeResult, type Side, scopeOf } from '../coast-change/change-result.ts';
import { ChangeSigns } from '../coast-change/change-swatch.tsx';
import { ZonesTable } from '../coast-change/change-zones.tsx';
import { formatLength } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { ReportChangeList } from './report-change-list.tsx';
import { type ReportImage, ReportPicture } from './report-map.tsx';

/** A map of the change, with the numbers of the listed stretches in CSS pixels of the picture. */
export type ChangePicture = ReportImage & {
  readonly width: number;
  readonly height: number;
  readonly numbers: readonly (NumberSpot & { readonly number: number })[];
  readonly reasons: ReadonlySet<DrawnReason>;
};

/** The radius of a number on the map, in its pixels. */
export const NUMBER_RADIUS = 9;

/** What the report tells of two compared coasts: their comparison, or that it is left out. */
export type ReportedChange =
  | { readonly kind: 'outdated'; readonly titles: Readonly<Record<Side, Bilingual>> }
  | {
      readonly kind: 'current';
      readonly result: ChangeResult;
      /** The date of each coast as its data state it, and its file with its hash. */
      readonly dates: Readonly<Record<Side, string>>;
      readonly files: Readonly<Record<Side, string>>;
      /** The longest of the changed stretches, in the order of their numbers. */
      readonly listed: readonly LargestChange[];
      readonly changedCount: number;
      /** Undefined where none could be drawn, or nothing has changed. */
      readonly picture: ChangePicture | undefined;
    };

type CurrentChange = Extract<ReportedChange, { kind: 'current' }>;

/** The most zones that are listed. */
const MOST_ZONES = 12;

/** What became of the coast between two surveys; one line where that is not known any more. */
export function ReportChange({ change }: { readonly change: ReportedChange }): JSX.Element {
  const { t, pick } = useI18n();
  if (change.kind === 'current') return <ChangePages {...change} />;
  const { before, after } = change.titles;
  return (
    <>
      <h2>{t('reportChangeTitle', { name: pick(before) })}</h2>
      <p>{t('reportChangeOutdated', { before: pick(before), after: pick(after) })}</p>
    </>
  );
}

function ChangePages(page: CurrentChange): JSX.Element {
  const words = useI18n();
  const { t, pick } = words;
  const { result, picture, listed, changedCount } = page;
  const { change } = result.answer;
  const shown = scopeOf(result.answer, undefined);
  const { figures } = shown;
  const zones = mostChangedZones(change.zones);
  const mostChanged = zones.slice(0, MOST_ZONES);
  return (
    <section class="report__change">
      <h2>{t('reportChangeTitle', { name: pick(result.sides.before.title) })}</h2>
      <table class="report__lineage">
        <caption class="visually-hidden">{t('coastChangeTitle')}</caption>
        <tbody>
          {comparedRows(page, words).map(([label, lines]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ChangeHeadline result={result} shown={shown} name={undefined} />
      {picture !== undefined && <ChangeMap picture={picture} />}
      <h3>{t('coastChangeParts')}</h3>
      {figures.change.ratio !== undefined && <ChangeReasons figures={figures} theme="light" />}
      <h3>{t('coastChangeMatrix')}</h3>
      <MatrixTable figures={figures} isInKilometres />
      <ReplacedCoast figures={figures} />
      <h3>{t('coastChangeLand')}</h3>
      <ChangeLand shown={shown} stretches={change.stretches} />
      {mostChanged.length > 0 && (
        <>
          <h3>{t('reportChangeZonesTitle')}</h3>
          <ZonesTable change={change} listed={mostChanged} />
          <p class="quiet">
            {t('reportChangeZonesNote', {
              shown: mostChanged.length,
              changed: zones.length,
              count: change.zones.length,
            })}
          </p>
        </>
      )}
      <h3>{t('reportChangeLongest')}</h3>
      {listed.length === 0 ? (
        <p>{t('reportChangeNothing')}</p>
      ) : (
        <>
          <ReportChangeList result={result} listed={listed} />
          <p class="quiet">
            {t('reportChangeLongestNote', { shown: listed.length, count: changedCount })}
          </p>
        </>
      )}
      <h3>{t('coastChangeDoubts')}</h3>
      {comparedDoubts(result, words).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ChangeDoubts result={result} />
    </section>
  );
}

/** What was compared, and how. */
function comparedRows(
  { result: { answer, sides }, dates, files }: CurrentChange,
  { t, pick, language }: I18n,
): readonly (readonly [label: string, lines: readonly string[]])[] {
  return [
    ...(['before', 'after'] as const).map(
      (side) =>
        [
          t(SIDE_WORDS[side]),
          [
            [pick(sides[side].title), dates[side]].filter((part) => part !== '').join(' · '),
            files[side],
          ].filter((line) => line !== ''),
        ] as const,
    ),
    [t('coastChangeTolerance'), [formatLength(answer.change.toleranceM, language, 2)]],
    [
      t('reportChangeHow'),
      [`${t('reportChangeRule')} · ${t('coastChangeScope')} · ${t(`realm_${answer.scope.realm}`)}`],
    ],
  ];
}

/** How far the comparison can be trusted by what it has found itself. */
function comparedDoubts({ answer }: ChangeResult, words: I18n): readonly string[] {
  const { t, language } = words;
  const { change, scope } = answer;
  const { beforeM, afterM } = unmatchedCoast(change.stretches, scope);
  const border = borderText(scopeOf(answer, undefined), change.toleranceM, words);
  return [
    ...(border === undefined ? [] : [border]),
    detailText(change.equalDetail, words),
    t('reportChangeUnmatched', {
      before: formatLength(beforeM, language, 2),
      after: formatLength(afterM, language, 2),
    }),
  ];
}

function ChangeMap({ picture }: { readonly picture: ChangePicture }): JSX.Element {
  const { t } = useI18n();
  const { width, height, numbers, reasons } = picture;
  return (
    <ReportPicture
      picture={picture}
      name={t('reportChangeMap')}
      caption={t('reportChangeMapCaption')}
      signs={<ChangeSigns reasons={reasons} theme="light" />}
    >
      <svg class="report__numbers" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {numbers.map(({ number, at: [x, y], spot: [toX, toY] }) => (
          <path key={number} d={`M${x} ${y}L${toX} ${toY}`} />
        ))}
        {numbers.map(({ number, spot: [x, y] }) => (
          <g key={number}>
            <circle cx={x} cy={y} r={NUMBER_RADIUS} />
            <text x={x} y={y} dy="0.35em">
              {number}
            </text>
          </g>
        ))}
      </svg>
    </ReportPicture>
  );
}
