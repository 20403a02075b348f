import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { coverageReasons, provisionalNotes } from '../../domain/audit/provisional-reason.ts';
import { useI18n } from '../i18n.tsx';

/** Why the figures beside it are provisional, and what their band leaves out; nothing once they are final. */
export function ProvisionalNotice({
  answer: { audit, reasons = [] },
}: {
  readonly answer: Pick<AuditAnswer, 'audit' | 'reasons'>;
}): JSX.Element | null {
  const { pick, language } = useI18n();
  const notes = provisionalNotes([...coverageReasons(audit.coverage), ...reasons]);
  if (notes.length === 0) return null;
  return <p class="provisional">{notes.map(pick).join(language === 'zh' ? '' : ' ')}</p>;
}
