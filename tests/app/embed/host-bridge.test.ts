import { beforeEach, expect, test, vi } from 'vitest';
import { connectHost } from '../../../src/app/embed/host-bridge.ts';
import { createModel } from '../../../src/app/state/model.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';
import { catalogueLayer, catalogueOf, projectOf } from '../plan.ts';

const HOST = 'https://host.example';
const STRANGER = 'https://stranger.example';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (step: () => void) => step());
  return () => vi.unstubAllGlobals();
});

/** An embedded desk with one project, in a page that may speak to it. */
async function embedded({ origin }: { readonly origin?: string } = {}) {
  const model = createModel({ isEmbedded: true }, { language: 'en', theme: 'light' });
  const layer = catalogueLayer('ports', 'projects');
  model.plan.showCatalogue({
    kind: 'ready',
    catalogue: { ...catalogueOf([layer]), hostOrigins: [HOST] },
    issues: [],
  });
  const content = { role: 'projects', projects: [projectOf('north-port', 'ports')] } as const;
  model.plan.showDatasets([['ports', { kind: 'ready', content, issues: [], read: 1, kept: 1 }]]);
  const posted: { readonly message: object; readonly origin: string }[] = [];
  const follow = vi.fn(model.url.apply);
  const hear = await connectHost(
    { model, applyUrl: follow, showSelection: vi.fn() },
    { origin, post: (message, to) => posted.push({ message, origin: to }) },
  );
  const say = (data: unknown, from = HOST): void => hear({ data, origin: from });
  const messages = (kind: string): readonly object[] =>
    posted
      .map(({ message }) => message)
      .filter((message) => 'kind' in message && message.kind === kind);
  return { model, follow, posted, say, messages };
}

test('an allowed page is told that the map is ready, at once where the browser tells its origin', async () => {
  const { messages, posted } = await embedded({ origin: HOST });
  expect(messages('ready')).toEqual([{ coastplan: 1, kind: 'ready', language: 'en' }]);
  expect(new Set(posted.map(({ origin }) => origin))).toEqual(new Set([HOST]));
});

test('and else with its first message, once', async () => {
  const { messages, say, posted } = await embedded();
  expect(posted).toEqual([]);
  say({ coastplan: 1, kind: 'hello' });
  say({ coastplan: 1, kind: 'hello' });
  expect(messages('ready')).toHaveLength(1);
});

test('a stranger changes nothing, hears nothing, and is logged once', async () => {
  const log = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const { model, say, posted } = await embedded({ origin: STRANGER });
  for (let times = 0; times < 100; times += 1)
    say({ coastplan: 1, kind: 'select', id: 'north-port' }, STRANGER);
  expect(model.selection.id.value).toBeUndefined();
  expect(posted).toEqual([]);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test('what is picked is told, whoever picks it', async () => {
  const { model, say, messages } = await embedded({ origin: HOST });
  say({ coastplan: 1, kind: 'select', id: 'north-port' });
  model.selection.clear();
  expect(messages('selected')).toEqual([
    { coastplan: 1, kind: 'selected', id: 'north-port', what: 'project' },
    { coastplan: 1, kind: 'selected', id: null, what: null },
  ]);
});

test('an address is followed, and told without the mark of embedding', async () => {
  const { model, follow, say, messages } = await embedded({ origin: HOST });
  say({ coastplan: 1, kind: 'show', address: '?theme=dark&layers=ports#map=11/35.92/120.11' });
  expect(model.page.theme.value).toBe('dark');
  expect(follow).toHaveBeenCalledWith(
    expect.objectContaining({ camera: expect.objectContaining({ zoom: 11 }) }),
  );
  expect(messages('view-changed').at(-1)).toEqual({
    coastplan: 1,
    kind: 'view-changed',
    address: '?theme=dark&layers=ports',
  });
});

test('figures that cannot be had are answered with the reason, under the number of the request', async () => {
  const { model, say, messages } = await embedded({ origin: HOST });
  say({ coastplan: 1, kind: 'get-figures', request: 7 });
  expect(model.audit.isRequested.value).toBe(true);
  expect(messages('figures')).toEqual([]);
  model.audit.showState({ kind: 'failed', reason: 'no coast' });
  await vi.waitFor(() =>
    expect(messages('figures')).toEqual([
      { coastplan: 1, kind: 'figures', figures: null, reason: 'no coast', request: 7 },
    ]),
  );
});

test('nothing of the work can be changed in somebody else’s page', async () => {
  const { model } = await embedded();
  model.workspace.changeScenarios([]);
  model.workspace.restore(EMPTY_WORKSPACE);
  model.workspace.undo();
  expect([model.workspace.canUndo.value, model.workspace.canRedo.value]).toEqual([false, false]);
  expect(model.workspace.current.value).toEqual(EMPTY_WORKSPACE);
});
