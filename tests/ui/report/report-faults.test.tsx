// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { CoverageFault } from '../../../src/domain/audit/audit.ts';
import { metres } from '../../../src/domain/units.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { ReportFaults } from '../../../src/ui/report/report-faults.tsx';

afterEach(() => {
  render(null, document.body);
});

const fault = (number: number): CoverageFault => ({
  ...{
    kind: 'duplicate',
    segmentIds: [`s-${number}`],
    lengthM: metres(number),
    zoneIds: [],
    line: [],
  },
});

async function printed(faults: readonly CoverageFault[]): Promise<readonly string[]> {
  await loadDeferredTexts('en');
  const words = await loadTexts('en');
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ReportFaults faults={faults} />
      </I18nProvider>,
      document.body,
    ),
  );
  return [...document.querySelectorAll('li, p')].map(({ textContent }) => textContent ?? '');
}

test('faults that fill a page are printed in their order', async () => {
  const lines = await printed(Array.from({ length: 40 }, (_, index) => fault(index + 1)));
  expect(lines).toHaveLength(40);
  expect(lines[0]).toContain('s-1,');
});

test('of more, the longest are printed, and how many others there are', async () => {
  const lines = await printed(Array.from({ length: 170 }, (_, index) => fault(index + 1)));
  expect(lines).toHaveLength(41);
  expect(lines[0]).toContain('s-170,');
  expect(lines[39]).toContain('s-131,');
  expect(lines[40]).toContain('130 more');
});
