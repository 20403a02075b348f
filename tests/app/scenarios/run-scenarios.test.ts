import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import { runScenarios } from '../../../src/app/scenarios/run-scenarios.ts';
import { createModel } from '../../../src/app/state/model.ts';
import type { AuditClient } from '../../../src/app/workers/audit-client.ts';
import type { FootprintClient } from '../../../src/app/workers/footprint-client.ts';
import type { Footprint, ScenarioQuestion, Site } from '../../../src/domain/scenarios/scenario.ts';
import { uncountedNaturalM } from '../../../src/domain/scenarios/scenario.ts';
import { PLAIN_RULE } from '../../domain/build.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

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
const SITE = { purpose: 'build', shape: SQUARE, widthM: 0, bufferM: 0 } as const;

test('a site without ground is left out and named; the others have their figures', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const asked: ScenarioQuestion[] = [];
  const client = {
    tryScenario: async (question: ScenarioQuestion) => {
      asked.push(question);
      return { sites: [], lostM: 1, restoredM: 0 };
    },
    knowProjects: async () => undefined,
    inquire: async () => undefined,
  };
  const grounds = {
    make: async ({ id, name, purpose }: Site): Promise<Footprint> => {
      if (name === 'crossed') throw new RangeError('crosses itself');
      if (name === 'wild') throw new DOMException('took longer', 'TimeoutError');
      return { site: id, purpose, area: SQUARE, core: SQUARE };
    },
  };
  const model = createModel({ panel: 'scenarios' }, { language: 'en', theme: 'light' });
  model.audit.showRule(PLAIN_RULE);
  model.scenarios.start('One');
  for (const name of ['crossed', 'sound', 'wild']) model.scenarios.addSite({ ...SITE, name });
  // What keeps scenarios calls of both clients, and no more.
  runScenarios(model, {
    client: client as unknown as AuditClient,
    grounds: grounds as unknown as FootprintClient,
    measured: signal(1),
  });
  const id = model.scenarios.current.value?.id ?? '';
  await expect.poll(() => model.scenarios.states.value.get(id)?.kind).toBe('ready');
  const state = model.scenarios.states.value.get(id);
  expect(state?.kind === 'ready' ? [...state.failures] : []).toEqual([
    ['site-1', 'shape'],
    ['site-3', 'slow'],
  ]);
  expect(asked.at(-1)?.footprints.map(({ site }) => site)).toEqual(['site-2']);
});

test('natural coast that no ratio counts is told apart from what is lost', () => {
  expect(uncountedNaturalM([{ takenM: 1000, lostM: 200 }])).toBe(800);
  expect(uncountedNaturalM([{ takenM: 0, lostM: 200 }])).toBe(0);
});
