import { expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { COASTLINE_CLASSES } from '../../../src/domain/coastline.ts';
import { runCommand } from '../run-command.ts';

/** The contract's keys; those beyond it are in docs/commands.md. */
const CONTRACT = {
  report: ['target', 'realm', 'overall', 'zones', 'coverage'],
  zone: ['id', 'name_zh', 'name_en'],
  summary: [
    ...['totalM', 'naturalM', 'restoredM', 'byClass', 'ratio', 'ratioNative', 'headroomM'],
    ...['verdict', 'band', 'areaM2', 'turf', 'uncertainty'],
  ],
  band: ['low', 'high'],
  turf: ['totalM', 'naturalM', 'restoredM', 'ratio', 'areaM2'],
  uncertainty: ['measurement', 'classification', 'rule'],
};
const OURS = {
  report: [
    ...['provisional', 'provisionalReasons', 'surveyed', 'notice', 'rule', 'method', 'data'],
    ...['gradeDifferences', 'settings', 'assumed', 'changes', 'statements', 'uncertainty'],
  ],
  zone: ['grade', 'evidence', 'hasOwnTarget'],
  summary: ['byUse', 'unclassifiedM', 'target', 'bandParts'],
  uncertainty: ['verdict', 'outerBound'],
};

test('the JSON of an audit has the keys of the contract and the documented ones, no others', async () => {
  const { out } = await runCommand(auditCommand, ['--format', 'json']);
  const report = JSON.parse(out);
  const keys = (value: object): readonly string[] => Object.keys(value).toSorted();
  expect(keys(report)).toEqual([...CONTRACT.report, ...OURS.report].toSorted());
  const summary = [...CONTRACT.summary, ...OURS.summary];
  expect(keys(report.overall)).toEqual(summary.toSorted());
  expect(report.zones.length).toBeGreaterThan(0);
  for (const zone of report.zones)
    expect(keys(zone)).toEqual([...summary, ...CONTRACT.zone, ...OURS.zone].toSorted());
  for (const part of [report.overall, ...report.zones]) {
    expect(keys(part.band)).toEqual(CONTRACT.band.toSorted());
    expect(keys(part.turf)).toEqual(CONTRACT.turf.toSorted());
    expect(keys(part.uncertainty)).toEqual(
      [...CONTRACT.uncertainty, ...OURS.uncertainty].toSorted(),
    );
    expect(keys(part.byClass)).toEqual(COASTLINE_CLASSES.toSorted());
  }
});
