import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { type AuditExports, CoastlinePanel } from '../../ui/audit/coastline-panel.tsx';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import { editHistory } from '../persistence/edit-history.ts';
import { workFileActions } from '../persistence/workspace-actions.ts';
import type { Controller } from '../state/controller.ts';
import { attempt, type Done } from '../workers/use-task.ts';

const HowSure = lazy(async () => (await import('./how-sure-container.tsx')).HowSureContainer);

const FieldSheet = lazy(
  async () => (await import('./field-sheet-container.tsx')).FieldSheetContainer,
);

const AreaStatistics = lazy(
  async () => (await import('./area-statistics-container.tsx')).AreaStatisticsContainer,
);

const CoastChange = lazy(
  async () => (await import('./coast-change-container.tsx')).CoastChangeContainer,
);

/** Connects the coastline panel to the model. */
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
      coast={{
        zones: model.plan.zones.value,
        segments: model.plan.segments.value,
        coastStatus: model.plan.coastStatus.value,
        suspicions: model.checks.suspicions.value,
      }}
      log={model.workspace.log.value}
      history={editHistory(model)}
      selectedZoneId={model.selection.zone.value?.id}
      highlight={{
        selectedId: selection?.kind === 'segment' ? selection.segment.id : undefined,
        hoveredId: model.map.hoveredId.value,
      }}
      theme={model.page.theme.value}
      highlightActions={{
        select: controller.selectAndShow,
        hover: model.map.hover,
        goTo: controller.showFault,
      }}
      auditActions={{
        choose: model.audit.choose,
        resetChoices: model.audit.resetChoices,
        reclassify: controller.reclassify,
        dropChange: model.workspace.dropReclassification,
        dropAllChanges: model.workspace.dropAllReclassifications,
      }}
      exports={auditExports(controller, answer, words)}
      workFile={workFileActions(model)}
      howSure={() => answer !== undefined && <HowSure controller={controller} answer={answer} />}
      fieldSheet={(listed) =>
        answer !== undefined && (
          <FieldSheet controller={controller} answer={answer} listed={listed} />
        )
      }
      coastChange={() => <CoastChange controller={controller} />}
      areaStatistics={() =>
        answer !== undefined && (
          <AreaStatistics controller={controller} answer={answer} onWiden={onWiden} />
        )
      }
      onWiden={onWiden}
    />
  );
}

/** The exports of the audit; their code is loaded when the user asks for one. */
function auditExports(
  controller: Controller,
  answer: AuditAnswer | undefined,
  words: I18n,
): AuditExports {
  const { model } = controller;
  const whenMeasured =
    (act: (given: AuditAnswer) => Promise<Done>): (() => void) =>
    () => {
      if (answer !== undefined) void attempt(model.page.showMessage, () => act(answer));
    };
  return {
    copySentence: whenMeasured(async (given) => {
      const [{ headlineSentence }, { copyText }] = await Promise.all([
        import('../persistence/save-and-open.ts'),
        import('../persistence/copy-text.ts'),
      ]);
      const text = await headlineSentence(model, given, words);
      return copyText(text, { key: 'copied', values: { text } }, model.page.showMessage);
    }),
    saveEvidence: whenMeasured(async (given) => {
      const { saveEvidence } = await import('../persistence/save-and-open.ts');
      return { key: 'saved', values: { file: await saveEvidence(model, given, words) } };
    }),
    saveEdited: whenMeasured(async (given) => {
      const { saveEdited } = await import('../persistence/save-and-open.ts');
      return { key: 'saved', values: { file: saveEdited(model, given) } };
    }),
    saveBundle: whenMeasured(async (given) => {
      const { saveBundle } = await import('./audit-bundle.ts');
      return { key: 'saved', values: { file: await saveBundle(model, given, words) } };
    }),
    printReport: whenMeasured(async (given) => {
      const { openReport } = await import('./report-container.tsx');
      await openReport(controller, given);
      return undefined;
    }),
  };
}
