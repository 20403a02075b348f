import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { planUrls } from './plan-urls.ts';

/** A file that the build made; its revision where its name does not tell its content. */
type BuiltFile = { readonly url: string; readonly revision: string | null };

declare const self: Omit<ServiceWorkerGlobalScope, '__WB_MANIFEST'> & {
  /** The files of the build, each with its revision: written here when the app is built. */
  readonly __WB_MANIFEST: readonly BuiltFile[];
};

/** How long the network may take before the kept file of a plan is shown, in seconds. */
const PATIENCE = 4;

const built = self.__WB_MANIFEST;
const folder = `${self.registration.scope}geodata/`;
/** Two deployments may share an origin: each keeps its own. */
const planCache = `coastplan-plan ${folder}`;
const isOfPlan = ({ url }: BuiltFile): boolean => url.startsWith('geodata/');
const builtWith = built
  .filter(isOfPlan)
  .map(({ url }) => new URL(url, self.registration.scope).href);

// The app is kept as it was built, whatever the query says. The next version waits until a person asks.
cleanupOutdatedCaches();
precacheAndRoute(
  built.filter((entry) => !isOfPlan(entry)),
  { ignoreURLParametersMatching: [/./] },
);

// The plan's files bear no version and may be replaced at any time: the network's word comes first.
registerRoute(
  ({ url }) => url.href.startsWith(folder),
  new NetworkFirst({
    cacheName: planCache,
    networkTimeoutSeconds: PATIENCE,
    fetchOptions: { cache: 'no-cache' },
    matchOptions: { ignoreSearch: true },
    plugins: [{ fetchDidSucceed: async ({ response }) => answered(response) }],
  }),
);

self.addEventListener('install', (event) => event.waitUntil(storePlan()));
// The first visit is looked after from the moment on when everything is kept.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
  // A later visit: what nobody opened is kept anew too. Without a network all stays as it is.
  if (event.data === 'store-plan') event.waitUntil(storePlan().catch(() => undefined));
});

/**
 * Keeps every file of the plan as it is served now, and lets go of what is no longer part of it.
 * @throws TypeError when the network fails: a worker that is being installed is then tried again later.
 */
async function storePlan(): Promise<void> {
  const cache = await caches.open(planCache);
  const catalogue = await ask(`${folder}catalogue.json`);
  const text = await catalogue.clone().text();
  const wanted = planUrls(text, { folder, builtWith });
  await Promise.all(
    wanted.map(async (address) => {
      const response = await ask(address);
      // Listed and not there: the app says so, on each visit anew.
      if (response.ok) await cache.put(address, response);
      else await cache.delete(address);
    }),
  );
  for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
}

/** Asks the server, which may answer that nothing has changed. */
async function ask(address: string): Promise<Response> {
  return answered(await fetch(address, { cache: 'no-cache' }));
}

/** A server in trouble says nothing about the file. */
function answered(response: Response): Response {
  if (response.status >= 500) throw new TypeError(`${response.url} answers ${response.status}`);
  return response;
}
