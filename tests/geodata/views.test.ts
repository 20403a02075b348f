import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildViews } from '../../scripts/geodata/views.ts';
import { parseUrlText } from '../../src/app/address/url-state.ts';
import { auditCommand } from '../../src/command/audit/audit-command.ts';
import { parseCatalogue } from '../../src/data/catalogue/catalogue.ts';
import { parseDeck } from '../../src/data/views/deck-file.ts';
import type { CatalogueLayer } from '../../src/domain/dataset.ts';
import { isInBounds } from '../../src/domain/map-bounds.ts';
import { figureDrift } from '../../src/domain/views/figure-drift.ts';
import type { Deck, SavedView } from '../../src/domain/views/saved-view.ts';
import type { ShownFigures } from '../../src/domain/views/shown-figures.ts';
import { closeTo } from '../close-to.ts';
import { runCommand } from '../command/run-command.ts';
import { FRAME } from '../plan-frame.ts';
import { GEODATA, readContent } from './read-geodata.ts';

const FILE = new URL('views/default.json', GEODATA);

/** What of `npm run audit -- --format json` is held against the deck. */
type Printed = {
  readonly ratio: number;
  readonly headroomM: number;
  readonly band: { readonly low: number; readonly high: number };
  readonly totalM: number;
  readonly restoredM: number;
};
type PrintedAudit = {
  readonly target: number;
  readonly overall: Printed;
  readonly zones: readonly (Printed & {
    readonly id: string;
    readonly verdict: string;
    readonly target: number;
  })[];
};

let text: string;
let deck: Deck;
let layers: readonly CatalogueLayer[];
let audit: PrintedAudit;

beforeAll(async () => {
  text = await readFile(FILE, 'utf8');
  const parsed = await parseDeck(text, 'views/default.json');
  if (!parsed.ok) throw new Error(parsed.error.message.en);
  deck = parsed.value;
  const catalogue = await parseCatalogue(
    await readFile(new URL('catalogue.json', GEODATA), 'utf8'),
    'catalogue.json',
  );
  if (!catalogue.ok) throw new Error(catalogue.error.message.en);
  ({ layers } = catalogue.value.catalogue);
  const { out } = await runCommand(auditCommand, ['--format', 'json']);
  audit = JSON.parse(out);
});

function view(number: number): SavedView {
  const found = deck.views.find((candidate) => candidate.number === number);
  if (found === undefined) throw new Error(`no view ${number}`);
  return found;
}

describe('the embedded deck', () => {
  it('is built again byte for byte from its raw file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coastplan-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const name of ['coast', 'projects', 'audit.json'])
      await symlink(fileURLToPath(new URL(name, GEODATA)), join(folder, name));
    await mkdir(join(folder, 'raw'));
    await symlink(fileURLToPath(new URL('raw/views', GEODATA)), join(folder, 'raw/views'));
    await buildViews({ geodata: folder });
    expect(await readFile(join(folder, 'views/default.json'), 'utf8')).toBe(text);
  });

  it('counts its views from 1 in the order of showing, about ten of them', () => {
    const numbers = deck.views.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThanOrEqual(8);
    expect(numbers.length).toBeLessThanOrEqual(12);
  });

  it('says everything in both languages, and captions short enough to be read in a room', () => {
    for (const { number, title, caption, notes } of deck.views) {
      for (const both of [deck.title, title, caption, notes]) {
        expect(both.zh, `view ${number}`).toMatch(/\p{Script=Han}/u);
        expect(both.en, `view ${number}`).toMatch(/^[A-Z]/);
        expect(both.en, `view ${number}`).not.toMatch(/\p{Script=Han}/u);
      }
      expect(caption.zh.length, `view ${number}`).toBeLessThanOrEqual(90);
      expect(caption.en.length, `view ${number}`).toBeLessThanOrEqual(220);
    }
  });

  it('names layers, zones and features that are there, keeps the coast in sight and stays on the map', async () => {
    const { zones } = await readContent('coast/zones.geojson', 'zones');
    const switchable = layers.filter(({ role }) => role !== 'base').map(({ id }) => id);
    for (const { number, address, extent } of deck.views) {
      const state = parseUrlText(address);
      expect(state.layers, `view ${number}`).toContain('coastline');
      for (const id of state.layers ?? []) expect(switchable, `view ${number}`).toContain(id);
      if (state.zone !== undefined) expect(zones.map(({ id }) => id)).toContain(state.zone);
      expect(state.select, `view ${number}`).toBeUndefined();
      expect(state.language ?? state.theme, `view ${number}`).toBeUndefined();
      if (extent === undefined || state.camera === undefined)
        throw new Error(`view ${number} has no extent or no camera`);
      const [west, south, east, north] = extent;
      expect(
        isInBounds([west, south], FRAME.bounds) && isInBounds([east, north], FRAME.bounds),
        `view ${number}`,
      ).toBe(true);
      const { longitude, latitude } = state.camera;
      expect(west < longitude && longitude < east && south < latitude && latitude < north).toBe(
        true,
      );
    }
  });

  it('shows each project layer of its story in some view', () => {
    const shown = deck.views.flatMap(({ address }) => parseUrlText(address).layers ?? []);
    for (const id of ['ports', 'industrial-parks', 'rail', 'highway', 'energy', 'ecology', 'zones'])
      expect(shown).toContain(id);
  });

  it('carries the figures that the audit prints, as far as anybody reads them', () => {
    const { target, overall } = audit;
    const { ratio, headroomM, band } = overall;
    const now: ShownFigures = { target, ratio, headroomM, ...band };
    for (const { number, address, figures, blocks } of deck.views) {
      // A slide that is about something else shows no ratio, and has none to become stale.
      if (blocks?.figure === undefined) {
        expect(figures, `view ${number}`).toEqual({});
        continue;
      }
      const zone = audit.zones.find(({ id }) => id === parseUrlText(address).zone);
      const ofZone = zone && { zoneRatio: zone.ratio, zoneHeadroomM: zone.headroomM };
      const { afterRatio: _, afterHeadroomM: __, lostM: ___, restoredM: ____, ...plain } = figures;
      expect(Object.keys(plain).length, `view ${number}`).toBe(zone === undefined ? 5 : 7);
      expect(figureDrift(plain, { ...now, ...ofZone }), `view ${number}`).toEqual([]);
    }
  });

  it('shows the ratio where it is the point: the slide of the ratio, and that of the scenario', () => {
    const shown = deck.views.filter(({ blocks }) => blocks?.figure && blocks.figure !== 'none');
    expect(shown.map(({ number }) => number)).toEqual([8, 10]);
  });

  it('says on each map what the slide is about, in both languages and in sight', async () => {
    const { zones } = await readContent('coast/zones.geojson', 'zones');
    const files = ['ports', 'energy', 'ecology'];
    const projects = await Promise.all(
      files.map((file) => readContent(`projects/${file}.geojson`, 'projects')),
    );
    const known = new Set(projects.flatMap((content) => content.projects.map(({ id }) => id)));
    for (const { number, subject, address, extent } of deck.views) {
      if (subject === undefined || extent === undefined) throw new Error(`view ${number}: nothing`);
      const { layers: about = [], features = [], zones: inZones = [], callouts = [] } = subject;
      const shown = parseUrlText(address).layers ?? [];
      for (const id of about) expect(shown, `view ${number}`).toContain(id);
      for (const id of features) expect(known, `view ${number}`).toContain(id);
      for (const id of inZones) expect(zones.map((zone) => zone.id)).toContain(id);
      expect(about.length + features.length + inZones.length, `view ${number}`).toBeGreaterThan(0);
      const [west, south, east, north] = extent;
      for (const { at, text: label } of callouts) {
        expect(label.zh, `view ${number}`).toMatch(/\p{Script=Han}/u);
        expect(label.en, `view ${number}`).toMatch(/^[\w]/);
        expect(west < at[0] && at[0] < east && south < at[1] && at[1] < north).toBe(true);
      }
    }
  });

  it('writes figures on its maps that the audit prints', () => {
    const percent = (share: number) => (share * 100).toFixed(1);
    const labels = (number: number) =>
      (view(number).subject?.callouts ?? []).map(({ text: label }) => label);
    const { totalM } = audit.overall;
    const total = (totalM / 1000).toFixed(0);
    expect(view(1).blocks?.number).toEqual({ zh: `${total} 公里`, en: `${total} km` });
    const failing = audit.zones.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
    expect(view(9).subject?.zones?.toSorted()).toEqual(failing.toSorted());
    const share = `${failing.length} / ${audit.zones.length}`;
    expect(view(9).blocks?.number).toEqual({ zh: share, en: share });
    const tangdao = audit.zones.find(({ id }) => id === 'tangdao-bay');
    for (const language of ['zh', 'en'] as const)
      expect(
        labels(9)
          .map((label) => label[language])
          .join(),
      ).toContain(percent(tangdao?.ratio ?? Number.NaN));
    const { lostM = 0, restoredM = 0 } = view(10).figures;
    for (const language of ['zh', 'en'] as const)
      for (const metres of [lostM, restoredM])
        expect(
          labels(10)
            .map((label) => label[language])
            .join(),
        ).toContain((metres / 1000).toFixed(1));
  });

  it('says in its captions what the audit prints', () => {
    const { ratio, band, totalM, headroomM } = audit.overall;
    const percent = (share: number) => (share * 100).toFixed(1);
    const km = (metres: number) => (Math.abs(metres) / 1000).toFixed(1);
    expect(view(1).caption.en).toContain(`${(totalM / 1000).toFixed(0)} km`);
    expect(view(1).caption.zh).toContain(`${(totalM / 1000).toFixed(0)} 公里`);
    const { caption, notes } = view(8);
    for (const words of [caption.en, caption.zh])
      for (const share of [ratio, band.low, band.high]) expect(words).toContain(percent(share));
    for (const words of [notes.en, notes.zh]) expect(words).toContain(km(headroomM));
    const tangdao = audit.zones.find(({ id }) => id === 'tangdao-bay');
    if (tangdao === undefined) throw new Error('no zone tangdao-bay');
    for (const words of [view(9).caption.en, view(9).caption.zh]) {
      expect(words).toContain(percent(tangdao.ratio));
      expect(words).toContain(km(tangdao.headroomM));
      expect(words).toContain(`${audit.zones.length}`);
    }
    for (const words of [view(9).notes.en, view(9).notes.zh])
      expect(words).toContain(km(tangdao.restoredM));
    expect(audit.zones.filter(({ verdict }) => verdict === 'fail')).toHaveLength(5);
    expect(view(9).caption.en).toMatch(/\b5 of 14\b/);
    expect(view(9).caption.zh).toContain('5 个');
  });

  it('says that the ratio is an illustration wherever it tells one, and that its scenario is made up', () => {
    for (const { caption, number } of deck.views) {
      if (!/ratio|natural|35 %/i.test(caption.en) && !/自然|保有率|35%/.test(caption.zh)) continue;
      expect(caption.en, `view ${number}`).toMatch(/illustrat/i);
      expect(caption.zh, `view ${number}`).toMatch(/示意|未经实测/);
    }
    const tried = deck.views.filter(({ scenario }) => scenario !== undefined);
    expect(tried.map(({ number }) => number)).toEqual([10]);
    for (const { caption, scenario } of tried) {
      expect(caption.en).toMatch(/made-up.*not a project of the plan/i);
      expect(caption.zh).toMatch(/虚构.*不是计划项目/);
      expect(scenario?.id).toMatch(/^embedded-/);
      expect(scenario?.name).toMatch(/虚构.*made-up/i);
      expect(scenario?.isLocked).toBe(true);
    }
  });

  it('has a scenario whose sums are right: what is lost and restored moves ratio and headroom', () => {
    const { figures, caption } = view(10);
    const { lostM = 0, restoredM = 0, afterRatio = 0, afterHeadroomM = 0 } = figures;
    const { ratio, headroomM, totalM } = audit.overall;
    // The file rounds lengths to 0.1 m each, and ratios to a millionth.
    closeTo(afterRatio, ratio + (restoredM - lostM) / totalM, 2e-6);
    closeTo(afterHeadroomM, headroomM + restoredM - lostM, 0.3);
    expect(lostM).toBeGreaterThan(restoredM);
    for (const words of [caption.en, caption.zh])
      for (const figure of [
        (lostM / 1000).toFixed(1),
        (restoredM / 1000).toFixed(1),
        (ratio * 100).toFixed(1),
        (afterRatio * 100).toFixed(1),
      ])
        expect(words).toContain(figure);
  });

  it('quotes figures of projects that the data hold', async () => {
    const said: Readonly<Record<number, readonly string[]>> = {
      1: ['282', '309'],
      2: ['29', '112'],
      4: ['30.47', '21', '108.8', '52.3'],
      5: ['130.52', '131.45', '30.768'],
      7: ['7.66', '16.376', '80.2', '724.9'],
    };
    const files = ['coastal-protection', 'ports', 'rail', 'highway', 'ecology'];
    const contents = await Promise.all(
      files.map((file) => readContent(`projects/${file}.geojson`, 'projects')),
    );
    const known = contents.flatMap(({ projects }) =>
      projects.flatMap(({ figures, publishedArea, publishedLength }) => [
        ...figures.map(({ value }) => value),
        publishedArea?.value,
        publishedLength?.value,
      ]),
    );
    for (const [number, figures] of Object.entries(said))
      for (const figure of figures) {
        expect(known, figure).toContain(Number(figure));
        const { en, zh } = view(Number(number)).caption;
        for (const words of [en, zh])
          expect(words, `view ${number}`).toMatch(new RegExp(`(?<![\\d.])${figure}(?![\\d])`));
      }
    const { projects } = await readContent('projects/industrial-parks.geojson', 'projects');
    const placed = projects.filter(({ geometry }) => geometry !== undefined).length;
    for (const words of [view(3).caption.en, view(3).caption.zh]) {
      expect(words).toContain(`${projects.length} `);
      expect(words).toContain(`${placed} `);
    }
  });
});
