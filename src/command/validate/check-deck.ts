import { getOwn, isRecord } from '../../data/record.ts';
import type { JsonPath } from '../../data/text/json-text.ts';
import { parseDeck } from '../../data/views/deck-file.ts';
import { SLIDE_KEYS } from '../../data/views/slide-entry.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { isInBounds, WORLD } from '../../domain/map-bounds.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deck, SavedView } from '../../domain/views/saved-view.ts';
import { FIGURE_NAMES } from '../../domain/views/shown-figures.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import type { PlanContext } from '../files/plan-context.ts';
import { idsBesideDeck, type KnownIds } from './deck-context.ts';

const DECK_KEYS = ['id', 'title', 'advanceS', 'views'];
const VIEW_KEYS = [
  ...['number', 'title', 'caption', 'notes', 'address', 'extent', 'scenario', 'figures'],
  ...['blocks', 'subject', 'savedAt'],
];
const TEXTS = ['title', 'caption', 'notes'] as const;

/**
 * Checks a deck file. What the app would refuse is an error with its place; what the app would leave out,
 * show in one language only, or not find in the catalogue beside the deck is returned as issues.
 * @param value the deck as parsed from the file: its reader leaves out keys that it does not know.
 */
export async function checkDeck(
  text: string,
  value: unknown,
  { deck: named, plan }: { readonly deck: NamedFile; readonly plan: PlanContext },
): Promise<Result<readonly Issue[], LoadError>> {
  const deck = await parseDeck(text, named.name);
  if (!deck.ok) return deck;
  const known = await idsBesideDeck(named.path);
  const { views, title } = deck.value;
  return ok([
    ...unknownKeys(value, named.name),
    ...missingTexts({ title }, [], named.name),
    ...views.flatMap((view, index) =>
      checkView(view, ['views', index], {
        known,
        deck: named,
        bounds: plan.catalogue?.bounds ?? WORLD,
      }),
    ),
  ]);
}

function checkView(
  view: SavedView,
  path: JsonPath,
  {
    known,
    deck,
    bounds,
  }: {
    readonly known: KnownIds | undefined;
    readonly deck: NamedFile;
    readonly bounds: BoundingBox;
  },
): readonly Issue[] {
  const { extent } = view;
  const isOutside =
    extent !== undefined &&
    !(isInBounds([extent[0], extent[1]], bounds) && isInBounds([extent[2], extent[3]], bounds));
  return [
    ...missingTexts(view, path, deck.name),
    ...(isOutside ? [outsideFrame(path, deck.name, bounds)] : []),
    ...(known === undefined ? [] : unknownIds(view, path, { known, dataset: deck.name })),
  ];
}

function missingTexts(
  texts: Partial<Pick<SavedView, (typeof TEXTS)[number]>> & Pick<Deck, 'title'>,
  path: JsonPath,
  dataset: string,
): readonly Issue[] {
  return TEXTS.flatMap((name) =>
    (['zh', 'en'] as const).flatMap((language): readonly Issue[] => {
      const text = texts[name];
      if (text === undefined || text[language].trim() !== '') return [];
      return [
        {
          ...{ code: 'deck-text-missing', kind: 'completeness', severity: 'warning', dataset },
          path: [...path, name, language],
          message: {
            zh: `${name} 没有${language === 'zh' ? '中文' : '英文'}。`,
            en: `${name} has no ${language === 'zh' ? 'Chinese' : 'English'}.`,
          },
          cure: {
            zh: '补上；缺少时另一种语言代替它。',
            en: 'Write it; the other language stands in for it meanwhile.',
          },
        },
      ];
    }),
  );
}

function outsideFrame(path: JsonPath, dataset: string, bounds: BoundingBox): Issue {
  const frame = bounds.join(', ');
  return {
    ...{ code: 'deck-extent-outside', kind: 'positional-accuracy', severity: 'warning', dataset },
    path: [...path, 'extent'],
    message: {
      zh: 'extent 超出底图范围，地图到不了那里。',
      en: 'the extent leaves the base map, where the camera cannot go.',
    },
    cure: { zh: `改到 ${frame} 以内。`, en: `Keep it inside ${frame}.` },
  };
}

/** Ids in the address and the subject of a view that do not exist: the app would ignore them without a message. */
function unknownIds(
  { address, subject = {} }: SavedView,
  path: JsonPath,
  { known, dataset }: { readonly known: KnownIds; readonly dataset: string },
): readonly Issue[] {
  const query = new URLSearchParams(/^[^#]*/.exec(address)?.[0]);
  const { layers = [], features = [], zones = [] } = subject;
  const named = [
    ...(query.get('layers')?.split(',') ?? []).map((id) => ['layers', id, known.layers] as const),
    ...query.getAll('zone').map((id) => ['zone', id, known.zones] as const),
    ...query.getAll('select').map((id) => ['select', id, known.features] as const),
    ...layers.map((id) => ['layers', id, known.layers, 'subject'] as const),
    ...features.map((id) => ['features', id, known.features, 'subject'] as const),
    ...zones.map((id) => ['zones', id, known.zones, 'subject'] as const),
  ];
  return named.flatMap(([part, id, ids, key = 'address']): readonly Issue[] =>
    id === '' || ids.has(id)
      ? []
      : [
          {
            ...{ code: 'deck-id-unknown', kind: 'logical-consistency', severity: 'error', dataset },
            path: key === 'address' ? [...path, key] : [...path, key, part],
            message: {
              zh: `${part}=${id} 在 catalogue.json 列出的数据中没有。`,
              en: `${part}=${id} is not among the data that catalogue.json lists.`,
            },
            cure: { zh: '改正或删去它。', en: `Correct it, or take it out of the ${key}.` },
          },
        ],
  );
}

function unknownKeys(deck: unknown, dataset: string): readonly Issue[] {
  if (!isRecord(deck)) return [];
  const views = getOwn(deck, 'views');
  return [
    ...strangers(deck, DECK_KEYS, []),
    ...(Array.isArray(views) ? views : []).flatMap((view: unknown, index) => {
      if (!isRecord(view)) return [];
      const at = ['views', index];
      const figures = getOwn(view, 'figures');
      return [
        ...strangers(view, VIEW_KEYS, at),
        ...(isRecord(figures) ? strangers(figures, FIGURE_NAMES, [...at, 'figures']) : []),
        ...(['blocks', 'subject'] as const).flatMap((name) => {
          const part = getOwn(view, name);
          return isRecord(part) ? strangers(part, SLIDE_KEYS[name], [...at, name]) : [];
        }),
      ];
    }),
  ].map(({ path, known }): Issue => {
    const key = path.at(-1);
    return {
      ...{ code: 'deck-key-unknown', kind: 'logical-consistency', severity: 'warning', dataset },
      path,
      message: {
        zh: `没有名为 ${key} 的键，未采用。`,
        en: `there is no key ${key}; it is not used.`,
      },
      cure: { zh: `可用的键：${known.join('、')}。`, en: `Use one of: ${known.join(', ')}.` },
    };
  });
}

function strangers(
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: JsonPath,
): readonly { readonly path: JsonPath; readonly known: readonly string[] }[] {
  return Object.keys(record)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [...path, key], known }));
}
