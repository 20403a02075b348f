import { expect, test } from 'vitest';
import { openWorkFiles } from '../../../src/app/own-data/work-files.ts';
import { createModel } from '../../../src/app/state/model.ts';
import { writeWorkspace } from '../../../src/data/views/workspace-file.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';

const ENTRY = {
  segmentIds: ['quay'],
  class: 'bedrock',
  reason: 'seen on site',
  date: '2026-12-01T08:00:00.000Z',
} as const;

test('a work file among dropped files is opened, and the others are read as data', async () => {
  const model = createModel({}, { language: 'en', theme: 'light' });
  const work = writeWorkspace({ ...EMPTY_WORKSPACE, log: [ENTRY] }, ENTRY.date);
  const given = [
    { name: 'coastplan-work.json', blob: new Blob([work]) },
    { name: 'coast.json', blob: new Blob(['{"type":"FeatureCollection","features":[]}']) },
    { name: 'coastplan-work.shp', blob: new Blob([work]) },
  ];
  const others = await openWorkFiles(model, given);
  expect(others.map(({ name }) => name)).toEqual(['coast.json', 'coastplan-work.shp']);
  expect(model.workspace.log.value).toEqual([ENTRY]);
});
