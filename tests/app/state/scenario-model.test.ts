import { describe, expect, test } from 'vitest';
import { latestOnly } from '../../../src/app/scenarios/run-scenarios.ts';
import { DRAFT_ID } from '../../../src/app/state/draft-site.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';

const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [120, 36],
      [120.01, 36],
      [120.01, 36.01],
      [120, 36],
    ],
  ],
};
const SITE = { name: 'Berth', purpose: 'build', shape: SQUARE, widthM: 0, bufferM: 0 } as const;
const LINE = {
  type: 'LineString' as const,
  coordinates: [
    [120, 36],
    [120.02, 36],
  ],
};

function modelWithScenario(): Model {
  const model = createModel({}, { language: 'en', theme: 'light' });
  model.startScenario('One');
  return model;
}

describe('scenarios', () => {
  test('are started, duplicated, renamed and removed, and every step can be undone', () => {
    const model = modelWithScenario();
    model.addSite(SITE);
    const [first] = model.scenarios.value;
    if (first === undefined) throw new Error('no scenario');
    model.duplicateScenario(first.id, 'Two');
    expect(model.openScenarioOf.value).toMatchObject({ name: 'Two', sites: [{ name: 'Berth' }] });
    expect(new Set(model.scenarios.value.map(({ id }) => id)).size).toBe(2);
    model.renameScenario(first.id, 'Uno');
    model.removeScenario(first.id);
    expect(model.scenarios.value.map(({ name }) => name)).toEqual(['Two']);
    model.undo();
    model.undo();
    expect(model.scenarios.value.map(({ name }) => name)).toEqual(['One', 'Two']);
  });

  test('share one history with the change log', () => {
    const model = modelWithScenario();
    model.reclassify({ segmentIds: ['a'], class: 'sandy', reason: 'seen', date: '2026-11-25' });
    model.addSite(SITE);
    model.undo();
    expect(model.log.value).toHaveLength(1);
    expect(model.openScenarioOf.value?.sites).toEqual([]);
    model.undo();
    expect(model.log.value).toEqual([]);
    expect(model.scenarios.value).toHaveLength(1);
  });

  test('that are locked take no site, no change and no drawing, but a copy does', () => {
    const model = modelWithScenario();
    const id = model.openScenarioOf.value?.id ?? '';
    const site = model.addSite(SITE) ?? '';
    model.lockScenario(id, true);
    expect(model.addSite(SITE)).toBeUndefined();
    model.changeSite(site, { bufferM: 10 });
    model.removeSite(site);
    model.drawSite({ kind: 'new', shape: 'polygon', purpose: 'build' });
    expect(model.drawing.value).toBeUndefined();
    expect(model.openScenarioOf.value?.sites).toEqual([{ ...SITE, id: site }]);
    model.duplicateScenario(id, 'Copy');
    expect(model.addSite(SITE)).toBeDefined();
  });

  test('give a new site an id that no other has, also after one was removed', () => {
    const model = modelWithScenario();
    const ids = [model.addSite(SITE), model.addSite(SITE)];
    model.removeSite(ids[0] ?? '');
    ids.push(model.addSite(SITE));
    expect(new Set(ids).size).toBe(3);
  });
});

test('ids of a file with more digits than a number tells apart lead to no id twice', () => {
  const model = modelWithScenario();
  const [scenario] = model.scenarios.value;
  if (scenario === undefined) throw new Error('no scenario');
  const digits = (count: number) => ({ ...SITE, id: `site-${'9'.repeat(count)}` });
  const sites = [digits(16), digits(400)];
  model.restoreWork({ ...EMPTY_WORKSPACE, scenarios: [{ ...scenario, sites }] });
  const added = [model.addSite(SITE), model.addSite(SITE)];
  const taken = [...sites.map(({ id }) => id), ...added];
  expect(new Set(taken).size).toBe(4);
});

describe('a shape in hand', () => {
  test('is tried before it is a site, and leaves no trace in the history', () => {
    const model = modelWithScenario();
    model.drawSite({ kind: 'new', shape: 'line', purpose: 'restore' });
    model.setDraft({ siteId: undefined, shape: LINE });
    expect(model.triedScenario.value?.sites).toMatchObject([
      { id: DRAFT_ID, purpose: 'restore', shape: LINE, widthM: 40, bufferM: 50 },
    ]);
    expect(model.openScenarioOf.value?.sites).toEqual([]);
    model.drawSite(undefined);
    expect(model.triedScenario.value?.sites).toEqual([]);
  });

  test('of a site stands in its place until it is let go', () => {
    const model = modelWithScenario();
    const id = model.addSite({ ...SITE, shape: LINE, widthM: 40 }) ?? '';
    const moved = { ...LINE, coordinates: [...LINE.coordinates, [120.03, 36]] };
    model.drawSite({ kind: 'edit', siteId: id });
    model.setDraft({ siteId: id, shape: moved });
    expect(model.triedScenario.value?.sites[0]?.shape).toBe(moved);
    expect(model.openScenarioOf.value?.sites[0]?.shape).toBe(LINE);
    model.changeSite(id, { shape: moved });
    expect(model.openScenarioOf.value?.sites[0]?.shape).toBe(moved);
    model.undo();
    expect(model.triedScenario.value?.sites[0]?.shape).toBe(LINE);
  });

  test('measures on a locked scenario too', () => {
    const model = modelWithScenario();
    model.lockScenario(model.openScenarioOf.value?.id ?? '', true);
    model.toggleRuler();
    expect(model.drawing.value).toEqual({ kind: 'measure', measure: 'length' });
    model.setRulerShape(LINE);
    model.toggleRuler();
    expect(model.drawing.value).toBeUndefined();
    expect(model.rulerShape.value).toBeUndefined();
  });
});

test('of what was asked while work goes on, only the newest is done', async () => {
  const done: number[] = [];
  const release: (() => void)[] = [];
  const ask = latestOnly(async (input: number) => {
    await new Promise<void>((resolve) => release.push(resolve));
    done.push(input);
  });
  for (const input of [1, 2, 3]) ask(input);
  expect(release).toHaveLength(1);
  release[0]?.();
  await expect.poll(() => release.length).toBe(2);
  release[1]?.();
  await expect.poll(() => done).toEqual([1, 3]);
});
