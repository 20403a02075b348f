import { parseWorkspace, writeWorkspace } from '../../data/views/workspace-file.ts';
import type { ActivityEntry } from '../../domain/views/activity.ts';
import { type Workspace, workspaceSize } from '../../domain/views/workspace.ts';
import type { Model } from '../state/model.ts';
import type { RecoveredWork } from '../state/workspace-model.ts';
import { continueWork } from './continue-work.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** Stores the work of this visit apart from that of earlier visits, until the user restores or dismisses that. */
export type AutosaveStore = {
  /** Offers the earliest work that waits, if there is any. */
  readonly offer: () => void;
  readonly write: (work: Workspace) => Promise<void>;
  /** Keeps work that a file has replaced, and its log, to be offered on the next visit. */
  readonly setAside: (work: Workspace, activity: readonly ActivityEntry[]) => Promise<void>;
  /** The offer has been answered: deletes the offered work, and offers the next. */
  readonly settle: () => Promise<void>;
};

/** The key of the work while nothing waits for an answer. */
const MAIN = 'work';
/** The key of the work while other work waits: `work-next`, then `work-next-2` and so on. */
const NEXT = 'work-next';
/** The key of work that cannot be read: `work-unread`, then `work-unread-2` and so on. */
const UNREAD = 'work-unread';
/** What the keys of the texts of the user's data begin with; their SHA-256 follows. */
const DATA = 'data-';

/**
 * Reads the work of earlier visits. Work that can be read waits under its own key, and the earliest is
 * offered first; this visit has a key of its own, and the main key once nothing waits. Work that cannot be
 * read, because it is damaged or a newer app wrote it, is set aside and the user is told once; it is offered
 * when an app starts that can read it. A page that is loaded again goes on with its own work unasked.
 */
export async function openAutosaveStore(
  model: Pick<Model, 'workspace' | 'page' | 'views'>,
  store: WorkspaceStore,
): Promise<AutosaveStore> {
  const waiting = await readKeptWork(model, store);
  const resumed = waiting.find(({ key }) => key === store.ownKey());
  if (resumed !== undefined) {
    waiting.splice(waiting.indexOf(resumed), 1);
    continueWork(model, resumed.work);
    model.page.showMessage({ kind: 'done', key: 'workResumed' });
  }
  const isMainFree = (): boolean => waiting.length === 0 && !store.isShared;
  const beside = store.isShared ? `${NEXT}-${Math.random().toString(36).slice(2)}` : NEXT;
  let own = isMainFree()
    ? MAIN
    : (resumed?.key ?? freeKey(beside, new Set(waiting.map(({ key }) => key))));
  const offer = (): void => {
    const [first] = waiting;
    if (first !== undefined) model.workspace.offerRecovery(first.work);
  };
  const writeAs = async (
    key: string,
    work: Workspace,
    activity = model.workspace.activity.peek(),
  ): Promise<void> => {
    await writeTexts(work, store);
    const savedAt = new Date().toISOString();
    await store.write(key, writeWorkspace(work, savedAt, { withTexts: false, activity }));
  };
  const write = async (work: Workspace): Promise<void> => {
    await writeAs(own, work);
    store.setOwnKey(own);
  };
  /** Writes the work in its place before it goes from others: a crash between loses nothing. */
  const move = async (spent: readonly (string | undefined)[]): Promise<void> => {
    await write(model.workspace.current.peek());
    for (const key of spent) if (key !== undefined && key !== own) await store.remove(key);
  };
  if (resumed !== undefined && resumed.key !== own) await move([resumed.key]);
  // Another tab may be about to write what names them.
  if (!store.isShared) await removeUnusedTexts(store);
  return {
    offer,
    write,
    setAside: async (work, activity) => {
      const key = freeKey(beside, new Set([...(await store.keys()), own]));
      await writeAs(key, work, activity);
    },
    settle: async () => {
      const spent = [waiting.shift()?.key, own];
      if (isMainFree()) own = MAIN;
      try {
        await move(spent);
      } finally {
        offer();
      }
    },
  };
}

/** Work that waits for an answer, and the key that it waits under. */
type KeptWork = { readonly key: string; readonly work: RecoveredWork };

/** The work of earlier visits, the earliest first. Work that cannot be read is set aside, and the user is told. */
async function readKeptWork(
  model: Pick<Model, 'workspace' | 'page'>,
  store: WorkspaceStore,
): Promise<KeptWork[]> {
  const waiting: KeptWork[] = [];
  const held = new Set(await store.keys());
  const textOf = (sha256: string): Promise<string | undefined> => store.read(`${DATA}${sha256}`);
  for (const key of [...held]) {
    if (key.startsWith(DATA)) continue;
    const text = (await store.read(key)) ?? '';
    const work = await parseWorkspace(text, 'IndexedDB', textOf);
    if (!work.ok) {
      if (key.startsWith(UNREAD)) continue;
      const aside = freeKey(UNREAD, held);
      await store.write(aside, text);
      held.add(aside);
      await store.remove(key);
      const { message, cure } = work.error;
      const language = model.page.language.peek();
      const reason = `${message[language]} ${cure[language]}`;
      model.page.showMessage({ kind: 'failure', key: 'workUnread', values: { reason } });
      continue;
    }
    // Links to views of earlier visits may be in use, even where that work is never restored.
    model.workspace.rememberViewNumber(work.value.lastViewNumber);
    if (workspaceSize(work.value) > 0) waiting.push({ key, work: work.value });
    else if (key !== MAIN) await store.remove(key);
  }
  return waiting.sort(
    (one, other) => Date.parse(one.work.savedAt) - Date.parse(other.work.savedAt),
  );
}

/** Writes the texts of the user's data and the pictures of photos that are not there yet, each under its hash. */
export async function writeTexts(
  work: Workspace,
  store: Pick<WorkspaceStore, 'keys' | 'write'>,
): Promise<void> {
  const contents = [work, ...work.versions.map((version) => version.work)].flatMap((state) => [
    ...state.datasets,
    ...state.photos.flatMap(({ picture }) =>
      picture === undefined ? [] : [{ sha256: picture.sha256, text: picture.jpeg }],
    ),
  ]);
  if (contents.length === 0) return;
  const held = new Set(await store.keys());
  for (const { sha256, text } of contents) {
    const key = `${DATA}${sha256}`;
    if (held.has(key)) continue;
    await store.write(key, text);
    held.add(key);
  }
}

/** Removes texts that no stored work names any more; unread work keeps all of them. */
async function removeUnusedTexts(store: WorkspaceStore): Promise<void> {
  const keys = await store.keys();
  const texts = keys.filter((key) => key.startsWith(DATA));
  if (texts.length === 0) return;
  const works: string[] = [];
  for (const key of keys) if (!key.startsWith(DATA)) works.push((await store.read(key)) ?? '');
  for (const key of texts)
    if (works.every((text) => !text.includes(key.slice(DATA.length)))) await store.remove(key);
}

/** The first of `name`, `name-2`, `name-3` and so on that is not taken. */
function freeKey(name: string, taken: ReadonlySet<string>): string {
  let key = name;
  for (let number = 2; taken.has(key); number += 1) key = `${name}-${number}`;
  return key;
}
