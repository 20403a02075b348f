import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { serverOf } from './ask-server.ts';
import { createPlanKeeper } from './plan-keeper.ts';
import { planStore } from './plan-store.ts';

/** A file that the build made; its revision where its name does not tell its content. */
type BuiltFile = { readonly url: string; readonly revision: string | null };

declare const self: Omit<ServiceWorkerGlobalScope, '__WB_MANIFEST'> & {
  /** The files of the build, each with its revision: written here when the app is built. */
  readonly __WB_MANIFEST: readonly BuiltFile[];
};

/** How long the server may be silent before the kept file of a plan is shown, in milliseconds. */
const PATIENCE = 4000;

const built = self.__WB_MANIFEST;
const folder = `${self.registration.scope}geodata/`;
/** Two deployments may share an origin: each keeps its own. */
const planCache = `coastplan-kept ${folder}`;
/** What earlier versions kept, each file for itself. */
const formerCache = `coastplan-plan ${folder}`;
const isOfPlan = ({ url }: BuiltFile): boolean => url.startsWith('geodata/');
const plan = createPlanKeeper({
  folder,
  builtWith: built.filter(isOfPlan).map(({ url }) => new URL(url, self.registration.scope).href),
  store: planStore(() => caches.open(planCache), {
    folder,
    exclusively: (work) => navigator.locks.request(planCache, work),
  }),
  ask: serverOf(folder, (address, init) => fetch(address, init)),
  patienceMs: PATIENCE,
});

// The app is kept as it was built, whatever the query says. The next version waits until a person asks.
cleanupOutdatedCaches();
precacheAndRoute(
  built.filter((entry) => !isOfPlan(entry)),
  { ignoreURLParametersMatching: [/./] },
);

// The plan's files bear no version and may be replaced at any time: the network's word comes first.
registerRoute(
  ({ url }) => url.href.startsWith(folder),
  ({ event, request }) =>
    plan.answer(request.url, {
      id: event instanceof FetchEvent ? event.clientId || event.resultingClientId : '',
      waitUntil: (work) => event.waitUntil(work),
    }),
);

self.addEventListener('install', (event) => event.waitUntil(plan.keepAll()));
self.addEventListener('activate', (event) =>
  // The first visit is looked after from the moment on when everything is kept.
  event.waitUntil(Promise.all([self.clients.claim(), caches.delete(formerCache)])),
);
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
  // A later visit: what nobody opened is kept anew too. Without a network all stays as it is.
  if (event.data === 'store-plan') {
    const page = event.source instanceof Client ? event.source.id : undefined;
    event.waitUntil(plan.keepAll(page).catch(() => undefined));
  }
});
