import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { importDataset } from '../../src/data/import/import-dataset.ts';
import { datasetReport } from '../../src/data/import/import-report.ts';
import { readFiles } from '../../src/data/import/read-files.ts';
import { readProject } from '../../src/data/project-file/read-project.ts';
import { writeProject } from '../../src/data/project-file/write-project.ts';
import { nodeSha256, projectOf } from '../data/project-file/project-of.ts';
import { ownDataset } from '../domain/own-data/own-dataset-of.ts';
import { fileChanges } from './mutate-file.ts';
import { fuzzRuns, PATIENCE, SLOWEST_CASE } from './runs.ts';

const FRAME = [119.5, 35.53, 120.36, 36.18] as const;
const FOLDER = new URL('../fixtures/import/', import.meta.url);
/** Every sample of every format that is read. */
const SAMPLES: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(FOLDER)
    .filter((name) => /^\d/.test(name) && !name.endsWith('.py'))
    .map((name) => [name, new Uint8Array(readFileSync(new URL(name, FOLDER)))]),
);

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test(
  'whatever befalls a file, it is read or refused: read = kept + set aside, and figures are numbers or null',
  async () => {
    expect(SAMPLES.size).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SAMPLES.keys()), fileChanges, async (name, change) => {
        const started = performance.now();
        const { datasets, refused } = await readFiles([
          { name, bytes: change(SAMPLES.get(name) ?? new Uint8Array()) },
        ]);
        for (const { code, message, cure } of refused)
          for (const text of [code, message.zh, message.en, cure.zh, cure.en])
            expect(text).not.toBe('');
        for (const raw of datasets) {
          const report = datasetReport(importDataset(raw, FRAME, { acceptsProposals: true }));
          expect(report.read).toBe(report.kept + report.setAside);
          for (const figure of [
            report.lengthM,
            report.areaM2,
            ...Object.values(report.byClass ?? {}),
            ...(report.bounds ?? []),
          ])
            expect(figure === null || Number.isFinite(figure)).toBe(true);
          for (const { message, cure } of report.issues)
            for (const text of [message.zh, message.en, cure.zh, cure.en])
              expect(text).not.toBe('');
          JSON.stringify(report);
        }
        expect(performance.now() - started).toBeLessThan(SLOWEST_CASE);
      }),
      fuzzRuns(0.5),
    );
  },
  PATIENCE,
);

test(
  'whatever befalls a project, it is refused, or opens as what was saved',
  async () => {
    const given = projectOf({ work: { datasets: [ownDataset()] } });
    const whole = writeProject(given, nodeSha256);
    const intact = await readProject(whole, 'a.zip', nodeSha256);
    if (!intact.ok) throw new Error(intact.error.message.en);
    await fc.assert(
      fc.asyncProperty(fileChanges, async (change) => {
        const started = performance.now();
        const read = await readProject(change(whole), 'a.zip', nodeSha256);
        // The list itself has no hash: what it says of app and title may change, the entries not.
        if (read.ok) expect(read.value).toEqual(intact.value);
        else
          for (const text of [read.error.message, read.error.cure].flatMap(({ zh, en }) => [
            zh,
            en,
          ]))
            expect(text).not.toBe('');
        expect(performance.now() - started).toBeLessThan(SLOWEST_CASE);
      }),
      fuzzRuns(0.5),
    );
  },
  PATIENCE,
);
