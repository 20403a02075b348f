import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeck } from '../../../src/data/views/deck-file.ts';
import type { Deck } from '../../../src/domain/views/saved-view.ts';

const SITE = {
  id: 'site-1',
  name: 'Berth',
  purpose: 'build',
  shape: {
    type: 'Polygon',
    coordinates: [
      [
        [120, 36],
        [120.01, 36],
        [120.01, 36.01],
        [120, 36],
      ],
    ],
  },
  widthM: 0,
  reachM: 0,
};
const VIEW = {
  number: 1,
  title: { zh: '港口', en: 'Ports' },
  caption: { zh: '前湾', en: 'Qianwan' },
  notes: { zh: '', en: '' },
  address: '?layers=ports#map=10/35.9/120',
  extent: [119.5, 35.5, 120.4, 36.2],
  scenario: { id: 's', name: 'Try', isLocked: true, sites: [SITE] },
  figures: { ratio: 0.338, headroomM: -3131.3 },
  savedAt: '2026-11-28T00:00:00.000Z',
};
const DECK = { id: 'own', title: { zh: '汇报', en: 'Deck' }, advanceS: 30, views: [VIEW] };

const textOf = (deck: unknown): string => JSON.stringify(deck, undefined, 1);

async function refusal(deck: unknown): Promise<{ readonly en: string; readonly cure: string }> {
  const read = await parseDeck(textOf(deck), 'own.json');
  if (read.ok) throw new Error('it was taken');
  const { message, cure } = read.error;
  expect(message.zh).toMatch(/\p{Script=Han}/u);
  expect(cure.zh).toMatch(/\p{Script=Han}/u);
  return { en: message.en, cure: cure.en };
}

describe('a deck file', () => {
  test('reads as it was written', async () => {
    // The key of deck files; inside the app the distance is called a buffer.
    const { reachM: bufferM, ...site } = SITE;
    const scenario = { ...VIEW.scenario, sites: [{ ...site, bufferM }] };
    expect(await parseDeck(textOf(DECK), 'own.json')).toEqual({
      ok: true,
      value: { ...DECK, views: [{ ...VIEW, scenario }] },
    });
  });

  test('may leave out captions, notes, extent, scenario, figures and pace', async () => {
    const { number, address, savedAt } = VIEW;
    const spare = {
      id: 'own',
      title: { en: 'Deck' },
      views: [{ number, title: {}, address, savedAt }],
    };
    const none = { zh: '', en: '' };
    expect(await parseDeck(textOf(spare), 'own.json')).toEqual({
      ok: true,
      value: {
        id: 'own',
        title: { zh: '', en: 'Deck' },
        advanceS: 20,
        views: [{ number, title: none, caption: none, notes: none, address, figures: {}, savedAt }],
      } satisfies Deck,
    });
  });

  test('keeps what a slide shows and what it is about, and drops what says nothing', async () => {
    const blocks = { layout: 'full', figure: 'number', number: { zh: '29 公里', en: '29 km' } };
    const subject = {
      layers: ['ports'],
      features: ['qianwan'],
      stretch: {
        line: [
          [119.7, 35.6],
          [119.8, 35.6],
        ],
        text: { zh: '岸线', en: 'Shore' },
      },
      callouts: [{ at: [120.2, 36], text: { zh: '前湾', en: 'Qianwan' } }],
      hasVerdicts: true,
    };
    const spoken = { ...VIEW, blocks: { ...blocks, hasLegend: false }, subject };
    const read = await parseDeck(textOf({ ...DECK, views: [spoken] }), 'own.json');
    expect(read.ok && read.value.views[0]).toMatchObject({
      blocks: { ...blocks, hasLegend: false },
      subject,
    });
    const silent = { ...VIEW, blocks: { layout: 'column', hasCaption: true }, subject: {} };
    const plain = await parseDeck(textOf({ ...DECK, views: [silent] }), 'own.json');
    expect(plain.ok && Object.keys(plain.value.views[0] ?? {})).toEqual(
      expect.not.arrayContaining(['blocks', 'subject']),
    );
  });

  test.each([
    ['blocks', { layout: 'wide' }, 'layout'],
    ['blocks', { figure: 33.8 }, 'figure'],
    ['blocks', { hasLegend: 'no' }, 'hasLegend'],
    ['subject', { layers: 'ports' }, 'layers'],
    ['subject', { stretch: { line: [[119.7, 35.6]] } }, 'line'],
    ['subject', { callouts: [{ at: [200, 35], text: {} }] }, 'callouts'],
  ])('is refused with the place of what is wrong in %s %j', async (key, value, place) => {
    const { en } = await refusal({ ...DECK, views: [{ ...VIEW, [key]: value }] });
    expect(en).toContain(key);
    expect(en).toContain(place);
  });

  test('leaves out figures that nobody knows, inborn names among them', async () => {
    const figures = JSON.parse('{"ratio": 0.4, "constructor": 1, "__proto__": 2, "ratoi": 3}');
    const read = await parseDeck(textOf({ ...DECK, views: [{ ...VIEW, figures }] }), 'own.json');
    expect(read.ok && Object.entries(read.value.views[0]?.figures ?? {})).toEqual([['ratio', 0.4]]);
  });

  test.each([
    ['views.0.number', { number: 0 }],
    ['views.0.number', { number: 1.5 }],
    ['views.0.title', { title: 'Ports' }],
    ['views.0.address', { address: 7 }],
    ['views.0.extent', { extent: [120, 35, 119, 36] }],
    ['views.0.extent.1', { extent: [119, 95, 120, 96] }],
    ['views.0.figures.ratio', { figures: { ratio: '33 %' } }],
    ['views.0.savedAt', { savedAt: 'yesterday' }],
    [
      'views.0.scenario.sites.0.purpose',
      { scenario: { ...VIEW.scenario, sites: [{ ...SITE, purpose: 'fill' }] } },
    ],
    ['views.0.scenario.sites.1.id', { scenario: { ...VIEW.scenario, sites: [SITE, SITE] } }],
  ])('is refused at %s, with place and cure', async (path, fault) => {
    const { en, cure } = await refusal({ ...DECK, views: [{ ...VIEW, ...fault }] });
    expect(en).toMatch(/^own\.json line \d+ column \d+ /);
    expect(en).toContain(`(${path})`);
    expect(cure).not.toBe('');
  });

  test('that gives a number twice is refused at the second, with a cure', async () => {
    const { en, cure } = await refusal({ ...DECK, views: [VIEW, { ...VIEW, number: 2 }, VIEW] });
    expect(en).toContain('(views.2.number): the view number 1 is there twice.');
    expect(cure).toBe('Give one of the two another number, then open the file again.');
  });

  test('with a pace outside the limits or too many views is refused', async () => {
    expect((await refusal({ ...DECK, advanceS: 1 })).en).toContain('(advanceS)');
    const views = Array.from({ length: 501 }, (_, index) => ({ ...VIEW, number: index + 1 }));
    expect((await refusal({ ...DECK, views })).en).toContain('(views)');
  });

  test('of any text yields a deck or an error with its place, and never throws', async () => {
    const whole = textOf(DECK);
    const damaged = fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string())
      .map(
        ([from, to, put]) =>
          whole.slice(0, Math.min(from, to)) + put + whole.slice(Math.max(from, to)),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), damaged), async (text) => {
        const read = await parseDeck(text, 'any.json');
        if (read.ok) return;
        expect(read.error.message.en).toMatch(/^any\.json/);
        expect(read.error.cure.en).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
