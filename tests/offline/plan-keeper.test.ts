import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { originOf } from '../../src/app/loading/file-origin.ts';
import { serverOf } from '../../src/offline/ask-server.ts';
import { createPlanKeeper } from '../../src/offline/plan-keeper.ts';
import { type FileCache, planStore } from '../../src/offline/plan-store.ts';

const FOLDER = 'https://plans.example/coast/geodata/';
const PATIENCE = 4000;

/** A server's files by path inside the plan's folder: a text, an answer, or none while it hangs. */
type Files = Record<string, string | (() => Response | Promise<Response>)>;

function catalogue(...urls: readonly string[]): string {
  const role = (url: string) => (/coastline|zones/.exec(url)?.[0] ?? 'base') as string;
  return JSON.stringify({ layers: urls.map((url) => ({ role: role(url), source: { url } })) });
}

function collection(version: string): string {
  return JSON.stringify({ type: 'FeatureCollection', features: [], version });
}

function plan(version: string): Files {
  return {
    'catalogue.json': catalogue('coast/coastline.geojson', 'coast/zones.geojson', 'land.geojson'),
    'audit.json': JSON.stringify({ target: 0.35, version }),
    'coast/coastline.geojson': collection(version),
    'coast/zones.geojson': collection(version),
    'land.geojson': collection(version),
    'views/default.json': JSON.stringify({ views: [], version }),
  };
}

/** The browser's cache, as far as a store meets it. */
function memoryCache(): FileCache & { readonly held: Map<string, Response> } {
  const held = new Map<string, Response>();
  return {
    held,
    match: async (key) => held.get(String(key))?.clone(),
    put: async (key, response) => {
      held.set(String(key), response);
    },
    delete: async (key) => held.delete(String(key)),
    keys: async () => [...held.keys()].map((url) => new Request(url)),
  };
}

function login(): Response {
  return new Response('<!doctype html>Log in', { headers: { 'content-type': 'text/html' } });
}

/** Comes never. */
function hang(): Promise<Response> {
  return new Promise(() => undefined);
}

/** A plan on a server, and a worker that keeps it. Each visit is another page. */
function world(files: Files) {
  const cache = memoryCache();
  const asked: string[] = [];
  let served: Files | undefined = files;
  let visits = 0;
  const fetch: typeof globalThis.fetch = async (address) => {
    const path = String(address).slice(FOLDER.length);
    asked.push(path);
    if (served === undefined) throw new TypeError('no network');
    const file = served[path];
    if (typeof file === 'function') return file();
    return file === undefined ? new Response('', { status: 404 }) : new Response(file);
  };
  const newKeeper = () =>
    createPlanKeeper({
      folder: FOLDER,
      builtWith: [`${FOLDER}views/default.json`],
      store: planStore(async () => cache, { folder: FOLDER, exclusively: (work) => work() }),
      ask: serverOf(FOLDER, fetch),
      patienceMs: PATIENCE,
    });
  let keeper = newKeeper();
  return {
    asked,
    cache,
    serve: (next: Files | undefined) => {
      served = next;
    },
    keepAll: () => keeper.keepAll(),
    /** The worker is ended by the browser, as it may be at any time. */
    restart: () => {
      keeper = newKeeper();
    },
    visit: () => {
      visits += 1;
      const id = `page ${visits}`;
      const work: Promise<unknown>[] = [];
      const ask = async (path: string) => {
        const page = { id, waitUntil: (one: Promise<unknown>) => void work.push(one) };
        const response = await keeper.answer(`${FOLDER}${path}`, page);
        return { response, text: await response.clone().text(), origin: originOf(response) };
      };
      return {
        ask,
        /** Asks as the app does; gives the version of each file, or how its answer went wrong. */
        load: async () => {
          const list = ask('catalogue.json');
          const rule = ask('audit.json');
          await list;
          const rest = ['coast/coastline.geojson', 'coast/zones.geojson', 'land.geojson'].map(ask);
          return (await Promise.all([rule, ...rest])).map(
            ({ text, response }) => /"version":"(\w+)"/.exec(text)?.[1] ?? response.status,
          );
        },
        settle: () => Promise.all(work),
        keepAll: () => keeper.keepAll(id),
      };
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-12-01') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A plan that was kept on 1 December; it is the 3rd now. */
async function kept(files: Files = plan('old')) {
  const here = world(files);
  await here.keepAll();
  vi.setSystemTime(new Date('2026-12-03'));
  here.asked.length = 0;
  return here;
}

const OF_THE_FIRST = { kind: 'kept', keptAt: '2026-12-01T00:00:00.000Z' };

describe('a visit', () => {
  test('shows what the server has now, says so, and asks for each file once', async () => {
    const here = await kept();
    here.serve(plan('new'));
    const visit = here.visit();
    expect(await visit.load()).toEqual(['new', 'new', 'new', 'new']);
    expect((await visit.ask('coast/zones.geojson')).origin).toMatchObject({ kind: 'network' });
    expect(here.asked.toSorted()).toEqual(Object.keys(plan('')).slice(0, 5).toSorted());
  });

  test('without a network shows what was kept, and of when', async () => {
    const here = await kept();
    here.serve(undefined);
    const visit = here.visit();
    expect(await visit.load()).toEqual(['old', 'old', 'old', 'old']);
    expect((await visit.ask('audit.json')).origin).toMatchObject({
      ...OF_THE_FIRST,
      reason: 'no-answer',
    });
  });

  test('that finds the worker ended between two files still has what was kept', async () => {
    const here = await kept();
    here.serve(undefined);
    const visit = here.visit();
    await visit.ask('catalogue.json');
    here.restart();
    expect((await visit.ask('coast/zones.geojson')).text).toContain('old');
  });

  test('with nothing kept passes on what the server says', async () => {
    const here = world({ ...plan('new'), 'coast/zones.geojson': login });
    const visit = here.visit();
    expect(await visit.load()).toEqual(['new', 'new', 200, 'new']);
    expect((await visit.ask('coast/zones.geojson')).text).toContain('<!doctype html>');
    expect((await visit.ask('elsewhere.geojson')).response.status).toBe(404);
  });
});

describe('coast, zones and rule are of one version', () => {
  test.each([
    ['a login page', 'web-page', login],
    ['an empty file', 'empty', () => new Response('')],
    ['half a file', 'cut-off', () => new Response('{"type":"Fea')],
    ['an error', 'server-error', () => new Response('', { status: 500 })],
    ['a missing file', 'missing', () => new Response('', { status: 404 })],
  ])('when %s comes for one of them', async (_, reason, bad) => {
    const here = await kept();
    here.serve({ ...plan('new'), 'coast/zones.geojson': bad });
    const visit = here.visit();
    // The land is a file for itself.
    expect(await visit.load()).toEqual(['old', 'old', 'old', 'new']);
    expect((await visit.ask('coast/coastline.geojson')).origin).toEqual({
      ...OF_THE_FIRST,
      reason,
      about: 'coast/zones.geojson',
    });
    await visit.settle();
    here.serve(undefined);
    expect(await here.visit().load()).toEqual(['old', 'old', 'old', 'new']);
  });

  test('when one of them takes too long; what comes late is whole on the next visit', async () => {
    const here = await kept();
    let come: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => {
      come = resolve;
    });
    here.serve({ ...plan('new'), 'audit.json': () => late });
    const visit = here.visit();
    const loading = visit.load();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await loading).toEqual(['old', 'old', 'old', 'new']);
    expect((await visit.ask('coast/zones.geojson')).origin).toMatchObject({
      reason: 'too-slow',
      about: 'audit.json',
    });
    come(new Response(JSON.stringify({ target: 0.2, version: 'new' })));
    await visit.settle();
    expect((await visit.ask('coast/zones.geojson')).text).toContain('old');
    here.serve(undefined);
    expect(await here.visit().load()).toEqual(['new', 'new', 'new', 'new']);
  });

  test('while a new catalogue names a coast that is not there yet', async () => {
    const here = await kept();
    const next = catalogue('coast/coastline-2026.geojson', 'coast/zones.geojson', 'land.geojson');
    here.serve({ ...plan('new'), 'catalogue.json': next });
    const visit = here.visit();
    const { text, origin } = await visit.ask('catalogue.json');
    expect(text).not.toContain('2026');
    expect(origin).toMatchObject({ reason: 'missing', about: 'coast/coastline-2026.geojson' });
    expect((await visit.ask('coast/coastline.geojson')).text).toContain('old');
  });

  test('a server that sends slowly is not silent', async () => {
    const here = await kept();
    const slow = () => {
      const parts = new TextEncoder().encode(collection('new'));
      let sent = 0;
      return new Response(
        new ReadableStream({
          pull: async (controller) => {
            await new Promise((resolve) => setTimeout(resolve, PATIENCE - 1000));
            controller.enqueue(parts.slice(sent, sent + 20));
            sent += 20;
            if (sent >= parts.length) controller.close();
          },
        }),
      );
    };
    here.serve({ ...plan('new'), 'coast/coastline.geojson': slow });
    const loading = here.visit().load();
    await vi.advanceTimersByTimeAsync(10 * PATIENCE);
    expect(await loading).toEqual(['new', 'new', 'new', 'new']);
  });

  test('the same catalogue does not wait for a coast that hangs', async () => {
    const here = await kept();
    here.serve({ ...plan('new'), 'coast/coastline.geojson': hang });
    expect((await here.visit().ask('catalogue.json')).origin).toMatchObject({ kind: 'network' });
  });
});

describe('a file for itself', () => {
  test('is not replaced by a login page, and is told with its date', async () => {
    const here = await kept();
    here.serve({ ...plan('new'), 'land.geojson': login });
    const visit = here.visit();
    await visit.ask('catalogue.json');
    const { text, origin } = await visit.ask('land.geojson');
    expect(text).toContain('old');
    expect(origin).toEqual({ ...OF_THE_FIRST, reason: 'web-page', about: 'land.geojson' });
  });

  test('with a Chinese name is told by it', async () => {
    const named = (version: string): Files => ({
      ...plan(version),
      'catalogue.json': catalogue('海岸线.geojson'),
      [encodeURI('海岸线.geojson')]: collection(version),
    });
    const here = await kept(named('old'));
    here.serve(undefined);
    const { origin } = await here.visit().ask(encodeURI('海岸线.geojson'));
    expect(origin).toMatchObject({ reason: 'no-answer', about: '海岸线.geojson' });
  });

  test('is shown as kept after 4 s of silence', async () => {
    const here = await kept();
    here.serve({ ...plan('new'), 'land.geojson': hang });
    const asking = here.visit().ask('land.geojson');
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect((await asking).origin).toMatchObject({ reason: 'too-slow' });
  });
});

describe('keeping everything', () => {
  test('asks for nothing that the visit has asked for', async () => {
    const here = await kept();
    const visit = here.visit();
    await visit.ask('catalogue.json');
    await visit.keepAll();
    expect(here.asked.filter((path) => path === 'catalogue.json')).toHaveLength(1);
    expect(here.asked).toContain('land.geojson');
  });

  test('lets go of what the catalogue no longer names, and of a deck that is gone', async () => {
    const here = await kept();
    const { 'views/default.json': _, ...rest } = plan('new');
    here.serve({
      ...rest,
      'catalogue.json': catalogue('coast/coastline.geojson', 'coast/zones.geojson'),
    });
    await here.visit().keepAll();
    const visit = here.visit();
    expect((await visit.ask('land.geojson')).text).toContain('new');
    expect((await visit.ask('views/default.json')).response.status).toBe(404);
    expect([...here.cache.held.keys()].filter((url) => url.includes('views'))).toEqual([]);
  });

  test('keeps what the catalogue still names and the server no longer has', async () => {
    const here = await kept();
    const { 'land.geojson': _, ...rest } = plan('new');
    here.serve(rest);
    await here.visit().keepAll();
    expect((await here.visit().ask('land.geojson')).origin).toMatchObject({ reason: 'missing' });
  });

  test('overwrites nothing while every file is a login page', async () => {
    const here = await kept();
    const paths = Object.keys(plan(''));
    here.serve(Object.fromEntries(paths.map((path) => [path, login])));
    await here.visit().keepAll();
    here.serve(undefined);
    const visit = here.visit();
    expect(await visit.load()).toEqual(['old', 'old', 'old', 'old']);
    expect((await visit.ask('views/default.json')).text).toContain('old');
  });

  test('leaves one version of the set behind', async () => {
    const here = await kept();
    await here.visit().keepAll();
    await here.visit().keepAll();
    const coasts = [...here.cache.held.keys()].filter((url) => url.includes('coastline'));
    expect(coasts).toHaveLength(1);
  });

  test.each([
    ['without a network', undefined],
    ['with a login page for a catalogue', { ...plan('new'), 'catalogue.json': login }],
    [
      'with a server in trouble',
      { ...plan('new'), 'land.geojson': () => new Response('', { status: 503 }) },
    ],
    [
      'with a coast that does not come',
      { ...plan('new'), 'coast/coastline.geojson': () => Promise.reject(new TypeError()) },
    ],
  ])('fails %s, so that it is tried again', async (_, files) => {
    const here = world({});
    here.serve(files);
    await expect(here.keepAll()).rejects.toThrow(TypeError);
  });

  test('keeps as much as there is of a plan that lacks a file', async () => {
    const { 'coast/zones.geojson': _, ...rest } = plan('old');
    const here = await kept(rest);
    here.serve(undefined);
    expect(await here.visit().load()).toEqual(['old', 'old', 0, 'old']);
    here.serve({ ...plan('new'), 'coast/coastline.geojson': login });
    // Zones of another version than the coast are not shown beside it.
    expect(await here.visit().load()).toEqual(['old', 'old', 0, 'new']);
    here.serve(plan('new'));
    expect(await here.visit().load()).toEqual(['new', 'new', 'new', 'new']);
  });
});

test('an answer that was sent on from another place is redirected, one from the plan’s folder is not', async () => {
  const sentOn = (url: string) => {
    const response = new Response(collection('a'));
    Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
    return serverOf(FOLDER, async () => response)(`${FOLDER}a.geojson`);
  };
  expect(await sentOn('https://plans.example/login')).toMatchObject({ reason: 'redirected' });
  const ask = serverOf(FOLDER, async (_, init) => {
    // A login service on another origin: a browser follows no redirect to it.
    if (init?.redirect !== 'manual') throw new TypeError('Failed to fetch');
    return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  });
  expect(await ask(`${FOLDER}a.geojson`)).toMatchObject({ reason: 'redirected' });
  expect(await sentOn(`${FOLDER}a-2026.geojson`)).toMatchObject({ kind: 'good' });
});

test('the size that a server states for a compressed body is not that of the body', async () => {
  const ask = (headers: Record<string, string>) =>
    serverOf(FOLDER, async () => new Response(collection('a'), { headers }))(`${FOLDER}a.geojson`);
  expect(await ask({ 'content-length': '5000' })).toMatchObject({ reason: 'cut-off' });
  expect(await ask({ 'content-length': '5000', 'content-encoding': 'gzip' })).toMatchObject({
    kind: 'good',
  });
});
