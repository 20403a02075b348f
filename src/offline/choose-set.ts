import type { Heard, PlanFile } from './ask-server.ts';
import type { Refusal } from './judge-answer.ts';
import type { KeptSet } from './plan-store.ts';

/** What the server answered for each file of a set. */
export type ServedSet = {
  readonly heard: ReadonlyMap<string, Heard>;
  /** The addresses that belong to the set, by the catalogue as it was served. */
  readonly addresses: readonly string[];
};

/** Why a kept file is shown, and the file that was the cause: itself, or another one of its set. */
export type KeptBecause = {
  readonly reason: Refusal | 'no-answer' | 'too-slow';
  readonly address: string;
};

/** The set that a visit is shown, of one version throughout. */
export type ShownSet =
  | { readonly kind: 'served' }
  | {
      readonly kind: 'kept';
      readonly files: ReadonlyMap<string, PlanFile>;
      readonly because: KeptBecause;
    };

/** Whether every file of a set is kept. */
export function isWhole({ files, addresses }: KeptSet): boolean {
  return addresses.every((address) => files.has(address));
}

/** Whether every file of a set was served as it should be. */
export function isGood({ heard, addresses }: ServedSet): boolean {
  return addresses.every((address) => heard.get(address)?.kind === 'good');
}

/**
 * Chooses between what was served and what is kept. A set that was served in full is shown; else the
 * kept one is, in full. Without a whole kept set, the one that holds more is: served files are then
 * shown each for itself, and the app says which are bad. Never files of both.
 */
export function chooseSet(kept: KeptSet | undefined, served: ServedSet): ShownSet {
  const because = firstBad(served);
  if (because === undefined || kept === undefined) return { kind: 'served' };
  return isWhole(kept) || !holdsAllOf(served, kept)
    ? { kind: 'kept', files: kept.files, because }
    : { kind: 'served' };
}

/** Whether what was served takes the place of what is kept: wholly, or as the best there is so far. */
export function replaces(served: ServedSet, kept: KeptSet | undefined): boolean {
  if (isGood(served)) return true;
  const hasSome = [...served.heard.values()].some(({ kind }) => kind === 'good');
  return hasSome && (kept === undefined || (!isWhole(kept) && holdsAllOf(served, kept)));
}

function holdsAllOf({ heard }: ServedSet, kept: KeptSet): boolean {
  return [...kept.files.keys()].every((address) => heard.get(address)?.kind === 'good');
}

function firstBad({ heard, addresses }: ServedSet): KeptBecause | undefined {
  for (const address of addresses) {
    const one = heard.get(address);
    if (one?.kind === 'bad') return { reason: one.reason, address };
  }
  return undefined;
}
