import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RULE } from '../../../src/data/audit/audit-rule.ts';
import { readProject } from '../../../src/data/project-file/read-project.ts';
import { writeProject } from '../../../src/data/project-file/write-project.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import { COASTLINE_CLASSES, CONFIDENCES } from '../../../src/domain/coastline.ts';
import type { FieldPhoto } from '../../../src/domain/field-photo/field-photo.ts';
import type { OwnDataset } from '../../../src/domain/own-data/own-dataset.ts';
import type { Scenario } from '../../../src/domain/scenarios/scenario.ts';
import { metres, ratio } from '../../../src/domain/units.ts';
import { ACTIVITIES } from '../../../src/domain/views/activity.ts';
import type { NamedVersion, VersionFigures } from '../../../src/domain/views/named-version.ts';
import type { Deck } from '../../../src/domain/views/saved-view.ts';
import type { WorkState } from '../../../src/domain/views/work-state.ts';
import { jsonNumber } from '../../domain/arbitraries.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';
import { nodeSha256, PLAN_TWO, projectOf } from './project-of.ts';

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const word = fc.string({ unit: 'binary', maxLength: 20 });
const position = fc.tuple(jsonNumber(-180, 180), jsonNumber(-90, 90));

/** An object whose members come in either order: the order in memory must not show in a file. */
function shuffled<T extends object>(of: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc
    .tuple(of, fc.boolean())
    .map(([value, isTurned]) =>
      isTurned ? (Object.fromEntries(Object.entries(value).reverse()) as unknown as T) : value,
    );
}

const logEntry: fc.Arbitrary<Reclassification> = shuffled(
  fc.record(
    {
      segmentIds: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
      class: fc.constantFrom(...COASTLINE_CLASSES),
      confidence: fc.constantFrom(...CONFIDENCES),
      reason: word,
      date: instant,
    },
    { requiredKeys: ['segmentIds', 'reason', 'date'] },
  ),
);
const scenarios: fc.Arbitrary<readonly Scenario[]> = fc.uniqueArray(
  shuffled(
    fc.record({
      id: fc.string({ minLength: 1 }),
      name: word,
      isLocked: fc.boolean(),
      sites: fc.uniqueArray(
        shuffled(
          fc.record({
            id: fc.string({ minLength: 1 }),
            name: word,
            purpose: fc.constantFrom('build' as const, 'restore' as const),
            shape: fc
              .array(position, { minLength: 2, maxLength: 4 })
              .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
            widthM: jsonNumber(0.1, 20_000),
            bufferM: jsonNumber(0, 20_000),
          }),
        ),
        { maxLength: 2, selector: ({ id }) => id },
      ),
    }),
  ),
  { maxLength: 2, selector: ({ id }) => id },
);
const bilingual = shuffled(fc.record({ zh: word, en: word }));
const decks: fc.Arbitrary<readonly Deck[]> = fc
  .array(shuffled(fc.record({ title: bilingual, caption: bilingual, savedAt: instant })), {
    maxLength: 2,
  })
  .map((views) => [
    {
      ...{ id: 'deck-1', title: { en: 'Deck', zh: '' }, advanceS: 20 },
      views: views.map((view, index) => ({
        ...{ address: '?panel=views', notes: { zh: '', en: '' }, figures: { ratio: 0.3 } },
        ...{ ...view, number: index + 100 },
      })),
    },
  ]);
/** Few texts, so that versions often share one; a byte order mark and Chinese among them. */
const datasets: fc.Arbitrary<readonly OwnDataset[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.constantFrom('own-a', 'own-b', 'own-c'),
      name: word,
      text: fc.constantFrom('{"a":1}', '\uFEFF{"b":2}', '{"名":"岸"}\r\n', ''),
    })
    .chain((given) =>
      fc.constantFrom({}, { isPlanCopy: true } as const).map((lineage) => ({ ...given, lineage })),
    )
    .map((given) => ownDataset({ ...given, sha256: nodeSha256(given.text) })),
  { maxLength: 3, selector: ({ id }) => id },
);
const hash = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
});
const picture = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => ({
  ...{ sha256: nodeSha256(bytes), jpeg: Buffer.from(bytes).toString('base64') },
  ...{ width: 1600, height: 1200, original: { width: 4032, height: 3024 } },
}));
const photos: fc.Arbitrary<readonly FieldPhoto[]> = fc.uniqueArray(
  shuffled(
    fc.record(
      {
        id: hash.map((digits) => `photo-${digits.slice(0, 16)}`),
        file: fc.string({ minLength: 1 }),
        sha256: hash,
        at: position,
        accuracyM: jsonNumber(0, 1e4),
        bearing: jsonNumber(0, 359.9),
        isMagnetic: fc.constant(true as const),
        takenAt: fc.constantFrom('2026-05-03T10:20:30', '2026-05-03T10:20:30+08:00'),
        segmentId: fc.string({ minLength: 1 }),
        picture,
      },
      { requiredKeys: ['id', 'file', 'sha256'] },
    ),
  ),
  { maxLength: 2, selector: ({ id }) => id },
);
const state: fc.Arbitrary<WorkState> = fc.record({
  log: fc.array(logEntry, { maxLength: 3 }),
  ...{ scenarios, decks, datasets, photos, notes: fc.constant([]) },
});
const figures: fc.Arbitrary<VersionFigures> = fc
  .tuple(jsonNumber(0, 1), jsonNumber(0, 1e6))
  .map(([share, length]) => ({
    ...{
      isProvisional: false,
      isIllustration: true,
      counting: DEFAULT_RULE.counting,
      unclassifiedM: metres(length),
    },
    settings: {
      ...{ toleranceM: 5, realm: 'all', numerator: 'native', estuary: 'excluded', target: 0.4 },
    },
    byClass: {
      ...{ sandy: metres(length), bedrock: metres(1), muddy: metres(0), biogenic: metres(0) },
      ...{ natural: metres(0), estuary: metres(7), restored: metres(3), artificial: metres(2e3) },
    },
    ratio: ratio(share, 1),
  }));
const versions: fc.Arbitrary<readonly NamedVersion[]> = fc.uniqueArray(
  shuffled(
    fc.record(
      {
        id: fc.integer({ min: 0, max: 999_999_999 }).map((number) => `version-${number}`),
        name: fc.string({ minLength: 1, maxLength: 200 }),
        savedAt: instant,
        work: state,
        figures,
      },
      { requiredKeys: ['id', 'name', 'savedAt', 'work'] },
    ),
  ),
  { maxLength: 3, selector: ({ id }) => id },
);
const project = fc
  .record({
    present: state,
    versions,
    lastViewNumber: fc.nat(),
    activity: fc.array(
      shuffled(
        fc.record({ at: instant, what: fc.constantFrom(...ACTIVITIES), from: word, to: word }),
      ),
      { maxLength: 4 },
    ),
    choices: shuffled(
      fc.record(
        {
          estuary: fc.constantFrom('natural' as const, 'excluded' as const),
          target: jsonNumber(0, 1),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .map(({ present, versions: named, lastViewNumber, ...given }) =>
    projectOf({ ...given, work: { ...present, versions: named, lastViewNumber } }),
  );

async function opened(bytes: Uint8Array) {
  const read = await readProject(bytes, 'a.coastplan.zip', nodeSha256);
  if (!read.ok) throw new Error(`${read.error.message.en} ${read.error.cure.en}`);
  return read.value;
}

describe('a project file', () => {
  test('opened and saved again is the same file, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(project, async (given) => {
        const first = writeProject(given, nodeSha256);
        const read = await opened(first);
        const numbers = [given.work, ...given.work.versions.map(({ work }) => work)]
          .flatMap((of) => of.decks)
          .flatMap(({ views }) => views.map(({ number }) => number));
        expect(read.work).toEqual({ ...given.work, lastViewNumber: Math.max(0, ...numbers) });
        expect(read.choices).toEqual(given.choices);
        const plan = new Map(
          Object.entries(read.plan.files).map(([path, text]) => [path, strToU8(text)]),
        );
        // What opening it is recorded by is no part of it.
        const visit = { at: '2026-12-02T00:00:00.000Z', from: '', to: 'a.coastplan.zip' };
        const activity = [...read.activity, { ...visit, what: 'work-opened' as const }];
        // Nor is the highest number that a view has had on a machine.
        const work = { ...read.work, lastViewNumber: 1000 };
        const again = writeProject({ ...given, ...read, work, plan, activity }, nodeSha256);
        expect(Buffer.compare(again, first)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test('begins with a list that states every entry as it is, in an order that is always the same', () => {
    const dataset = ownDataset({ text: '{"x":1}', sha256: 'f'.repeat(64) });
    const work = { log: [], scenarios: [], decks: [], datasets: [dataset], notes: [], photos: [] };
    const version = { id: 'version-1', name: 'A', savedAt: '2026-12-02T00:00:00.000Z', work };
    const given = projectOf({ work: { datasets: [dataset], versions: [version] } });
    const turned = { ...given, plan: new Map([...PLAN_TWO].reverse()) };
    const bytes = writeProject(given, nodeSha256);
    expect(Buffer.compare(writeProject(turned, nodeSha256), bytes)).toBe(0);
    const members = unzipSync(bytes);
    const names = Object.keys(members);
    expect(names[0]).toBe('project.json');
    // One text in present and version is one entry, under the hash that it has and not the one it was said to have.
    expect(names.filter((name) => name.startsWith('data/'))).toEqual([
      `data/${nodeSha256('{"x":1}')}.geojson`,
    ]);
    const manifest = JSON.parse(new TextDecoder().decode(members['project.json']));
    expect(manifest).toMatchObject({ format: 'coastplan-project', version: 1, app: '0.1.0' });
    expect(manifest.entries).toEqual(
      names.slice(1).map((path) => ({
        path,
        bytes: members[path]?.length,
        sha256: nodeSha256(members[path] ?? ''),
      })),
    );
    // 1980-01-01 00:00 as DOS has it (APPNOTE 4.4.6), at the tenth byte of the first header.
    expect([...bytes.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  test('leaves out files of the plan that are no JSON in UTF-8', async () => {
    const plan = new Map([
      ...PLAN_TWO,
      ['make.py', strToU8('pass')],
      ['gbk.geojson', new Uint8Array([0xc7, 0xe0])],
    ]);
    const read = await opened(writeProject(projectOf({ plan }), nodeSha256));
    expect(Object.keys(read.plan.files).sort()).toEqual([...PLAN_TWO.keys()].sort());
  });
});

describe('a project that is not as it was saved is refused as a whole', () => {
  const dataset = ownDataset({ text: '{"x":1}' });
  const WHOLE = writeProject(projectOf({ work: { datasets: [dataset] } }), nodeSha256);
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const read = await readProject(bytes, 'a.zip', nodeSha256);
    return read.ok ? 'opened' : `${read.error.message.en} ${read.error.cure.en}`;
  };
  const changed = (change: (members: Record<string, Uint8Array>) => Zippable): Uint8Array =>
    zipSync(change(unzipSync(WHOLE)));
  /** Changes an entry and has the list state it as it then is. */
  const forged = (path: string, text: string): Uint8Array =>
    changed((members) => {
      const bytes = strToU8(text);
      const manifest = JSON.parse(new TextDecoder().decode(members['project.json']));
      const entry = manifest.entries.find((listed: { path: string }) => listed.path === path);
      if (entry === undefined) manifest.entries.push({ path, bytes: bytes.length });
      Object.assign(entry ?? manifest.entries.at(-1), {
        bytes: bytes.length,
        sha256: nodeSha256(bytes),
      });
      return { ...members, [path]: bytes, 'project.json': strToU8(JSON.stringify(manifest)) };
    });

  test('packed again, also in a folder, it still opens', async () => {
    expect(await refusal(changed((members) => members))).toBe('opened');
    const inFolder = changed((members) =>
      Object.fromEntries(Object.entries(members).map(([path, bytes]) => [`p/${path}`, bytes])),
    );
    expect(await refusal(inFolder)).toBe('opened');
  });

  test('cut off, at any place', async () => {
    for (const share of [0.01, 0.3, 0.9, 0.999])
      expect(await refusal(WHOLE.subarray(0, Math.floor(WHOLE.length * share)))).toBe(
        'a.zip: the archive is cut off or damaged. Copy or pack it again.',
      );
  });

  test('with any byte of an entry changed, and with one missing, added, repeated or unknown', async () => {
    const path = `data/${nodeSha256('{"x":1}')}.geojson`;
    const edited = changed((members) => ({ ...members, [path]: strToU8('{"x":2}') }));
    expect(await refusal(edited)).toContain(`a.zip/${path}: it does not have the SHA-256`);
    const missing = changed(({ 'work/log.json': _, ...members }) => members);
    expect(await refusal(missing)).toContain('a.zip/work/log.json: it is missing');
    const added = changed((members) => ({ ...members, 'notes.txt': strToU8('x') }));
    expect(await refusal(added)).toContain('a.zip/notes.txt: project.json does not list it.');
    expect(await refusal(added)).toContain('Take it out');
    expect(await refusal(forged('extra.json', '[]'))).toContain('a.zip/extra.json: projects of');
    expect(await refusal(forged('versions/version-7/log.json', '[]'))).toContain(
      'a.zip/versions/version-7/log.json: project.json does not list it',
    );
    expect(await refusal(forged('work/log.json', '[{"segmentIds":[]}]'))).toMatch(
      /a\.zip\/work\/log\.json line 1 column \d+ \(0\.segmentIds\)/,
    );
    expect(await refusal(forged('work/scenarios.json', '{'))).toContain(
      'a.zip/work/scenarios.json',
    );
    expect(await refusal(forged('plan/catalogue.json', '{"version":1}'))).toContain(
      'a.zip/plan/catalogue.json',
    );
  });

  test('of a newer version, and of another kind', async () => {
    const newer = changed((members) => ({
      ...members,
      'project.json': strToU8(
        new TextDecoder().decode(members['project.json']).replace('"version": 1', '"version": 5'),
      ),
    }));
    expect(await refusal(newer)).toMatch(/a\.zip\/project\.json line \d+ .*version 5;.*Update/);
    const foreign = zipSync({ 'project.json': strToU8('{"name":"web"}') });
    expect(await refusal(foreign)).toContain('this is not a Coastplan project. Choose a file');
    expect(await refusal(zipSync({ 'coast.shp': strToU8('x') }))).toContain('no project.json');
  });

  test('that would unpack to far more than it states', async () => {
    const bomb = zipSync({ 'project.json': new Uint8Array(60_000_000) }, { level: 9 });
    expect(await refusal(bomb)).toMatch(/unpacks to too much/);
    // A member that says it is small: it is unpacked no further than that.
    const lying = new Uint8Array(bomb);
    const view = new DataView(lying.buffer);
    const directory = lying.length - 22 - 46 - 'project.json'.length;
    view.setUint32(directory + 24, 100, true);
    expect(await refusal(lying)).toContain('project.json in the archive is damaged');
  });
});

describe('photos from the field', () => {
  const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
  const photo: FieldPhoto = {
    ...{ id: `photo-${'a'.repeat(16)}`, file: 'IMG_1.jpg', sha256: 'a'.repeat(64) },
    ...{ at: [120.2, 35.95], bearing: 270 },
    picture: {
      ...{ sha256: nodeSha256(bytes), jpeg: '/9j/2Q==', width: 1600, height: 1200 },
      original: { width: 4032, height: 3024 },
    },
  };

  test('are in a project with their pictures as files that any program opens', async () => {
    const archive = writeProject(projectOf({ work: { photos: [photo] } }), nodeSha256);
    const members = unzipSync(archive);
    expect(members[`photos/${nodeSha256(bytes)}.jpg`]).toEqual(bytes);
    const read = await readProject(archive, 'p.coastplan.zip', nodeSha256);
    expect(read.ok && read.value.work.photos).toEqual([photo]);
  });

  test('leave a project without any as earlier apps read it', () => {
    const members = unzipSync(writeProject(projectOf(), nodeSha256));
    expect(JSON.parse(Buffer.from(members['project.json'] ?? []).toString()).version).toBe(1);
    expect(Object.keys(members).filter((name) => name.includes('photos'))).toEqual([]);
  });
});

test('coast that does not count comes back so, in a version that no earlier app counts it from', async () => {
  const left = ownDataset({ text: '{"type":"FeatureCollection","features":[]}', isCounted: false });
  const archive = writeProject(projectOf({ work: { datasets: [left] } }), nodeSha256);
  const members = unzipSync(archive);
  expect(JSON.parse(Buffer.from(members['project.json'] ?? []).toString()).version).toBe(4);
  const read = await readProject(archive, 'p.coastplan.zip', nodeSha256);
  expect(read.ok && read.value.work.datasets.map(({ isCounted }) => isCounted)).toEqual([false]);
});

test('the year of a survey comes back with its version, and no earlier app may drop it unseen', async () => {
  const { log, scenarios, decks, datasets, notes, photos } = projectOf().work;
  const dated = {
    ...{ id: 'version-1', name: '2023 survey', savedAt: '2026-12-03T08:00:00.000Z' },
    ...{ surveyYear: 2023, work: { log, scenarios, decks, datasets, notes, photos } },
  };
  const archive = writeProject(projectOf({ work: { versions: [dated] } }), nodeSha256);
  const members = unzipSync(archive);
  expect(JSON.parse(Buffer.from(members['project.json'] ?? []).toString()).version).toBe(3);
  const read = await readProject(archive, 'p.coastplan.zip', nodeSha256);
  expect(read.ok && read.value.work.versions.map(({ surveyYear }) => surveyYear)).toEqual([2023]);
});
