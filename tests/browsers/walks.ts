import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from './engine.ts';

/** One thing that a user does, and what must be there afterwards. */
export type Step = readonly [what: string, run: (engine: Engine, origin: string) => Promise<void>];

/** The main walk of one user through the plan that comes with the app. */
export type Walk = { readonly user: string; readonly steps: readonly Step[] };

/** Software WebGL on a busy machine. */
const PATIENCE_MS = 90_000;
const LNG = { id: 'dongjiakou-lng-terminal', name: 'Sinopec Dongjiakou LNG terminal' } as const;

/** The first visible element of a selector whose accessible name or text fits. */
function find(selector: string, text: RegExp = /(?:)/): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].find((element) =>
    element.checkVisibility({ visibilityProperty: true })
    && ${text}.test((element.getAttribute('aria-label') ?? element.textContent ?? '').trim()))`;
}

const CARD_TITLE = '[role="complementary"] h2, aside h2';
const PANEL = '[role="tabpanel"]';
const SLIDE = '[aria-label="Presentation"] h2, [aria-label="汇报"] h2';

/** Waits until an expression is true. */
async function until(engine: Engine, what: string, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (await engine.evaluate(`Boolean(${expression})`)) return;
    await wait(100);
  }
  const text = await engine.evaluate('document.body.innerText.slice(0, 400)');
  throw new Error(`waited for ${what}; the page reads: ${text}`);
}

const shows = (engine: Engine, selector: string, text: RegExp): Promise<void> =>
  until(engine, `${selector} with ${text}`, find(selector, text));

/** Clicks once it is there, and stands still: what comes above it pushes it away under the hand. */
async function click(engine: Engine, selector: string, text?: RegExp): Promise<void> {
  const place = async (): Promise<string> => {
    await until(engine, `${selector} ${text ?? ''} to click`, find(selector, text));
    return String(
      await engine.evaluate(`JSON.stringify(${find(selector, text)}?.getBoundingClientRect())`),
    );
  };
  let last = '';
  for (let now = await place(); now !== last; now = await place()) {
    last = now;
    await wait(250);
  }
  await engine.click(find(selector, text));
}

const isIdle = (engine: Engine): Promise<void> =>
  until(engine, 'the map at rest', `document.querySelector('[data-map-state="idle"]')`);

/** Opens the desk and notes from then on what goes wrong in the page. */
async function open(engine: Engine, address: string): Promise<void> {
  await engine.open(address);
  await engine.evaluate(`void (window.faults = [],
    addEventListener('error', (event) => faults.push(event.message)),
    addEventListener('unhandledrejection', (event) => faults.push(String(event.reason))),
    document.addEventListener('securitypolicyviolation', (event) =>
      faults.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI)))`);
  await isIdle(engine);
}

const NO_FAULT: Step = [
  'no error and no breach of the content policy since the page has loaded',
  async (engine) => {
    const faults = await engine.evaluate('JSON.stringify(faults)');
    if (faults !== '[]') throw new Error(String(faults));
  },
];

const PLANNER: Walk = {
  user: 'planner',
  steps: [
    [
      'opens the desk, the map comes to rest',
      (engine, origin) => open(engine, `${origin}/?lang=en`),
    ],
    [
      'finds a terminal by its initials',
      async (engine) => {
        await click(engine, 'input[type="search"], [role="searchbox"], [role="combobox"]');
        await engine.type('djk lng');
        await shows(engine, '[role="option"]', /LNG/);
        await engine.press('Enter');
        await shows(engine, CARD_TITLE, new RegExp(LNG.name));
      },
    ],
    [
      'reads its conflicts on the card',
      (engine) => shows(engine, 'aside li, [role="complementary"] li', /certain|possible/),
    ],
    [
      'picks what it lies in on the map',
      async (engine) => {
        await engine.press('Escape');
        await until(engine, 'no card', `!${find(CARD_TITLE)}`);
        await engine.evaluate(`void (location.hash = 'map=14/35.59/119.79')`);
        await until(engine, 'the camera there', `location.hash.includes('map=14/35.59')`);
        await wait(300);
        await isIdle(engine);
        await engine.click(`document.querySelector('[data-map-state]')`);
        // The terminal's own layer is hidden at first: port and zone of Dongjiakou are below it.
        await shows(engine, CARD_TITLE, /Dongjiakou/);
      },
    ],
    [
      'tries a site across the shore and reads what it takes',
      async (engine, origin) => {
        await click(engine, '[role="tab"]', /^Scenarios$/);
        await click(engine, `${PANEL} button`, /^New scenario/);
        await click(engine, `${PANEL} summary, ${PANEL} label, ${PANEL} button`, /^By numbers$/);
        await click(engine, `${PANEL} input[name="centre"]`);
        await engine.type(await shoreOf(origin));
        await click(engine, `${PANEL} button`, /^Add the rectangle/);
        await shows(engine, `${PANEL} button`, /^Site 1[\s\S]*takes (?!0\s)[\d.]+\s(m|km)/);
        await shows(engine, `${PANEL} output`, / → /);
      },
    ],
    NO_FAULT,
  ],
};

const ECOLOGIST: Walk = {
  user: 'ecology',
  steps: [
    [
      'opens the Coastline panel, reads ratio and verdict',
      async (engine, origin) => {
        await open(engine, `${origin}/?lang=en&panel=coastline`);
        await shows(engine, `${PANEL} output`, /33\.\d\s%/);
        await shows(engine, PANEL, /Too close to call/);
      },
    ],
    [
      'picks a zone in the table, its card opens',
      async (engine) => {
        await click(engine, `${PANEL} table button`, /^Tangdao Bay$/);
        await shows(engine, CARD_TITLE, /^Tangdao Bay$/);
      },
    ],
    [
      'goes down to a stretch of it',
      async (engine) => {
        await click(engine, `${PANEL} li[data-feature] button`);
        await until(
          engine,
          'the card of the stretch',
          `${find(CARD_TITLE)} && !${find(CARD_TITLE, /^Tangdao Bay$/)}
            && new URLSearchParams(location.search).get('select')`,
        );
        await isIdle(engine);
      },
    ],
    [
      'opens the report',
      async (engine) => {
        // The browser's own dialog would wait for a hand.
        await engine.evaluate('void (window.print = () => {})');
        await click(engine, `${PANEL} button`, /^Print report/);
        await shows(engine, '[role="dialog"], dialog', /Audit of the natural coastline/);
        await shows(engine, '[role="dialog"] table, dialog table', /Tangdao Bay/);
        await until(
          engine,
          'the map of the report',
          `[...document.querySelectorAll('[role="dialog"] img, dialog img')].some(
            (image) => image.complete && image.naturalWidth > 100)`,
        );
      },
    ],
    NO_FAULT,
  ],
};

const PRESENTER: Walk = {
  user: 'presenter',
  steps: [
    [
      'opens the deck and presents it',
      async (engine, origin) => {
        await open(engine, `${origin}/?lang=en&panel=views`);
        await click(engine, `${PANEL} button`, /^Present from the start/);
        await shows(engine, SLIDE, /^One coast$/);
        await isIdle(engine);
      },
    ],
    [
      'goes on with a clicker',
      async (engine) => {
        await engine.press('PageDown');
        await shows(engine, SLIDE, /^Two harbours$/);
        await isIdle(engine);
        await engine.press('ArrowRight');
        await shows(engine, SLIDE, /^Industry behind the ports$/);
        await isIdle(engine);
      },
    ],
    [
      'switches the language of the slide',
      async (engine) => {
        await engine.press('c');
        await shows(engine, SLIDE, /^港后产业$/);
        await isIdle(engine);
      },
    ],
    [
      'ends it and is back at the desk',
      async (engine) => {
        await engine.press('Escape');
        await wait(1000);
        // Firefox and Safari keep the first press for themselves, to leave full screen.
        if (await engine.evaluate(`Boolean(${find(SLIDE)})`)) await engine.press('Escape');
        await until(engine, 'no slide', `!${find(SLIDE)}`);
        // As it was before, language and all.
        await shows(engine, '[role="tab"]', /^Views$/);
        await isIdle(engine);
      },
    ],
    NO_FAULT,
  ],
};

/** What the three users do most, in the order in which they are told of. */
export const WALKS: readonly Walk[] = [PLANNER, ECOLOGIST, PRESENTER];

/** A place on the first natural stretch of Langya Bay, as a person would type it. */
async function shoreOf(origin: string): Promise<string> {
  const { features } = await (await fetch(`${origin}/geodata/coast/coastline.geojson`)).json();
  const stretch = features.find(
    ({ id, properties }: { id: string; properties: { class: string } }) =>
      id.startsWith('langya') && properties.class !== 'artificial',
  );
  return stretch.geometry.coordinates[0].join(' ');
}
