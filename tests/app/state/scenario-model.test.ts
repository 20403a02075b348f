import { describe, expect, test } from 'vitest';
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
  model.scenarios.start('One');
  return model;
}

describe('scenarios', () => {
  test('are started, duplicated, renamed and removed, and every step can be undone', () => {
    const model = modelWithScenario();
    model.scenarios.addSite(SITE);
    const [first] = model.workspace.scenarios.value;
    if (first === undefined) throw new Error('no scenario');
    model.scenarios.duplicate(first.id, 'Two');
    expect(model.scenarios.current.value).toMatchObject({
      name: 'Two',
      sites: [{ name: 'Berth' }],
    });
    expect(new Set(model.workspace.scenarios.value.map(({ id }) => id)).size).toBe(2);
    model.scenarios.rename(first.id, 'Uno');
    model.scenarios.remove(first.id);
    expect(model.workspace.scenarios.value.map(({ name }) => name)).toEqual(['Two']);
    model.workspace.undo();
    model.workspace.undo();
    expect(model.workspace.scenarios.value.map(({ name }) => name)).toEqual(['One', 'Two']);
  });

  test('take a year for a site and leave it out again, each one step of undo', () => {
    const model = modelWithScenario();
    const id = model.scenarios.addSite(SITE) ?? '';
    const year = () => model.workspace.scenarios.value[0]?.sites[0]?.year;
    model.scenarios.changeSite(id, { year: 2027 });
    expect(year()).toBe(2027);
    model.scenarios.changeSite(id, { year: undefined });
    expect(year()).toBeUndefined();
    model.workspace.undo();
    expect(year()).toBe(2027);
    model.workspace.undo();
    expect(year()).toBeUndefined();
  });

  test('share one history with the change log', () => {
    const model = modelWithScenario();
    model.workspace.reclassify({
      segmentIds: ['a'],
      class: 'sandy',
      reason: 'seen',
      date: '2026-11-25',
    });
    model.scenarios.addSite(SITE);
    model.workspace.undo();
    expect(model.workspace.log.value).toHaveLength(1);
    expect(model.scenarios.current.value?.sites).toEqual([]);
    model.workspace.undo();
    expect(model.workspace.log.value).toEqual([]);
    expect(model.workspace.scenarios.value).toHaveLength(1);
  });

  test('that are locked take no site, no change and no drawing, but a copy does', () => {
    const model = modelWithScenario();
    const id = model.scenarios.current.value?.id ?? '';
    const site = model.scenarios.addSite(SITE) ?? '';
    model.scenarios.lock(id, true);
    expect(model.scenarios.addSite(SITE)).toBeUndefined();
    model.scenarios.changeSite(site, { bufferM: 10 });
    model.scenarios.removeSite(site);
    model.scenarios.draw({ kind: 'new', shape: 'polygon', purpose: 'build' });
    expect(model.scenarios.drawing.value).toBeUndefined();
    expect(model.scenarios.current.value?.sites).toEqual([{ ...SITE, id: site }]);
    model.scenarios.duplicate(id, 'Copy');
    expect(model.scenarios.addSite(SITE)).toBeDefined();
  });

  test('give a new site an id that no other has, also after one was removed', () => {
    const model = modelWithScenario();
    const ids = [model.scenarios.addSite(SITE), model.scenarios.addSite(SITE)];
    model.scenarios.removeSite(ids[0] ?? '');
    ids.push(model.scenarios.addSite(SITE));
    expect(new Set(ids).size).toBe(3);
  });
});

test('ids of a file with more digits than a number tells apart lead to no id twice', () => {
  const model = modelWithScenario();
  const [scenario] = model.workspace.scenarios.value;
  if (scenario === undefined) throw new Error('no scenario');
  const digits = (count: number) => ({ ...SITE, id: `site-${'9'.repeat(count)}` });
  const sites = [digits(16), digits(400)];
  model.workspace.restore({ ...EMPTY_WORKSPACE, scenarios: [{ ...scenario, sites }] });
  const added = [model.scenarios.addSite(SITE), model.scenarios.addSite(SITE)];
  const taken = [...sites.map(({ id }) => id), ...added];
  expect(new Set(taken).size).toBe(4);
});

describe('a shape in hand', () => {
  test('is tried before it is a site, and leaves no trace in the history', () => {
    const model = modelWithScenario();
    model.scenarios.draw({ kind: 'new', shape: 'line', purpose: 'restore' });
    model.scenarios.setDraft({ siteId: undefined, shape: LINE });
    expect(model.scenarios.tried.value?.sites).toMatchObject([
      { id: DRAFT_ID, purpose: 'restore', shape: LINE, widthM: 40, bufferM: 50 },
    ]);
    expect(model.scenarios.current.value?.sites).toEqual([]);
    model.scenarios.draw(undefined);
    expect(model.scenarios.tried.value?.sites).toEqual([]);
  });

  test('of a site stands in its place until it is let go', () => {
    const model = modelWithScenario();
    const id = model.scenarios.addSite({ ...SITE, shape: LINE, widthM: 40 }) ?? '';
    const moved = { ...LINE, coordinates: [...LINE.coordinates, [120.03, 36]] };
    model.scenarios.draw({ kind: 'edit', siteId: id });
    model.scenarios.setDraft({ siteId: id, shape: moved });
    expect(model.scenarios.tried.value?.sites[0]?.shape).toBe(moved);
    expect(model.scenarios.current.value?.sites[0]?.shape).toBe(LINE);
    model.scenarios.changeSite(id, { shape: moved });
    expect(model.scenarios.current.value?.sites[0]?.shape).toBe(moved);
    model.workspace.undo();
    expect(model.scenarios.tried.value?.sites[0]?.shape).toBe(LINE);
  });

  test('measures on a locked scenario too', () => {
    const model = modelWithScenario();
    model.scenarios.lock(model.scenarios.current.value?.id ?? '', true);
    model.scenarios.toggleRuler();
    expect(model.scenarios.drawing.value).toEqual({ kind: 'measure', measure: 'length' });
    model.scenarios.setRulerShape(LINE);
    model.scenarios.toggleRuler();
    expect(model.scenarios.drawing.value).toBeUndefined();
    expect(model.scenarios.rulerShape.value).toBeUndefined();
  });
});

describe('a shape in hand', () => {
  const nothing = (): void => undefined;
  const corners = (set: number) => ({ set, takenBack: 0, takeBack: nothing, setAgain: nothing });

  test('is given up only when asked twice with the same corners', () => {
    const { scenarios } = createModel({}, { language: 'en', theme: 'light' });
    scenarios.start('One');
    scenarios.draw({ kind: 'new', shape: 'polygon', purpose: 'build' });
    scenarios.showCorners(corners(3));
    expect(scenarios.hasShapeInHand()).toBe(true);
    expect(scenarios.giveUp()).toBe(false);
    scenarios.showCorners(corners(4));
    expect(scenarios.giveUp()).toBe(false);
    expect(scenarios.drawing.value).toBeDefined();
    expect(scenarios.giveUp()).toBe(true);
    expect(scenarios.drawing.value).toBeUndefined();
    expect(scenarios.corners.value).toBeUndefined();
  });

  test('is none yet with a single corner, and never the ruler', () => {
    const { scenarios } = createModel({}, { language: 'en', theme: 'light' });
    scenarios.start('One');
    scenarios.draw({ kind: 'new', shape: 'polygon', purpose: 'build' });
    scenarios.showCorners(corners(1));
    expect(scenarios.giveUp()).toBe(true);
    scenarios.toggleRuler();
    scenarios.showCorners(corners(5));
    expect(scenarios.hasShapeInHand()).toBe(false);
    expect(scenarios.giveUp()).toBe(true);
  });
});
