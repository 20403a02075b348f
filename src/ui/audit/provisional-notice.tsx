import type { JSX } from 'preact';
import { assumedNotes } from '../../domain/audit/assumed-notes.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { coverageReasons, provisionalNotes } from '../../domain/audit/provisional-reason.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { useI18n } from '../i18n.tsx';

/**
 * What the rule leaves open for the figures beside it, why they are provisional, and what their band leaves out;
 * nothing for final figures by a rule that says all.
 */
export function ProvisionalNotice({
  answer: { audit, reasons = [] },
}: {
  readonly answer: Pick<AuditAnswer, 'audit' | 'reasons'>;
}): JSX.Element {
  const { pick, language } = useI18n();
  const notes = provisionalNotes([...coverageReasons(audit.coverage), ...reasons]);
  const assumed = assumedNotes(audit);
  const said = (sentences: readonly Bilingual[]): string =>
    sentences.map(pick).join(language === 'zh' ? '' : ' ');
  return (
    <>
      {assumed.length > 0 && <p class="quiet">{said(assumed)}</p>}
      {notes.length > 0 && <p class="provisional">{said(notes)}</p>}
    </>
  );
}
