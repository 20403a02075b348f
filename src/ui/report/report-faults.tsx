import type { JSX } from 'preact';
import type { CoverageFault } from '../../domain/audit/audit.ts';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** As many as fill a page. */
const MOST = 40;

/** The faults of the coverage in their order; where they would fill pages, the longest and how many more there are. */
export function ReportFaults({
  faults,
}: {
  readonly faults: readonly CoverageFault[];
}): JSX.Element {
  const { t, language } = useI18n();
  const listed =
    faults.length <= MOST
      ? faults
      : faults.toSorted((one, other) => other.lengthM - one.lengthM).slice(0, MOST);
  return (
    <>
      <ul>
        {listed.map((fault, index) => (
          <li key={`${fault.kind}-${index}`}>
            {t(`faultKind_${fault.kind}`)}: {fault.segmentIds.join(', ')},{' '}
            {formatLength(fault.lengthM, language, 2)}
          </li>
        ))}
      </ul>
      {faults.length > MOST && <p>{t('reportMoreFaults', { count: faults.length - MOST })}</p>}
    </>
  );
}
