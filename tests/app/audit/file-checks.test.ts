import { expect, test, vi } from 'vitest';
import { createFileChecks } from '../../../src/app/audit/file-checks.ts';
import { createModel } from '../../../src/app/state/model.ts';
import type { FeatureFinding } from '../../../src/data/checks/border-issues.ts';
import type { ProvisionalReason } from '../../../src/domain/audit/provisional-reason.ts';
import type { Issue } from '../../../src/domain/issue.ts';
import { boxZone, equatorSegment } from '../../domain/build.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';
import { catalogueLayer, catalogueOf, readyWith } from '../plan.ts';

const issueOf = (code: string): Issue => ({
  ...{ code, kind: 'positional-accuracy', severity: 'warning', dataset: 'coast', path: [] },
  message: { zh: code, en: code },
});

const SOUTH = boxZone('s', [0, -1, 1, 0]);

/** Checks a plan with a coast and land, of which the readers found some issues. */
async function checked(found: readonly Issue[], along: readonly FeatureFinding[] = []) {
  const model = createModel({}, { language: 'en', theme: 'light' });
  const layers = [
    catalogueLayer('coast', 'coastline'),
    catalogueLayer('zones', 'zones'),
    catalogueLayer('land', 'base'),
  ];
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  const segments = [equatorSegment('s', 'sandy', [0, 1])];
  model.plan.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments, coastStatus: { kind: 'illustration' } })],
    ['land', readyWith({ role: 'base', features: [] })],
    ['zones', readyWith({ role: 'zones', zones: [boxZone('n', [0, 0, 1, 1]), SOUTH] })],
  ]);
  model.audit.addSource('coast', { file: 'coast.geojson', text: '{}' });
  const followBorders = vi.fn(async () => along);
  const compareDatum = vi.fn(async () => [issueOf('gcj02-suspected')]);
  const checks = createFileChecks(model, {
    checkFiles: async () => [{ issues: found, reasons: [] }],
    compareDatum,
    followBorders,
  });
  await checks.ofAudit();
  await vi.waitFor(() => expect(model.checks.issues.value.size).toBe(1));
  return { model, compareDatum, followBorders };
}

test('a coast is compared with the other layers of the plan, and a suspected datum is told beside the figures', async () => {
  const { model, compareDatum } = await checked([]);
  expect(compareDatum.mock.calls).toMatchObject([
    [
      {
        dataset: 'coast',
        segments: [{ id: 's' }],
        others: [{ isCoast: false }, { isCoast: false }],
      },
    ],
  ]);
  await vi.waitFor(() =>
    expect(model.checks.suspicions.value.map(({ code }) => code)).toEqual(['gcj02-suspected']),
  );
});

test('a declared datum is stronger evidence than a comparison of shapes', async () => {
  const { model, compareDatum } = await checked([issueOf('crs-not-wgs84')]);
  expect(compareDatum).not.toHaveBeenCalled();
  expect(model.checks.suspicions.value).toEqual([]);
});

test('coast along a border of the zones is told beside the figures too', async () => {
  const message = { zh: '沿界', en: 'along' };
  const { model, followBorders } = await checked(
    [],
    [
      {
        segmentId: 's',
        finding: {
          ...{ code: 'coast-along-border', kind: 'logical-consistency', severity: 'warning' },
          ...{ path: ['geometry'], message, cure: message },
        },
      },
    ],
  );
  await vi.waitFor(() =>
    expect(model.checks.suspicions.value.map(({ code }) => code)).toContain('coast-along-border'),
  );
  expect(followBorders.mock.calls).toMatchObject([
    [{ segments: [{ id: 's' }], zones: [{ id: 'n' }, { id: 's' }] }],
  ]);
});

test('what the way of own data leaves open is told with the figures, and once', async () => {
  const { model } = await checked([]);
  const dataset = ownDataset({
    id: 'coast',
    lineage: { crs: { code: 'GCJ-02', how: 'confirmed' }, read: 5 },
  });
  model.workspace.changeDatasets([dataset, ownDataset({ id: 'gone', lineage: dataset.lineage })]);
  const checks = createFileChecks(model, {
    checkFiles: async () => [],
    compareDatum: async () => [],
    followBorders: async () => [],
  });
  const segments = [equatorSegment('s', 'sandy', [0, 1])];
  const source = { file: 'coast.geojson', text: '{}' };
  const content = { role: 'coastline', segments, coastStatus: { kind: 'illustration' } } as const;
  const state = { ...readyWith(content), source };
  if (state.kind !== 'ready') throw new Error(state.kind);
  model.plan.showDatasets([['coast', { ...state, read: 2 }]]);
  const codes = (known: readonly ProvisionalReason[]): readonly string[] =>
    checks.ofLineage({ faults: [] }, known).map(({ code }) => code);
  expect(codes([])).toEqual(['coast-shift-corrected', 'own-records-set-aside']);
  const told = { code: 'coast-shift-corrected', message: { zh: '', en: '' } };
  expect(codes([{ ...told, file: 'coast.geojson' }])).toEqual(['own-records-set-aside']);
  expect(codes([{ ...told, file: 'other.geojson' }])).toHaveLength(2);
  checks.destroy();
});
