import type { Heard, PlanFile } from './ask-server.ts';
import type { Refusal } from './judge-answer.ts';
import type { KeptSet } from './plan-store.ts';

/** The server's answers for each file of a set. */
export type ServedSet = {
  readonly heard: ReadonlyMap<string, Heard>;
  /** The addresses of the set, by the catalogue as served. */
  readonly addresses: readonly string[];
};

/** Why a kept file is shown, and the file that caused it: itself, or another one of its set. */
export type KeptBecause = {
  readonly reason: Refusal | 'no-answer' | 'too-slow';
  readonly address: string;
};

/** The set that a visit shows, in one version throughout. */
export type ShownSet =
  | { readonly kind: 'served' }
  | {
      readonly kind: 'kept';
      readonly files: ReadonlyMap<string, PlanFile>;
      readonly because: KeptBecause;
    };

/** Returns true when every file of a set is kept. */
export function isWhole({ files, addresses }: KeptSet): boolean {
  return addresses.every((address) => files.has(address));
}

/** True when every file of a set was served correctly. */
function isGood({ heard, addresses }: ServedSet): boolean {
  return addresses.every((address) => heard.get(address)?.kind === 'good');
}

/**
 * Chooses between the served and the kept set. A completely served set is shown; otherwise a completely
 * kept one. Without a complete kept set, the set with more files is shown: served files are then shown
 * individually, and the app reports the bad ones. Files of both sets are never mixed.
 */
export function chooseSet(kept: KeptSet | undefined, served: ServedSet): ShownSet {
  const because = firstBad(served);
  if (because === undefined || kept === undefined) return { kind: 'served' };
  return isWhole(kept) || !holdsAllOf(served, kept)
    ? { kind: 'kept', files: kept.files, because }
    : { kind: 'served' };
}

/** Returns true when the served set replaces the kept one: because it is complete, or the best so far. */
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
