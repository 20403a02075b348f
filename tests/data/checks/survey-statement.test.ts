import { expect, test } from 'vitest';
import { checkText } from '../../../src/data/checks/check-text.ts';

const findings = (surveyed: string, role: 'coastline' | 'zones' = 'coastline') => {
  const text = `{ "type": "FeatureCollection",\n  "surveyed": ${surveyed}, "features": [] }`;
  return checkText({ text, value: JSON.parse(text), dataset: 'coast', role }).filter(
    ({ code }) => code === 'surveyed-not-boolean',
  );
};

test.each(['"true"', '1', '"yes"', '[true]'])('surveyed: %s is told with its place', (surveyed) => {
  const [finding] = findings(surveyed);
  expect(finding?.message.en).toContain(`surveyed is ${surveyed},`);
  expect(finding?.place).toMatchObject({ line: 2 });
});

test.each(['true', 'false', 'null'])('surveyed: %s passes', (surveyed) => {
  expect(findings(surveyed)).toEqual([]);
});

test('a file of another role says nothing by it', () => {
  expect(findings('"true"', 'zones')).toEqual([]);
});
