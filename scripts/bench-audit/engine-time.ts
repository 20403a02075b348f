/** `tsx engine-time.ts COASTLINE ZONES RUNS`: milliseconds of reading and of the audit, medians, as JSON. */
import { readFileSync } from 'node:fs';
import { parseAuditRule } from '../../src/data/audit/audit-rule.ts';
import { readDataset } from '../../src/data/loading/read-dataset.ts';
import { answerAudit } from '../../src/domain/audit/audit-question.ts';
import { measureCoast } from '../../src/domain/coast/measured-coast.ts';
import { unionArea } from '../../src/domain/geometry/polygon-union.ts';
import { timeRuns } from './timing.ts';

const [coastFile = '', zonesFile = '', runs = '5'] = process.argv.slice(2);
const ruleFile = new URL('../../geodata/audit.json', import.meta.url);
const rule = await parseAuditRule(readFileSync(ruleFile, 'utf8'), 'audit.json');
if (!rule.ok) throw new Error(rule.error.message.en);
const start = performance.now();
const coast = await readDataset(readFileSync(coastFile, 'utf8'), {
  ...{ file: coastFile, dataset: 'coastline', role: 'coastline' },
});
const areas = await readDataset(readFileSync(zonesFile, 'utf8'), {
  ...{ file: zonesFile, dataset: 'zones', role: 'zones' },
});
const readMs = performance.now() - start;
if (!coast.ok || !areas.ok) throw new Error('the files could not be read');
const [segments, zones] = [coast.value.content, areas.value.content];
if (segments.role !== 'coastline' || zones.role !== 'zones')
  throw new Error('the files were mixed up');
const { middle } = timeRuns(Number(runs), () => {
  const measured = measureCoast({
    ...{ segments: segments.segments, zones: zones.zones, unionArea },
    tolerancesM: rule.value.sensitivity.generaliseM,
  });
  answerAudit(measured, segments.segments, { rule: rule.value, choices: {}, log: [] });
});
console.log(JSON.stringify({ readMs, auditMs: middle.clockMs }));
