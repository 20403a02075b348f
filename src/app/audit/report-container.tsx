import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { creditsOf } from '../../domain/dataset.ts';
import { photosByStretch } from '../../domain/field-photo/pin-photos.ts';
import { ratioSeries } from '../../domain/versions/ratio-series.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { Report } from '../../ui/report/report.tsx';
import { answerProvenance } from '../persistence/answer-provenance.ts';
import { today } from '../persistence/save-and-open.ts';
import type { Controller } from '../state/controller.ts';
import { countedDatasets } from './counted-datasets.ts';
import { reportedChange } from './report-change.ts';
import { keptStatistics } from './statistical-areas.ts';

/** Draws the maps of the report and opens it. */
export async function openReport(controller: Controller, answer: AuditAnswer): Promise<void> {
  const { model } = controller;
  const picture = await controller.drawCoast();
  const change = await reportedChange(controller);
  const now = new Date();
  model.audit.openReport({
    provenance: await answerProvenance(model, answer),
    date: today(now),
    printedAt: now.toISOString(),
    picture,
    change,
    statistics: keptStatistics(model, answer),
    series: ratioSeries(model.workspace.current.peek().versions),
  });
}

/** The report as it will be printed, above the page; renders nothing while no report is open. */
export function CoastReport({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  const { pick, t, language } = useI18n();
  const report = model.audit.report.value;
  const figures = model.audit.state.value;
  if (report === undefined || figures.kind !== 'ready') return null;
  const credits = creditsOf(
    model.plan.layers.value.map(({ layer }) => layer),
    language,
  );
  return (
    <Report
      {...report}
      planTitle={pick(model.plan.title.value) || t('appName')}
      answer={figures.answer}
      zones={model.plan.zones.value}
      segments={model.plan.segments.value}
      log={model.workspace.log.value}
      standing={model.plan.standing.value}
      datasets={countedDatasets(model)}
      photos={photosByStretch(model.workspace.photos.value, model.plan.segments.value)}
      credits={credits}
      onPrint={() => print()}
      onClose={model.audit.closeReport}
    />
  );
}
