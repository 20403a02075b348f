import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { serverOf } from './ask-server.ts';
import { PlanKeeper } from './plan-keeper.ts';
import { planStore } from './plan-store.ts';

/** A file of the build, with a revision when its name does not identify its content. */
type BuiltFile = { readonly url: string; readonly revision: string | null };

declare const self: Omit<ServiceWorkerGlobalScope, '__WB_MANIFEST'> & {
  /** The files of the build, each with its revision: inserted when the app is built. */
  readonly __WB_MANIFEST: readonly BuiltFile[];
};

/** The server may be silent for this many milliseconds before the kept file of a plan is shown. */
const PATIENCE = 4000;

const built = self.__WB_MANIFEST;
const folder = `${self.registration.scope}geodata/`;
/** Two deployments may share an origin, so each has its own cache. */
const planCache = `coastplan-kept ${folder}`;
/** The cache of earlier versions, which stored each file individually. */
const formerCache = `coastplan-plan ${folder}`;
const isOfPlan = ({ url }: BuiltFile): boolean => url.startsWith('geodata/');
const plan = new PlanKeeper({
  folder,
  builtWith: built.filter(isOfPlan).map(({ url }) => new URL(url, self.registration.scope).href),
  store: planStore(() => caches.open(planCache), {
    folder,
    exclusively: (work) => navigator.locks.request(planCache, work),
  }),
  ask: serverOf(folder, (address, init) => fetch(address, init)),
  patienceMs: PATIENCE,
});

// The app is served as built, whatever the query is. A new version waits until the user asks for it.
cleanupOutdatedCaches();
precacheAndRoute(
  built.filter((entry) => !isOfPlan(entry)),
  { ignoreURLParametersMatching: [/./] },
);

// The plan's files have no version and may be replaced at any time, so the network comes first.
registerRoute(
  ({ url }) => url.href.startsWith(folder),
  ({ event, request }) =>
    plan.answer(request.url, {
      id: event instanceof FetchEvent ? event.clientId || event.resultingClientId : '',
      waitUntil: (work) => event.waitUntil(untilLeft(work)),
    }),
);

let leave = (): void => {};
/** Resolves when the user has asked for a newer version: it waits until this one has no work left. */
const left = new Promise<void>((resolve) => {
  leave = resolve;
});
const untilLeft = (work: Promise<unknown>): Promise<unknown> => Promise.race([work, left]);

self.addEventListener('install', (event) => event.waitUntil(plan.keepAll()));
self.addEventListener('activate', (event) =>
  // The first visit is controlled from the moment when everything is stored.
  event.waitUntil(Promise.all([self.clients.claim(), caches.delete(formerCache)])),
);
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') {
    leave();
    void self.skipWaiting();
  }
  // A later visit also updates files that were not opened. Without a network everything stays unchanged.
  if (event.data === 'store-plan') {
    const page = event.source instanceof Client ? event.source.id : undefined;
    event.waitUntil(untilLeft(plan.keepAll(page).catch(() => undefined)));
  }
});
