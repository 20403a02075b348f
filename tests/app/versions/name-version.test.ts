import { expect, test } from 'vitest';
import { takeProject } from '../../../src/app/persistence/project-files.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { nameVersion } from '../../../src/app/versions/name-version.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';

const entry = (id: string): Reclassification => ({
  ...{ segmentIds: [id], class: 'bedrock', reason: 'seen' },
  date: '2026-12-01T08:00:00.000Z',
});

function modelOf(): Model {
  const model = createModel({}, { language: 'en', theme: 'light' });
  // A coast that cannot be measured: a version is kept all the same.
  model.audit.showState({ kind: 'failed', reason: 'no coast' });
  return model;
}

const engines = (): never => {
  throw new Error('nothing is asked without a coast');
};

test('a version holds the state of its naming, and no undo takes it away', async () => {
  const model = modelOf();
  model.workspace.reclassify(entry('a'));
  const naming = nameVersion({ model, engines }, 'A');
  // What comes while the coast is counted is no part of it.
  model.workspace.reclassify(entry('b'));
  const version = await naming;
  expect(version).toMatchObject({ id: 'version-1', name: 'A', work: { log: [entry('a')] } });
  expect(version.figures).toBeUndefined();
  model.workspace.undo();
  model.workspace.undo();
  expect(model.workspace.log.value).toEqual([]);
  expect(model.workspace.current.value.versions).toEqual([version]);
  expect((await nameVersion({ model, engines }, 'B')).id).toBe('version-2');

  // Opening it is one step, which leaves the versions as they are.
  model.workspace.change(version.work);
  expect(model.workspace.log.value).toEqual([entry('a')]);
  expect(model.workspace.current.value.versions).toHaveLength(2);
  model.workspace.undo();
  expect(model.workspace.log.value).toEqual([]);
});

test('a project takes the place of the work in one step, with its settings and its own log', () => {
  const model = modelOf();
  model.workspace.reclassify(entry('mine'));
  const done = {
    at: '2026-12-01T08:00:00.000Z',
    what: 'scenario-added',
    from: '',
    to: 'S',
  } as const;
  model.workspace.noteActivity([{ ...done, to: 'of this visit' }]);
  const work = { ...EMPTY_WORKSPACE, log: [entry('theirs')] };
  takeProject(model, { work, activity: [done], choices: { target: 0.4 } }, 'a.coastplan.zip');
  expect(model.workspace.log.value).toEqual([entry('theirs')]);
  expect(model.audit.choices.value).toEqual({ target: 0.4 });
  expect(model.workspace.activity.value).toMatchObject([
    done,
    { what: 'work-opened', to: 'a.coastplan.zip' },
  ]);
  // Work that no file had is set aside for the next visit, and one step of undo brings it back.
  expect(model.workspace.replaced.value?.log).toEqual([entry('mine')]);
  model.workspace.undo();
  expect(model.workspace.log.value).toEqual([entry('mine')]);
});
