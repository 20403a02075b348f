import type { PlanFile } from './ask-server.ts';
import { type AskServer, awaitSilence, type Heard, pathInside } from './ask-server.ts';
import {
  chooseSet,
  isWhole,
  type KeptBecause,
  replaces,
  type ServedSet,
  type ShownSet,
} from './choose-set.ts';
import type { KeptSet, PlanStore } from './plan-store.ts';
import { layerUrls, planUrls, setUrls } from './plan-urls.ts';

/** What tells the page that it was given a kept copy: of when, why, and because of which file. */
export const KEPT_HEADERS = {
  servedAt: 'coastplan-kept-at',
  reason: 'coastplan-kept-reason',
  about: 'coastplan-kept-about',
} as const;

/** The page that asks: who it is, and what holds the worker until work after the answer is done. */
export type AskingPage = {
  readonly id: string;
  readonly waitUntil: (work: Promise<unknown>) => void;
};

/** Keeps the plan and answers for it. */
export type PlanKeeper = {
  readonly answer: (address: string, page: AskingPage) => Promise<Response>;
  /**
   * Keeps every file of the plan as it is served now, and lets go of what is no longer part of the plan.
   * What the page has just asked for is not asked for again.
   * @throws TypeError when a file of which there is no copy yet could not be had, for reasons that pass.
   */
  readonly keepAll: (pageId?: string) => Promise<void>;
};

/** One visit's look at the set: every file of it is asked for once, and one version is shown. */
type Round = {
  readonly kept: Promise<KeptSet | undefined>;
  readonly served: Promise<ServedSet>;
  readonly shown: Promise<ShownSet>;
  /** Comes once the served set is kept, or the kept one stays. */
  readonly stored: Promise<void>;
  /** The catalogue as it was served. */
  readonly catalogue: Promise<Heard>;
};

/** How long the answers of a visit are remembered, in milliseconds. */
const A_MINUTE = 60_000;

/** Keeps the plan of a folder in a store. `patienceMs`: how long a server may be silent. */
export function createPlanKeeper({
  folder,
  builtWith,
  store,
  ask,
  patienceMs,
}: {
  readonly folder: string;
  readonly builtWith: readonly string[];
  readonly store: PlanStore;
  readonly ask: AskServer;
  readonly patienceMs: number;
}): PlanKeeper {
  const catalogueUrl = `${folder}catalogue.json`;
  const frame = setUrls('', folder);
  const rounds = new Map<string, Round>();

  function startRound(): Round {
    const silence = awaitSilence(patienceMs);
    const asked = new Map<string, Promise<Heard>>();
    const askOnce = (address: string): Promise<Heard> => {
      const heard = asked.get(address) ?? ask(address, silence);
      asked.set(address, heard);
      return heard;
    };
    const catalogue = askOnce(catalogueUrl);
    for (const address of frame) void askOnce(address);
    // A store that cannot be read keeps nothing.
    const kept = store.readSet().catch(() => undefined);
    const served = kept.then(async (set): Promise<ServedSet> => {
      // Most catalogues name the coast that they named last time: no need to wait for this one.
      for (const address of set?.addresses ?? []) void askOnce(address);
      const addresses = setUrls(textOf(await catalogue), folder);
      const heard = addresses.map(async (address) => [address, await askOnce(address)] as const);
      return { heard: new Map(await Promise.all(heard)), addresses };
    });
    const shown = kept.then((set) => {
      const bestOfBoth = served.then((answers) => chooseSet(set, answers));
      if (set === undefined || !isWhole(set)) return bestOfBoth;
      const tooSlow = silence.fell.then((address): ShownSet => {
        return { kind: 'kept', files: set.files, because: { reason: 'too-slow', address } };
      });
      return Promise.race([bestOfBoth, tooSlow]);
    });
    const stored = Promise.all([kept, served]).then(async ([set, answers]) => {
      if (!replaces(answers, set)) return;
      await store.writeSet({ files: goodFiles(answers), addresses: answers.addresses });
    });
    return { kept, served, shown, stored, catalogue };
  }

  function beginRound({ id, waitUntil }: AskingPage): Round {
    const round = startRound();
    rounds.set(id, round);
    const end = (): unknown => setTimeout(() => rounds.delete(id), A_MINUTE);
    waitUntil(round.stored.then(end, end));
    return round;
  }

  /** The round that a file belongs to; undefined for a file that is kept for itself. */
  async function roundFor(address: string, page: AskingPage): Promise<Round | undefined> {
    const current = rounds.get(page.id);
    if (frame.includes(address)) return current ?? beginRound(page);
    if (current === undefined) {
      const isOfSet = (await store.setAddresses()).includes(address);
      return isOfSet ? (rounds.get(page.id) ?? beginRound(page)) : undefined;
    }
    if ((await current.kept)?.addresses.includes(address)) return current;
    // The page has its catalogue, so this one is here, or given up.
    const catalogue = await Promise.race([current.catalogue, current.shown]);
    const isNamed =
      catalogue.kind === 'good' && setUrls(textOf(catalogue), folder).includes(address);
    return isNamed ? current : undefined;
  }

  /** The catalogue at once where it is the same in both sets; every other file once one is chosen. */
  async function answerFromSet(address: string, round: Round): Promise<Response | undefined> {
    if (address === catalogueUrl) {
      const heard = await Promise.race([round.catalogue, round.shown]);
      const known = (await round.kept)?.files.get(address);
      if (heard.kind === 'good' && (known === undefined || isSame(known, heard.file)))
        return servedResponse(heard);
    }
    const shown = await round.shown;
    if (shown.kind === 'kept') {
      const file = shown.files.get(address);
      // What is not kept is not taken from another version either.
      return file === undefined ? Response.error() : keptResponse(file, shown.because);
    }
    const heard = (await round.served).heard.get(address);
    return heard && servedResponse(heard);
  }

  async function answerAlone(address: string, { waitUntil }: AskingPage): Promise<Response> {
    const silence = awaitSilence(patienceMs);
    const served = ask(address, silence);
    waitUntil(
      served.then((heard) =>
        heard.kind === 'good' ? store.write(address, heard.file) : undefined,
      ),
    );
    const first = await Promise.race([served, silence.fell]);
    if (typeof first === 'object' && first.kind === 'good') return servedResponse(first);
    const known = await store.read(address).catch(() => undefined);
    if (known === undefined) return servedResponse(await served);
    const reason = typeof first === 'object' ? first.reason : 'too-slow';
    return keptResponse(known, { reason, address });
  }

  /** A kept file as a page gets it. The name of a file may be Chinese, which a header may not. */
  function keptResponse(
    { bytes, mediaType, servedAt }: PlanFile,
    { reason, address }: KeptBecause,
  ): Response {
    const headers = {
      'content-type': mediaType,
      [KEPT_HEADERS.servedAt]: servedAt,
      [KEPT_HEADERS.reason]: reason,
      [KEPT_HEADERS.about]: encodeURI(pathInside(folder, address)),
    };
    return new Response(bytes, { headers });
  }

  return {
    answer: async (address, page) => {
      const round = await roundFor(address, page);
      const answer = round && (await answerFromSet(address, round));
      return answer ?? answerAlone(address, page);
    },
    keepAll: async (pageId) => {
      const round = (pageId === undefined ? undefined : rounds.get(pageId)) ?? startRound();
      await round.stored;
      const [served, kept] = [await round.served, await store.readSet()];
      const catalogue = kept?.files.get(catalogueUrl);
      if (kept === undefined || catalogue === undefined)
        throw new TypeError(`no catalogue to keep at ${catalogueUrl}`);
      const text = new TextDecoder().decode(catalogue.bytes);
      const alone = planUrls(text, { folder, builtWith }).filter(
        (address) => !kept.addresses.includes(address),
      );
      const named = layerUrls(text, folder);
      const isUpToDate = served.heard.get(catalogueUrl)?.kind === 'good';
      const missed = await Promise.all(
        alone.map(async (address) => {
          const heard = await ask(address);
          if (heard.kind === 'good') await store.write(address, heard.file);
          // No catalogue names it, and the server does not have it: it was removed on purpose.
          else if (heard.reason === 'missing' && isUpToDate && !named.includes(address))
            await store.remove(address);
          return (await isMissed(heard, address)) ? address : undefined;
        }),
      );
      await store.retain(alone);
      const lost = [
        ...missed,
        ...kept.addresses.filter((address) => !kept.files.has(address) && passes(served, address)),
      ].find((address) => address !== undefined);
      if (lost !== undefined) throw new TypeError(`${lost} could not be had`);
    },
  };

  async function isMissed(heard: Heard, address: string): Promise<boolean> {
    return heard.kind === 'bad' && isPassing(heard) && (await store.read(address)) === undefined;
  }
}

/** A server in trouble, and no server at all, say nothing about a file: it is worth asking again. */
function isPassing(heard: Heard | undefined): boolean {
  return heard?.kind === 'bad' && ['no-answer', 'server-error'].includes(heard.reason);
}

function passes({ heard }: ServedSet, address: string): boolean {
  return isPassing(heard.get(address));
}

function goodFiles({ heard }: ServedSet): ReadonlyMap<string, PlanFile> {
  const files = new Map<string, PlanFile>();
  for (const [address, one] of heard) if (one.kind === 'good') files.set(address, one.file);
  return files;
}

function servedResponse(heard: Heard): Response {
  if (heard.kind === 'bad') return heard.response.clone();
  const { bytes, mediaType } = heard.file;
  return new Response(bytes, { headers: { 'content-type': mediaType } });
}

function textOf(heard: Heard): string {
  return heard.kind === 'good' ? new TextDecoder().decode(heard.file.bytes) : '';
}

function isSame(one: PlanFile, other: PlanFile): boolean {
  return (
    one.bytes.byteLength === other.bytes.byteLength &&
    one.bytes.every((byte, index) => byte === other.bytes[index])
  );
}
