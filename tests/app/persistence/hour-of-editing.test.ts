// Fetched only when wanted; here at once, as time stands still.
import '../../../src/app/persistence/autosave-store.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { autosave } from '../../../src/app/persistence/autosave.ts';
import { continueWork } from '../../../src/app/persistence/continue-work.ts';
import type { WorkspaceStore } from '../../../src/app/persistence/workspace-store.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { writeWorkspace } from '../../../src/data/views/workspace-file.ts';
import type { Workspace } from '../../../src/domain/views/workspace.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';
import { chanceOf } from '../../seeded-chance.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime('2026-12-01T08:00:00.000Z');
});
afterEach(() => {
  vi.useRealTimers();
});

/** A browser's storage: each step takes up to 50 ms, and one that is under way when its page is killed never was. */
function browserOf(chance: () => number) {
  const held = new Map<string, string>();
  let tabKey: string | undefined;
  const openPage = (isLoadedAgain: boolean) => {
    let isAlive = true;
    const step = <Value>(act: () => Value): Promise<Value> =>
      new Promise((resolve) => {
        setTimeout(() => {
          if (isAlive) resolve(act());
        }, chance() * 50);
      });
    const ownKey = isLoadedAgain ? tabKey : undefined;
    const store: WorkspaceStore = {
      isShared: false,
      hold: async () => true,
      takeOver: async () => true,
      ownKey: () => ownKey,
      setOwnKey: (key) => {
        if (isAlive) tabKey = key;
      },
      persist: async () => true,
      onLost: () => () => undefined,
      keys: () => step(() => [...held.keys()]),
      read: (key) => step(() => held.get(key)),
      write: (key, text) => step(() => void held.set(key, text)),
      remove: (key) => step(() => void held.delete(key)),
    };
    return {
      store,
      kill: () => {
        isAlive = false;
      },
    };
  };
  return { openPage };
}

/** The work in a form that tells what it holds: its members by name, in whatever order they were written. */
function contentOf(work: Workspace): string {
  return JSON.stringify(work, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value,
  );
}

const bytesOf = (work: Workspace): string => writeWorkspace(work, '2026-12-01T00:00:00.000Z');

/** One edit by chance, of every kind that the history knows. */
function edit({ workspace }: Model, chance: () => number, number: number): void {
  const any = <Member>(members: readonly Member[]): Member | undefined =>
    members[Math.floor(chance() * members.length)];
  const at = 120 + chance();
  const dice = chance();
  const scenario = any(workspace.scenarios.peek());
  const dataset = any(workspace.datasets.peek());
  const isLong = workspace.log.peek().length > 20 || workspace.scenarios.peek().length > 20;
  if (isLong) workspace.change({ log: [], scenarios: workspace.scenarios.peek().slice(-5) });
  else if (dice < 0.25)
    workspace.reclassify({
      segmentIds: [`stretch-${number}`],
      class: 'bedrock',
      reason: `judged ${number}`,
      date: new Date().toISOString(),
    });
  else if (dice < 0.3) workspace.dropReclassification(0);
  else if (dice < 0.45)
    workspace.changeScenarios([
      ...workspace.scenarios.peek(),
      { id: `s${number}`, name: `Scenario ${number}`, isLocked: false, sites: [] },
    ]);
  else if (dice < 0.65 && scenario !== undefined)
    workspace.changeScenarios(
      workspace.scenarios.peek().map((other) =>
        other === scenario
          ? {
              ...scenario,
              name: `Renamed ${number}`,
              sites: [
                {
                  ...{ id: `site-${number}`, name: 'A berth', purpose: 'build' as const },
                  ...{ shape: { type: 'Point' as const, coordinates: [at, 36] } },
                  ...{ widthM: 100, bufferM: 0 },
                },
              ],
            }
          : other,
      ),
    );
  else if (dice < 0.7)
    workspace.changeDatasets([
      ...workspace.datasets.peek().slice(-3),
      ownDataset({
        id: `own-${number}`,
        text: `{"type":"FeatureCollection","features":[],"edit":${number}}`,
        sha256: String(number).padStart(64, '0'),
      }),
    ]);
  else if (dice < 0.75 && dataset !== undefined)
    workspace.changeDatasets(workspace.datasets.peek().filter((other) => other !== dataset));
  else if (dice < 0.9) workspace.undo();
  else workspace.redo();
}

/** The states of the work, each with the time from which it stood. */
type Stood = { readonly since: number; readonly work: Workspace };

/** The states that stood within the last second before a time. */
function lately(states: readonly Stood[], now: number): readonly string[] {
  return states
    .filter((_, index) => (states[index + 1]?.since ?? Number.POSITIVE_INFINITY) > now - 1000)
    .map(({ work }) => contentOf(work));
}

test.each([20_261_201, 20_261_202, 20_261_203])(
  'an hour of editing whose page is killed again and again never misses more than a second (seed %i)',
  async (seed) => {
    const chance = chanceOf(seed);
    const browser = browserOf(chance);
    const hour = Date.now() + 3_600_000;
    let expected: readonly string[] | undefined;
    let [edits, kills] = [0, 0];
    while (Date.now() < hour) {
      const isLoadedAgain = chance() < 0.5;
      const page = browser.openPage(isLoadedAgain);
      const model = createModel({}, { language: 'en', theme: 'light' });
      const stop = autosave(model, page.store);
      await vi.advanceTimersByTimeAsync(5000);
      const offered = model.workspace.recovered.peek();
      if (offered !== undefined) continueWork(model, offered);
      await vi.advanceTimersByTimeAsync(2000);
      expect(model.workspace.recovered.peek()).toBeUndefined();
      const current = (): Workspace => model.workspace.current.peek();
      const floor = bytesOf(current());
      if (expected !== undefined) expect(expected).toContain(contentOf(current()));

      const states: Stood[] = [{ since: Date.now(), work: current() }];
      const life = Date.now() + 5000 + chance() * 115_000;
      while (Date.now() < life) {
        // A hand that rests, one that works, and a slider that is dragged without a pause.
        const pace = chance();
        const pause = pace < 0.1 ? 8000 : pace < 0.6 ? 1500 : 60;
        for (let run = pace < 0.6 ? 1 : 40; run > 0 && Date.now() < life; run -= 1) {
          edits += 1;
          edit(model, chance, edits);
          states.push({
            since: Date.now(),
            work: current(),
          });
          await vi.advanceTimersByTimeAsync(chance() * pause);
        }
      }
      if (chance() < 0.3) {
        while (model.workspace.canUndo.peek()) model.workspace.undo();
        // Beyond the longest history, the floor is out of reach.
        if (states.length < 500) expect(bytesOf(current())).toBe(floor);
        states.push({ since: Date.now(), work: current() });
        await vi.advanceTimersByTimeAsync(chance() * 1000);
      }
      expected = lately(states, Date.now());
      kills += 1;
      page.kill();
      stop();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(kills).toBeGreaterThan(30);
    expect(edits).toBeGreaterThan(1000);
  },
  60_000,
);
