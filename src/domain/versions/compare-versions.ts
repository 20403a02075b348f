import type { Reclassification } from '../audit/reclassification.ts';
import type { FieldPhoto } from '../field-photo/field-photo.ts';
import { boundingBox, type Position, positionsOf } from '../geometry.ts';
import type { MapNote } from '../map-tools/map-note.ts';
import type { OwnDataset } from '../own-data/own-dataset.ts';
import type { Scenario, Site } from '../scenarios/scenario.ts';
import type { Deck, SavedView } from '../views/saved-view.ts';
import type { WorkState } from '../views/work-state.ts';
import { featureChanges, type ReadFeatures } from './feature-changes.ts';
import { type ChangedAspect, isSameValue, oneName, type VersionChange } from './version-change.ts';

/** Two states of the work. */
export type ComparedStates = { readonly before: WorkState; readonly after: WorkState };

/**
 * All that differs between two states of the work: datasets and their features, stretches that are judged otherwise,
 * scenarios and their sites, decks and their views, notes on the map, photos. What a dataset, scenario or deck holds is listed
 * only where both states have it: else it came or went with it.
 */
export function compareVersions(
  { before, after }: ComparedStates,
  read: ReadFeatures,
): readonly VersionChange[] {
  return [
    ...datasetChanges(before.datasets, after.datasets, read),
    ...stretchChanges(before.log, after.log),
    ...scenarioChanges(before.scenarios, after.scenarios),
    ...deckChanges(before.decks, after.decks),
    ...pairs(before.notes, after.notes, ({ id }) => id).flatMap(noteChange),
    ...pairs(before.photos, after.photos, ({ id }) => id).flatMap(photoChange),
  ];
}

/** Something as it was and as it is; at least one of them is there. */
type Pair<T> =
  | { readonly was: T; readonly is: T }
  | { readonly was?: undefined; readonly is: T }
  | { readonly was: T; readonly is?: undefined };

/** What two lists have by key: in the order of the later, then what is gone. */
function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string | number,
): readonly Pair<T>[] {
  const earlier = new Map(before.map((item) => [keyOf(item), item]));
  const present = new Set(after.map(keyOf));
  return [
    ...after.map((is): Pair<T> => {
      const was = earlier.get(keyOf(is));
      return was === undefined ? { is } : { was, is };
    }),
    ...before.filter((was) => !present.has(keyOf(was))).map((was): Pair<T> => ({ was })),
  ];
}

type Named = Pick<VersionChange, 'part' | 'id' | 'name'> &
  Partial<Pick<VersionChange, 'ownerId' | 'owner' | 'box'>>;

/** Names of attributes, and whether each says where something is; what has a value of its own is compared as JSON. */
type Compared<T> = readonly (readonly [
  name: string,
  of: (item: T) => unknown,
  aspect: ChangedAspect,
])[];

/** The difference of a pair, if there is one. */
function change<T>(
  { was, is }: Pair<T>,
  named: (item: T) => Named,
  compared: Compared<T>,
): readonly VersionChange[] {
  if (was !== undefined && is !== undefined) {
    if (was === is) return [];
    const differing = compared.filter(([, of]) => !isSameValue(of(was), of(is)));
    if (differing.length === 0) return [];
    const has = (aspect: ChangedAspect): readonly ChangedAspect[] =>
      differing.some(([, , kind]) => kind === aspect) ? [aspect] : [];
    return [
      {
        ...{ ...NO_OWNER, ...named(is), kind: 'changed' },
        aspects: [...has('attributes'), ...has('geometry')],
        attributes: differing.map(([name]) => name),
      },
    ];
  }
  const only = is ?? was;
  if (only === undefined) return [];
  const kind = is === undefined ? 'removed' : 'added';
  return [{ ...NO_OWNER, ...named(only), kind, aspects: [], attributes: [] }];
}

const NO_OWNER = { ownerId: '', owner: oneName('') };

function datasetChanges(
  before: readonly OwnDataset[],
  after: readonly OwnDataset[],
  read: ReadFeatures,
): readonly VersionChange[] {
  return pairs(before, after, ({ id }) => id).flatMap((pair) => {
    const { was, is } = pair;
    return [
      ...change(pair, (dataset) => ({ part: 'dataset', ...named(dataset), ...boxOf(dataset) }), [
        ['name', ({ name }) => name, 'attributes'],
        ['role', ({ role }) => role, 'attributes'],
        ['counted', (dataset) => dataset.isCounted !== false, 'attributes'],
        ['lineage', ({ lineage }) => lineage, 'attributes'],
        // Where only the text differs, its features say how.
        ['text', ({ text }) => text, 'attributes'],
      ]),
      ...(was !== undefined && is !== undefined ? featureChanges(was, is, read) : []),
    ];
  });

  function boxOf({ text }: OwnDataset): Pick<VersionChange, 'box'> {
    return boxAround(
      read(text).flatMap(({ box }): readonly Position[] =>
        box === undefined
          ? []
          : [
              [box[0], box[1]],
              [box[2], box[3]],
            ],
      ),
    );
  }
}

function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name: oneName(name) };
}

function boxAround(positions: Parameters<typeof boundingBox>[0]): Pick<VersionChange, 'box'> {
  const box = boundingBox(positions);
  return box === undefined ? {} : { box };
}

/** How the user judges a stretch, whatever led there. */
type Judgement = { readonly id: string } & Pick<Reclassification, 'class' | 'use' | 'confidence'>;

function stretchChanges(
  before: readonly Reclassification[],
  after: readonly Reclassification[],
): readonly VersionChange[] {
  if (before === after) return [];
  return pairs(judgements(before), judgements(after), ({ id }) => id).flatMap((pair) =>
    change(pair, ({ id }) => ({ part: 'stretch', id, name: oneName('') }), [
      ['class', (judged) => judged.class, 'attributes'],
      ['use', ({ use }) => use, 'attributes'],
      ['confidence', ({ confidence }) => confidence, 'attributes'],
    ]),
  );
}

/** What a change log says of each stretch in the end; later entries win. */
function judgements(log: readonly Reclassification[]): readonly Judgement[] {
  const known = new Map<string, Judgement>();
  for (const { segmentIds, class: shoreClass, use, confidence } of log)
    for (const id of segmentIds) {
      const before = known.get(id) ?? { id };
      const { use: earlier, ...others } = before;
      // A class brings its use, or none; a confidence alone leaves both.
      const kept = shoreClass === undefined ? (use ?? earlier) : use;
      known.set(id, {
        ...others,
        ...(shoreClass !== undefined && { class: shoreClass }),
        ...(kept !== undefined && { use: kept }),
        ...(confidence !== undefined && { confidence }),
      });
    }
  return [...known.values()];
}

function scenarioChanges(
  before: readonly Scenario[],
  after: readonly Scenario[],
): readonly VersionChange[] {
  return pairs(before, after, ({ id }) => id).flatMap((pair) => {
    const { was, is } = pair;
    const sites =
      was === undefined || is === undefined || was === is
        ? []
        : pairs(was.sites, is.sites, ({ id }) => id).flatMap((site) => siteChange(site, is));
    return [
      ...change(
        pair,
        (scenario) => ({ part: 'scenario', ...named(scenario), ...around(scenario) }),
        [
          ['name', ({ name }) => name, 'attributes'],
          ['lock', ({ isLocked }) => isLocked, 'attributes'],
        ],
      ),
      ...sites,
    ];
  });
}

function around({ sites }: Scenario): Pick<VersionChange, 'box'> {
  return boxAround(sites.flatMap(({ shape }) => [...positionsOf(shape)]));
}

function siteChange(pair: Pair<Site>, scenario: Scenario): readonly VersionChange[] {
  return change(
    pair,
    (site) => ({
      ...{ part: 'site', ...named(site) },
      ...{ ownerId: scenario.id, owner: oneName(scenario.name) },
      ...boxAround(positionsOf(site.shape)),
    }),
    [
      ['name', ({ name }) => name, 'attributes'],
      ['purpose', ({ purpose }) => purpose, 'attributes'],
      ['project', ({ projectId }) => projectId, 'attributes'],
      ['width', ({ widthM }) => widthM, 'geometry'],
      ['reach', ({ bufferM }) => bufferM, 'geometry'],
      ['shape', ({ shape }) => shape, 'geometry'],
    ],
  );
}

function deckChanges(before: readonly Deck[], after: readonly Deck[]): readonly VersionChange[] {
  return pairs(before, after, ({ id }) => id).flatMap((pair) => {
    const { was, is } = pair;
    const views = was === undefined || is === undefined || was === is ? [] : viewPairs(was, is);
    const common = new Set(views.flatMap((view) => (view.was && view.is ? [view.is.number] : [])));
    const order = (deck: Deck): readonly number[] =>
      deck.views.map(({ number }) => number).filter((number) => common.has(number));
    return [
      ...change(pair, ({ id, title }) => ({ part: 'deck', id, name: title }), [
        ['title', ({ title }) => title, 'attributes'],
        ['advance', ({ advanceS }) => advanceS, 'attributes'],
        ['order', order, 'attributes'],
      ]),
      ...(is === undefined ? [] : views.flatMap((view) => viewChange(view, is))),
    ];
  });
}

function viewPairs(before: Deck, after: Deck): readonly Pair<SavedView>[] {
  return pairs(before.views, after.views, ({ number }) => number);
}

function viewChange(pair: Pair<SavedView>, deck: Deck): readonly VersionChange[] {
  return change(
    pair,
    ({ number, title, extent }) => ({
      ...{ part: 'view', id: String(number), name: title },
      ...{ ownerId: deck.id, owner: deck.title },
      ...(extent !== undefined && { box: extent }),
    }),
    [
      ['title', ({ title }) => title, 'attributes'],
      ['caption', ({ caption }) => caption, 'attributes'],
      ['notes', ({ notes }) => notes, 'attributes'],
      ['figures', ({ figures }) => figures, 'attributes'],
      ['slide', ({ blocks, subject }) => [blocks, subject], 'attributes'],
      ['content', ({ address, scenario, mapNotes }) => [address, scenario, mapNotes], 'geometry'],
      ['extent', ({ extent }) => extent, 'geometry'],
    ],
  );
}

function noteChange(pair: Pair<MapNote>): readonly VersionChange[] {
  return change(
    pair,
    (note) => ({ part: 'note', ...named(note), ...boxAround(positionsOf(note.shape)) }),
    [
      ['name', ({ name }) => name, 'attributes'],
      ['kind', ({ kind }) => kind, 'attributes'],
      ['shape', ({ shape }) => shape, 'geometry'],
    ],
  );
}

/** The content of a photo is that of its id: only the stretch that it is pinned to changes. */
function photoChange(pair: Pair<FieldPhoto>): readonly VersionChange[] {
  return change(
    pair,
    ({ id, file, at }) => ({
      ...{ part: 'photo', id, name: oneName(file) },
      ...boxAround(at === undefined ? [] : [at]),
    }),
    [['stretch', ({ segmentId }) => segmentId, 'attributes']],
  );
}
