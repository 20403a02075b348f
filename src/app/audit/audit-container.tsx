import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { creditsOf } from '../../domain/dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import { type AuditExports, CoastlinePanel } from '../../ui/audit/coastline-panel.tsx';
import type { Message } from '../../ui/controls/toast.tsx';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import type { Controller } from '../controller.ts';

const Report = lazy(async () => (await import('../../ui/report/report.tsx')).Report);

/** Joins the audit desk to the model. What leaves the desk is fetched when it is asked for. */
export function AuditContainer({
  controller,
  onWiden,
}: {
  readonly controller: Controller;
  readonly onWiden: () => void;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const selection = model.selection.value;
  const figures = model.auditState.value;
  const answer = figures.kind === 'ready' ? figures.answer : undefined;
  return (
    <CoastlinePanel
      figures={figures}
      rule={model.rule.value}
      zones={model.zones.value}
      segments={model.segments.value}
      log={model.log.value}
      canUndo={model.canUndo.value}
      canRedo={model.canRedo.value}
      isSurveyed={model.isSurveyed.value}
      selectedZoneId={model.zone.value?.id}
      selectedId={selection?.kind === 'segment' ? selection.segment.id : undefined}
      hoveredId={model.hoveredId.value}
      theme={model.theme.value}
      onSelectZone={controller.selectAndShow}
      onSelect={controller.selectAndShow}
      onHover={model.hoverFeature}
      onWiden={onWiden}
      onGoTo={controller.showFault}
      onChoose={model.chooseAudit}
      onResetChoices={model.resetAuditChoices}
      onReclassify={controller.reclassify}
      onUndo={model.undo}
      onRedo={model.redo}
      onDropChange={model.dropReclassification}
      onDropAllChanges={model.dropAllReclassifications}
      deckExport={deckExport(controller, answer, words)}
    />
  );
}

/** Each way out says what it did, or why it could not. */
function deckExport(
  controller: Controller,
  answer: AuditAnswer | undefined,
  words: I18n,
): AuditExports {
  const { model } = controller;
  const attempt =
    (act: (given: AuditAnswer) => Promise<Omit<Message, 'kind'> | undefined>): (() => void) =>
    () => {
      if (answer === undefined) return;
      act(answer).then(
        (done) => done !== undefined && model.showMessage({ kind: 'done', ...done }),
        (cause: unknown) => {
          console.error('not handed over:', cause);
          const reason = reasonOf(cause);
          model.showMessage({ kind: 'failure', key: 'notSaved', values: { reason } });
        },
      );
    };
  return {
    onCopySentence: attempt(async (given) => {
      const { copySentence } = await import('../persistence/save-and-open.ts');
      return {
        key: 'sentenceCopied',
        values: { sentence: await copySentence(model, given, words) },
      };
    }),
    onSaveEvidence: attempt(async (given) => {
      const { saveEvidence } = await import('../persistence/save-and-open.ts');
      return { key: 'saved', values: { file: saveEvidence(model, given, words) } };
    }),
    onSaveEdited: attempt(async () => {
      const { saveEdited } = await import('../persistence/save-and-open.ts');
      return { key: 'saved', values: { file: saveEdited(model) } };
    }),
    onSaveBundle: attempt(async (given) => {
      const { saveBundle } = await import('./audit-bundle.ts');
      return { key: 'saved', values: { file: await saveBundle(model, given, words) } };
    }),
    onSaveWork: attempt(async () => {
      const { saveWork } = await import('../persistence/save-and-open.ts');
      return { key: 'saved', values: { file: saveWork(model) } };
    }),
    onOpenWork: async (file, watch) => {
      const { openWork } = await import('../persistence/save-and-open.ts');
      await openWork(model, file, watch);
    },
    onPrintReport: attempt(async () => {
      const { dataVersions, today } = await import('../persistence/save-and-open.ts');
      const picture = await controller.drawCoast();
      model.openReport({ versions: await dataVersions(model), date: today(new Date()), picture });
      return undefined;
    }),
  };
}

/** The report over the desk, as it will be printed; nothing while none is open. */
export function CoastReport({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  const { pick, t } = useI18n();
  const report = model.report.value;
  const figures = model.auditState.value;
  const catalogue = model.catalogueState.value;
  if (report === undefined || figures.kind !== 'ready') return null;
  const credits = creditsOf(model.layers.value.map(({ layer }) => layer));
  return (
    <Report
      {...report}
      planTitle={catalogue.kind === 'ready' ? pick(catalogue.catalogue.title) : t('planArea')}
      answer={figures.answer}
      zones={model.zones.value}
      segments={model.segments.value}
      log={model.log.value}
      isSurveyed={model.isSurveyed.value}
      credits={credits}
      onPrint={() => print()}
      onClose={model.closeReport}
    />
  );
}
