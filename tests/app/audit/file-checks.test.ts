import { expect, test, vi } from 'vitest';
import { createFileChecks } from '../../../src/app/audit/file-checks.ts';
import { createModel } from '../../../src/app/state/model.ts';
import type { Issue } from '../../../src/domain/issue.ts';
import { equatorSegment } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, readyWith } from '../plan.ts';

const issueOf = (code: string): Issue => ({
  ...{ code, kind: 'positional-accuracy', severity: 'warning', dataset: 'coast', path: [] },
  message: { zh: code, en: code },
});

/** Checks a plan with a coast and land, of which the readers found some issues. */
async function checked(found: readonly Issue[]) {
  const model = createModel({}, { language: 'en', theme: 'light' });
  const layers = [catalogueLayer('coast', 'coastline'), catalogueLayer('land', 'base')];
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  const segments = [equatorSegment('s', 'sandy', [0, 1])];
  model.plan.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments, isSurveyed: false })],
    ['land', readyWith({ role: 'base', features: [] })],
  ]);
  model.audit.addSource('coast', { file: 'coast.geojson', text: '{}' });
  const compareDatum = vi.fn(async () => [issueOf('gcj02-suspected')]);
  const checks = createFileChecks(model, {
    checkFiles: async () => [{ issues: found, reasons: [] }],
    compareDatum,
  });
  await checks.ofAudit();
  await vi.waitFor(() => expect(model.checks.issues.value.size).toBe(1));
  return { model, compareDatum };
}

test('a coast is compared with the other layers of the plan, and a suspected datum is told beside the figures', async () => {
  const { model, compareDatum } = await checked([]);
  expect(compareDatum.mock.calls).toMatchObject([
    [{ dataset: 'coast', segments: [{ id: 's' }], others: [{ isCoast: false }] }],
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
