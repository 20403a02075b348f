import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { creditsOf } from '../../domain/dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import { type AuditExports, CoastlinePanel } from '../../ui/audit/coastline-panel.tsx';
import type { Message } from '../../ui/controls/toast.tsx';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import type { Controller } from '../state/controller.ts';

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
  const selection = model.selection.current.value;
  const figures = model.audit.state.value;
  const answer = figures.kind === 'ready' ? figures.answer : undefined;
  return (
    <CoastlinePanel
      figures={figures}
      rule={model.audit.rule.value}
      zones={model.plan.zones.value}
      segments={model.plan.segments.value}
      log={model.workspace.log.value}
      canUndo={model.workspace.canUndo.value}
      canRedo={model.workspace.canRedo.value}
      isSurveyed={model.plan.isSurveyed.value}
      selectedZoneId={model.selection.zone.value?.id}
      selectedId={selection?.kind === 'segment' ? selection.segment.id : undefined}
      hoveredId={model.map.hoveredId.value}
      theme={model.page.theme.value}
      onSelectZone={controller.selectAndShow}
      onSelect={controller.selectAndShow}
      onHover={model.map.hover}
      onWiden={onWiden}
      onGoTo={controller.showFault}
      onChoose={model.audit.choose}
      onResetChoices={model.audit.resetChoices}
      onReclassify={controller.reclassify}
      onUndo={model.workspace.undo}
      onRedo={model.workspace.redo}
      onDropChange={model.workspace.dropReclassification}
      onDropAllChanges={model.workspace.dropAllReclassifications}
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
        (done) => done !== undefined && model.page.showMessage({ kind: 'done', ...done }),
        (cause: unknown) => {
          console.error('not handed over:', cause);
          const reason = reasonOf(cause);
          model.page.showMessage({ kind: 'failure', key: 'notSaved', values: { reason } });
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
      model.audit.openReport({
        versions: await dataVersions(model),
        date: today(new Date()),
        picture,
      });
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
  const report = model.audit.report.value;
  const figures = model.audit.state.value;
  const catalogue = model.plan.catalogue.value;
  if (report === undefined || figures.kind !== 'ready') return null;
  const credits = creditsOf(model.plan.layers.value.map(({ layer }) => layer));
  return (
    <Report
      {...report}
      planTitle={catalogue.kind === 'ready' ? pick(catalogue.catalogue.title) : t('planArea')}
      answer={figures.answer}
      zones={model.plan.zones.value}
      segments={model.plan.segments.value}
      log={model.workspace.log.value}
      isSurveyed={model.plan.isSurveyed.value}
      credits={credits}
      onPrint={() => print()}
      onClose={model.audit.closeReport}
    />
  );
}
