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

/** Headers that mark a kept copy for the page: its date, the reason, and the file that caused it. */
export const KEPT_HEADERS = {
  servedAt: 'coastplan-kept-at',
  reason: 'coastplan-kept-reason',
  about: 'coastplan-kept-about',
} as const;

/** The requesting page: its id, and how to keep the worker alive until work after the answer is done. */
export type AskingPage = {
  readonly id: string;
  readonly waitUntil: (work: Promise<unknown>) => void;
};

/** One visit's requests for the set: every file is requested once, and one version is shown. */
type Round = {
  readonly kept: Promise<KeptSet | undefined>;
  readonly served: Promise<ServedSet>;
  readonly shown: Promise<ShownSet>;
  /** Resolves when the served set is stored, or the kept one stays. */
  readonly stored: Promise<void>;
  /** The catalogue as served. */
  readonly catalogue: Promise<Heard>;
};

/** The answers of a visit are remembered for this many milliseconds. */
const A_MINUTE = 60_000;

/** The dependencies of a keeper. */
export type PlanKeeperOptions = {
  /** The address of the plan's folder, with a trailing slash. */
  readonly folder: string;
  readonly builtWith: readonly string[];
  readonly store: PlanStore;
  readonly ask: AskServer;
  /** The server may be silent for this many milliseconds. */
  readonly patienceMs: number;
};

/** Stores the files of a plan's folder, and answers pages from the server or from the store. */
export class PlanKeeper {
  readonly #options: PlanKeeperOptions;
  readonly #catalogueUrl: string;
  /** The files of the set that every plan has. */
  readonly #frame: readonly string[];
  readonly #rounds = new Map<string, Round>();

  constructor(options: PlanKeeperOptions) {
    this.#options = options;
    this.#catalogueUrl = `${options.folder}catalogue.json`;
    this.#frame = setUrls('', options.folder);
  }

  async answer(address: string, page: AskingPage): Promise<Response> {
    const round = await this.#roundFor(address, page);
    const answer = round && (await this.#answerFromSet(address, round));
    return answer ?? this.#answerAlone(address, page);
  }

  /**
   * Stores every file of the plan as served now, and removes files that are no longer part of the plan.
   * Files that the page has just requested are not requested again.
   * @throws TypeError when a file without a copy could not be fetched, for temporary reasons.
   */
  async keepAll(pageId?: string): Promise<void> {
    const round =
      (pageId === undefined ? undefined : this.#rounds.get(pageId)) ?? this.#startRound();
    await round.stored;
    const [served, kept] = [await round.served, await this.#options.store.readSet()];
    const catalogue = kept?.files.get(this.#catalogueUrl);
    if (kept === undefined || catalogue === undefined)
      throw new TypeError(`no catalogue to keep at ${this.#catalogueUrl}`);
    const text = new TextDecoder().decode(catalogue.bytes);
    const alone = planUrls(text, this.#options).filter(
      (address) => !kept.addresses.includes(address),
    );
    const named = layerUrls(text, this.#options.folder);
    const isUpToDate = served.heard.get(this.#catalogueUrl)?.kind === 'good';
    const missed = await Promise.all(
      alone.map(async (address) => {
        const heard = await this.#options.ask(address);
        if (heard.kind === 'good') await this.#options.store.write(address, heard.file);
        // No catalogue names the file and the server does not have it: it was removed on purpose.
        else if (heard.reason === 'missing' && isUpToDate && !named.includes(address))
          await this.#options.store.remove(address);
        return (await this.#isMissed(heard, address)) ? address : undefined;
      }),
    );
    await this.#options.store.retain(alone);
    const lost = [
      ...missed,
      ...kept.addresses.filter((address) => !kept.files.has(address) && passes(served, address)),
    ].find((address) => address !== undefined);
    if (lost !== undefined) throw new TypeError(`${lost} could not be had`);
  }

  #startRound(): Round {
    const silence = awaitSilence(this.#options.patienceMs);
    const asked = new Map<string, Promise<Heard>>();
    const askOnce = (address: string): Promise<Heard> => {
      const heard = asked.get(address) ?? this.#options.ask(address, silence);
      asked.set(address, heard);
      return heard;
    };
    const catalogue = askOnce(this.#catalogueUrl);
    for (const address of this.#frame) void askOnce(address);
    // A store that cannot be read has no kept files.
    const kept = this.#options.store.readSet().catch(() => undefined);
    const served = kept.then(async (set): Promise<ServedSet> => {
      // Most catalogues name the same coast as last time, so its requests start before this catalogue
      // arrives.
      for (const address of set?.addresses ?? []) void askOnce(address);
      const addresses = setUrls(textOf(await catalogue), this.#options.folder);
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
      await this.#options.store.writeSet({
        files: goodFiles(answers),
        addresses: answers.addresses,
      });
    });
    return { kept, served, shown, stored, catalogue };
  }

  #beginRound({ id, waitUntil }: AskingPage): Round {
    const round = this.#startRound();
    this.#rounds.set(id, round);
    const end = (): unknown => setTimeout(() => this.#rounds.delete(id), A_MINUTE);
    waitUntil(round.stored.then(end, end));
    return round;
  }

  /** The round that a file belongs to; undefined for a file that is kept individually. */
  async #roundFor(address: string, page: AskingPage): Promise<Round | undefined> {
    const current = this.#rounds.get(page.id);
    if (this.#frame.includes(address)) return current ?? this.#beginRound(page);
    if (current === undefined) {
      const isOfSet = (await this.#options.store.setAddresses()).includes(address);
      return isOfSet ? (this.#rounds.get(page.id) ?? this.#beginRound(page)) : undefined;
    }
    if ((await current.kept)?.addresses.includes(address)) return current;
    // The page has its catalogue, so this one has arrived, or was given up.
    const catalogue = await Promise.race([current.catalogue, current.shown]);
    const isNamed =
      catalogue.kind === 'good' &&
      setUrls(textOf(catalogue), this.#options.folder).includes(address);
    return isNamed ? current : undefined;
  }

  /**
   * Answers the catalogue immediately when both sets have the same one; every other file once a set is
   * chosen.
   */
  async #answerFromSet(address: string, round: Round): Promise<Response | undefined> {
    if (address === this.#catalogueUrl) {
      const heard = await Promise.race([round.catalogue, round.shown]);
      const known = (await round.kept)?.files.get(address);
      if (heard.kind === 'good' && (known === undefined || isSame(known, heard.file)))
        return servedResponse(heard);
    }
    const shown = await round.shown;
    if (shown.kind === 'kept') {
      const file = shown.files.get(address);
      // A file that is not kept is not taken from another version either.
      return file === undefined ? Response.error() : this.#keptResponse(file, shown.because);
    }
    const heard = (await round.served).heard.get(address);
    return heard && servedResponse(heard);
  }

  async #answerAlone(address: string, { waitUntil }: AskingPage): Promise<Response> {
    const silence = awaitSilence(this.#options.patienceMs);
    const served = this.#options.ask(address, silence);
    waitUntil(
      served.then((heard) =>
        heard.kind === 'good' ? this.#options.store.write(address, heard.file) : undefined,
      ),
    );
    const first = await Promise.race([served, silence.fell]);
    if (typeof first === 'object' && first.kind === 'good') return servedResponse(first);
    const known = await this.#options.store.read(address).catch(() => undefined);
    if (known === undefined) return servedResponse(await served);
    const reason = typeof first === 'object' ? first.reason : 'too-slow';
    return this.#keptResponse(known, { reason, address });
  }

  /** A kept file as a response. A file's name may be Chinese, which a header does not allow. */
  #keptResponse(
    { bytes, mediaType, servedAt }: PlanFile,
    { reason, address }: KeptBecause,
  ): Response {
    const headers = {
      'content-type': mediaType,
      [KEPT_HEADERS.servedAt]: servedAt,
      [KEPT_HEADERS.reason]: reason,
      [KEPT_HEADERS.about]: encodeURI(pathInside(this.#options.folder, address)),
    };
    return new Response(bytes, { headers });
  }

  async #isMissed(heard: Heard, address: string): Promise<boolean> {
    return (
      heard.kind === 'bad' &&
      isPassing(heard) &&
      (await this.#options.store.read(address)) === undefined
    );
  }
}

/**
 * True for a server error or no answer: neither says anything about the file, so a later request makes
 * sense.
 */
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
