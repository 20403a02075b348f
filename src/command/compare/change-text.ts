import type { ChangeReport, StretchReport } from '../../data/coast-change/change-report.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import {
  type ClassMatrix,
  SHORE_KEYS,
  type ShoreKey,
} from '../../domain/coast-change/change-ledger.ts';
import { REASON_LABELS } from '../../domain/coast-change/change-symbols.ts';
import { reasonText } from '../audit/audit-csv.ts';
import { fixed, formatMetres, NONE, percent } from '../audit/format-figures.ts';
import { CLASS_LABELS, REALM_LABELS } from '../audit/labels.ts';
import { oneLine } from '../issues/located-issue.ts';
import { type Column, textTable } from '../terminal/text-table.ts';

/** Stretches that are listed; the JSON has all. */
const LISTED = 20;
/** The least length in metres that does not read as zero. */
const SHOWN_M = 0.05;

/** Returns a comparison as text for a terminal: ratio and its parts, matrix, zones, stretches, files. */
export function changeText(report: ChangeReport, language: Language): string {
  const say = (words: Bilingual): string => words[language];
  const { sources, before, after, change } = report;
  const doubts = (['before', 'after'] as const).flatMap((side) => [
    ...(sources[side].notice === null
      ? []
      : [`! ${say(WORDS[side])}: ${say(sources[side].notice)}\n`]),
    ...sources[side].provisionalReasons.map(
      (reason) => `! ${say(WORDS[side])}, ${say(WORDS.provisional)}: ${reasonText(reason)}\n`,
    ),
  ]);
  const head = [
    `${say(WORDS.title)} | ${say(REALM_LABELS[report.realm])} | ${say(WORDS.tolerance)} ${report.toleranceM} m\n`,
    ...doubts,
    ...(report.opposedM < SHOWN_M ? [] : [opposedText(report.opposedM, language)]),
    `${percent(before.ratio, undefined)} → ${percent(after.ratio, undefined)}  ${points(change.ratio)}\n`,
  ];
  const parts = [
    head.join(''),
    `${partsTable(report, language)}${bordersText(report, language)}`,
    detailText(report, language),
    matrixTable(report, language),
    `${say(WORDS.reclaimed)} ${hectares(report.reclaimedM2)}  ${say(WORDS.eroded)} ${hectares(report.erodedM2)}\n`,
    replacedText(report.replaced, language),
    zonesTable(report, language),
    stretchesTable(report, language),
    (['before', 'after'] as const)
      .flatMap((side) =>
        sources[side].data
          .filter(({ role }) => side === 'after' || role === 'coastline')
          .map(({ file, sha256 }) => `${file}  SHA-256 ${sha256}\n`),
      )
      .join(''),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** A difference of ratio in percentage points, with its sign. */
function points(ratio: number | null): string {
  if (ratio === null) return NONE;
  return `${ratio >= 0.000005 ? '+' : ''}${fixed(ratio * 100, 3)}`;
}

function signed(metres: number): string {
  return `${metres >= SHOWN_M ? '+' : ''}${formatMetres(metres)}`;
}

function hectares(areaM2: number): string {
  return `${fixed(areaM2 / 10_000, 2)} ha`;
}

function columns(titles: readonly Bilingual[], language: Language): readonly Column[] {
  return titles.map((title, at) => ({ title: title[language], isNumber: at > 0 }));
}

function partsTable({ before, after, change }: ChangeReport, language: Language): string {
  const natural = (side: typeof before): number => side.naturalM + side.restoredM;
  return textTable(columns([WORDS.reason, WORDS.naturalM, WORDS.totalM, WORDS.points], language), [
    ...change.parts.map(({ kind, naturalM, totalM, ratio }) => [
      REASON_LABELS[kind][language],
      signed(naturalM),
      signed(totalM),
      points(ratio),
    ]),
    [
      WORDS.sum[language],
      signed(natural(after) - natural(before)),
      signed(after.totalM - before.totalM),
      points(change.ratio),
    ],
  ]);
}

function opposedText(opposedM: number, language: Language): string {
  const metres = formatMetres(opposedM);
  return {
    zh: `! 两条岸线有 ${metres} 米方向相反，陆地在哪一侧按前期岸线的方向判断（陆地在左）；方向若错，填海与侵蚀、向海与向陆须对调。\n`,
    en: `! ${metres} m are drawn in opposite directions; land is taken to be on the left of the coast before. If that one is turned, reclaimed and eroded, seaward and landward change places.\n`,
  }[language];
}

/** What of a change may be no more than a border between two classes that was drawn elsewhere. */
function bordersText({ change, toleranceM }: ChangeReport, language: Language): string {
  const found = change.parts.filter(({ borderM }) => borderM >= SHOWN_M);
  if (found.length === 0) return '';
  const list = found
    .map(({ kind, borderM }) => `${REASON_LABELS[kind][language]} ${formatMetres(borderM)} m`)
    .join(language === 'zh' ? '、' : ', ');
  return {
    zh: `其中类型分界沿岸相差不到 ${toleranceM} 米、难以断定的：${list}。\n`,
    en: `Of this, where only the border between two classes differs, by less than ${toleranceM} m along the shore: ${list}.\n`,
  }[language];
}

function detailText({ equalDetail }: ChangeReport, language: Language): string {
  if (equalDetail === null)
    return {
      zh: '两条岸线的详略相当。\n',
      en: 'Both coasts are drawn in the same detail.\n',
    }[language];
  const { toleranceM, coarser, ratioBefore, ratioAfter, change, detailOnly } = equalDetail;
  const [from, to] = [percent(ratioBefore, undefined), percent(ratioAfter, undefined)];
  const metres = fixed(toleranceM, 2);
  return {
    zh: `${WORDS[coarser].zh}较粗略；两条都按 ${metres} 米概化后为 ${from} → ${to}（${points(change.ratio)}），仅因详略不同的部分为 ${points(detailOnly)} 个百分点。\n`,
    en: `The coast ${WORDS[coarser].en} is the coarser one; with both generalised at ${metres} m it is ${from} → ${to} (${points(change.ratio)}), so ${points(detailOnly)} points are only detail.\n`,
  }[language];
}

function shoreLabel(key: ShoreKey, language: Language): string {
  return key === 'unclassified' ? WORDS.unclassified[language] : CLASS_LABELS[key][language];
}

/** The matrix with only the classes that occur; cells are metres. */
function matrixTable(report: ChangeReport, language: Language): string {
  const { transitions, lostByClass, gainedByClass } = report;
  const rows = SHORE_KEYS.filter(
    (from) =>
      lostByClass[from] >= SHOWN_M || SHORE_KEYS.some((to) => transitions[from][to] >= SHOWN_M),
  );
  const heads = SHORE_KEYS.filter(
    (to) =>
      gainedByClass[to] >= SHOWN_M || SHORE_KEYS.some((from) => transitions[from][to] >= SHOWN_M),
  );
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const metres = (value: number): string => (value >= SHOWN_M ? formatMetres(value) : NONE);
  return textTable(
    columns(
      [
        WORDS.fromTo,
        ...heads.map((key) => ({ zh: shoreLabel(key, 'zh'), en: shoreLabel(key, 'en') })),
        ...[WORDS.lost, WORDS.before],
      ],
      language,
    ),
    [
      ...rows.map((from) => [
        shoreLabel(from, language),
        ...heads.map((to) => metres(transitions[from][to])),
        metres(lostByClass[from]),
        metres(lostByClass[from] + sum(SHORE_KEYS.map((to) => transitions[from][to]))),
      ]),
      [WORDS.gained[language], ...heads.map((to) => metres(gainedByClass[to])), NONE, NONE],
      [
        WORDS.after[language],
        ...heads.map((to) =>
          metres(gainedByClass[to] + sum(SHORE_KEYS.map((from) => transitions[from][to]))),
        ),
        ...[metres(report.lostM), NONE],
      ],
    ],
  );
}

/** What took the place of lost coast beyond the tolerance, one sentence a pair of classes. */
function replacedText(replaced: ClassMatrix, language: Language): string {
  return SHORE_KEYS.flatMap((from) =>
    SHORE_KEYS.flatMap((to) => {
      const metres = replaced[from][to];
      if (!(metres >= SHOWN_M)) return [];
      const [was, is] = [shoreLabel(from, language), shoreLabel(to, language)];
      return {
        zh: `消失的岸线中有 ${formatMetres(metres)} 米${was}，由容差以外的${is}取代。\n`,
        en: `Of the coast lost, ${formatMetres(metres)} m ${was} gave way to ${is} beyond the tolerance.\n`,
      }[language];
    }),
  ).join('');
}

function zonesTable({ zones }: ChangeReport, language: Language): string {
  if (zones.length === 0) return '';
  return textTable(
    columns(
      [
        ...[WORDS.zone, WORDS.before, WORDS.after, WORDS.points, WORDS.lost, WORDS.gained],
        ...[WORDS.reclaimed, WORDS.eroded],
      ],
      language,
    ),
    zones.map((zone) => [
      oneLine({ zh: zone.name_zh, en: zone.name_en }[language] || zone.id),
      percent(zone.before.ratio, undefined),
      percent(zone.after.ratio, undefined),
      points(zone.change.ratio),
      formatMetres(zone.lostM),
      formatMetres(zone.gainedM),
      hectares(zone.reclaimedM2),
      hectares(zone.erodedM2),
    ]),
  );
}

/** The longest stretches that are not what they were. */
function stretchesTable({ stretches }: ChangeReport, language: Language): string {
  const lengthOf = ({ before, after }: StretchReport): number =>
    Math.max(before?.lengthM ?? 0, after?.lengthM ?? 0);
  const changed = stretches
    .filter(
      (stretch) => stretch.kind !== 'matched' || stretch.before?.class !== stretch.after?.class,
    )
    .filter((stretch) => lengthOf(stretch) >= SHOWN_M)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (changed.length === 0) return '';
  const side = (part: StretchReport['before']): string => {
    if (part === null) return NONE;
    const label = part.class === null ? undefined : SHORE_KEYS.find((key) => key === part.class);
    const range = `${fixed(part.fromM, 1)}–${fixed(part.toM, 1)}`;
    return `${oneLine(part.segment)} ${range} ${shoreLabel(label ?? 'unclassified', language)}`;
  };
  const rest = changed.length - LISTED;
  const more = {
    zh: `另有 ${rest} 段，见 --format json。\n`,
    en: `and ${rest} more; --format json has all.\n`,
  }[language];
  return `${textTable(
    [
      { title: WORDS.stretch[language], isNumber: false },
      { title: WORDS.before[language], isNumber: false },
      { title: WORDS.after[language], isNumber: false },
      { title: WORDS.seaward[language], isNumber: true },
    ],
    changed
      .slice(0, LISTED)
      .map((stretch) => [
        STRETCHES[stretch.kind][language],
        side(stretch.before),
        side(stretch.after),
        stretch.displacementM === null ? NONE : signed(stretch.displacementM),
      ]),
  )}${rest > 0 ? more : ''}`;
}

const STRETCHES: Readonly<Record<StretchReport['kind'], Bilingual>> = {
  matched: { zh: '类型改变', en: 'class changed' },
  replaced: { zh: '被取代', en: 'replaced' },
  lost: { zh: '消失', en: 'lost' },
  gained: { zh: '新增', en: 'gained' },
};

const WORDS = {
  title: { zh: '两条岸线比较', en: 'Two coastlines compared' },
  tolerance: { zh: '容差', en: 'tolerance' },
  provisional: { zh: '暂定', en: 'provisional' },
  before: { zh: '前期', en: 'before' },
  after: { zh: '后期', en: 'after' },
  reason: { zh: '原因', en: 'reason' },
  naturalM: { zh: '自然和修复 m', en: 'natural + restored m' },
  totalM: { zh: '总长 m', en: 'total m' },
  points: { zh: '百分点', en: 'points' },
  sum: { zh: '合计', en: 'sum' },
  fromTo: { zh: '前期 \\ 后期 m', en: 'before \\ after m' },
  lost: { zh: '消失', en: 'lost' },
  gained: { zh: '新增', en: 'gained' },
  unclassified: { zh: '未分类', en: 'unclassified' },
  reclaimed: { zh: '填海', en: 'reclaimed' },
  eroded: { zh: '侵蚀', en: 'eroded' },
  zone: { zh: '区段', en: 'zone' },
  stretch: { zh: '岸段', en: 'stretch' },
  seaward: { zh: '向海 m', en: 'seaward m' },
} as const satisfies Readonly<Record<string, Bilingual>>;
