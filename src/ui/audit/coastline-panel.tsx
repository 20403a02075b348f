import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { AuditRule, CoastPiece, CoverageFault } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { gradeDifferences } from '../../domain/audit/grade-differences.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { CoastNotice } from '../controls/coast-notice.tsx';
import type { Highlight, HighlightActions } from '../controls/highlight.ts';
import type { EditHistory } from '../controls/history-buttons.tsx';
import { Icon } from '../controls/icon.tsx';
import type { WorkFileActions } from '../controls/work-file-buttons.tsx';
import { formatLength, PUNCTUATION } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { LaterBox } from '../later-box.tsx';
import { AuditSettingsForm, type AuditSettingsFormProps } from './audit-settings.tsx';
import { BandParts } from './band-parts.tsx';
import { ChangeLog } from './change-log.tsx';
import { CoverageList } from './coverage-list.tsx';
import { EarthModelTable } from './earth-model-table.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ProvisionalNotice } from './provisional-notice.tsx';
import { RatioGauge } from './ratio-gauge.tsx';
import type { Judgement } from './reclassify-form.tsx';
import { WaterfallChart } from './waterfall-chart.tsx';
import { ZoneTable } from './zone-table.tsx';

/** The figures, or why there are none. */
export type CoastlineFigures =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly answer: AuditAnswer }
  | { readonly kind: 'failed'; readonly reason: string };

/** The coast that is audited, from the plan. */
export type AuditedCoast = {
  readonly zones: readonly Zone[];
  readonly segments: readonly CoastlineSegment[];
  readonly coastStatus: CoastStatus;
  /** Issues of its files that change no figure, such as a datum that looks shifted. */
  readonly suspicions: readonly Issue[];
};

/** What the user can change of the audit. */
export type AuditActions = {
  readonly choose: AuditSettingsFormProps['onChoose'];
  readonly resetChoices: () => void;
  readonly reclassify: (judgement: Judgement) => void;
  /** Takes back one change of a class, by its place in the log. */
  readonly dropChange: (index: number) => void;
  readonly dropAllChanges: () => void;
};

/** The ways to copy, print and save the audit. */
export type AuditExports = {
  readonly copySentence: () => void;
  readonly printReport: () => void;
  readonly saveEvidence: () => void;
  readonly saveBundle: () => void;
  readonly saveEdited: () => void;
};

/** Props of the coastline panel. */
export type CoastlinePanelProps = {
  readonly figures: CoastlineFigures;
  readonly rule: AuditRule | undefined;
  readonly coast: AuditedCoast;
  readonly log: readonly Reclassification[];
  readonly history: EditHistory;
  readonly selectedZoneId: string | undefined;
  readonly highlight: Highlight;
  readonly theme: Theme;
  readonly highlightActions: HighlightActions & {
    readonly goTo: (place: Pick<CoverageFault, 'segmentIds' | 'line'>) => void;
  };
  readonly auditActions: AuditActions;
  readonly exports: AuditExports;
  readonly workFile: WorkFileActions;
  /** How sure the figures are; made when the user opens that section. */
  readonly howSure: () => ComponentChildren;
  /** Saves and opens field sheets of the stretches listed; made when the user opens their list. */
  readonly fieldSheet: (listed: readonly CoastPiece[]) => ComponentChildren;
  /** What became of the coast between two surveys; made when the user opens that section. */
  readonly coastChange: () => ComponentChildren;
  /** The coast by other areas than its zones; made when the user opens that section. */
  readonly areaStatistics: () => ComponentChildren;
  /** Widens the panel for all columns of a table. */
  readonly onWiden: () => void;
};

/** The ratio against its target, how it is counted, and every stretch behind it. */
export function CoastlinePanel(props: CoastlinePanelProps): JSX.Element {
  const { t } = useI18n();
  const { figures, rule } = props;
  switch (figures.kind) {
    case 'waiting':
      return <p role="status">{t('auditRunning')}</p>;
    case 'failed':
      return <p role="alert">{t('auditFailed', { reason: figures.reason })}</p>;
    case 'ready': {
      const { answer } = figures;
      return <Audit panel={props} answer={answer} rule={rule ?? answer.audit.rule} />;
    }
  }
}

function Audit({
  panel,
  answer,
  rule,
}: {
  readonly panel: CoastlinePanelProps;
  readonly answer: AuditAnswer;
  readonly rule: AuditRule;
}): JSX.Element {
  const { t, language } = useI18n();
  const { coast, theme, highlightActions, auditActions, exports } = panel;
  const { audit, settings, effects } = answer;
  const scope = [t(`realm_${settings.realm}`), t(`numerator_${settings.numerator}`)].join(
    PUNCTUATION[language].comma,
  );
  return (
    <section class="coastline-panel">
      <h2>{t('ratioTitle')}</h2>
      <p class="quiet">{scope}</p>
      <RatioGauge summary={audit.overall} theme={theme} />
      <ProvisionalNotice answer={answer} />
      <CoastNotice status={coast.coastStatus} />
      <button type="button" class="text-button" onClick={exports.copySentence}>
        <Icon name="copy" /> {t('copySentence')}
      </button>
      <AuditSettingsForm
        rule={rule}
        settings={settings}
        effects={effects}
        onChoose={auditActions.choose}
        onReset={auditActions.resetChoices}
      />
      <LaterBox title={t('howSureTitle')}>{panel.howSure}</LaterBox>
      <LaterBox title={t('coastChangeTitle')}>{panel.coastChange}</LaterBox>
      <h3>{t('zonesTitle')}</h3>
      <ZoneTable
        zones={coast.zones}
        summaries={audit.zones}
        overall={audit.overall}
        realm={settings.realm}
        highlight={{
          selectedId: panel.selectedZoneId,
          hoveredId: panel.highlight.hoveredId,
        }}
        theme={theme}
        actions={highlightActions}
        onWiden={panel.onWiden}
      />
      <LaterBox title={t('areaStatisticsTitle')}>{panel.areaStatistics}</LaterBox>
      <Evidence panel={panel} answer={answer} />
      <ChangeLog
        log={panel.log}
        ratios={answer.logRatios}
        segments={coast.segments}
        history={panel.history}
        workFile={panel.workFile}
        onDrop={auditActions.dropChange}
        onDropAll={auditActions.dropAllChanges}
        onSave={exports.saveEdited}
        onSelect={highlightActions.select}
      />
      <h3>{t('waterfallTitle')}</h3>
      <WaterfallChart waterfall={answer.waterfall} target={settings.target} />
      <h3>{t('twoModels')}</h3>
      <EarthModelTable summary={audit.overall} pieces={audit.pieces} />
      <h3>{t('bandTitle')}</h3>
      <BandParts parts={audit.overall.bandParts} />
      <h3>{t('coverageTitle')}</h3>
      <CoverageList
        coverage={audit.coverage}
        reasons={answer.reasons ?? []}
        suspicions={coast.suspicions}
        segments={coast.segments}
        gradeDifferences={gradeDifferences(audit.zones, coast.zones, coast.segments)}
        zones={coast.zones}
        onGoTo={highlightActions.goTo}
      />
      <h3>{t('deckExportTitle')}</h3>
      <div class="button-row">
        <button type="button" class="button" onClick={exports.printReport}>
          {t('printReport')}
        </button>
        <button type="button" class="button" onClick={exports.saveEvidence}>
          {t('saveEvidence')}
        </button>
        <button type="button" class="button" onClick={exports.saveBundle}>
          {t('saveBundle')}
        </button>
      </div>
      {settings.realm !== 'all' && (
        <p class="quiet">
          {t(settings.realm === 'mainland' ? 'islandCoast' : 'mainlandCoast')}:{' '}
          {formatLength(answer.otherRealmM, language)}
        </p>
      )}
      <p class="quiet">{t('methodNote')}</p>
    </section>
  );
}

/** The stretches in the selected zone, or of the whole coast. */
function Evidence({
  panel: { coast, selectedZoneId, highlight, theme, highlightActions, auditActions, fieldSheet },
  answer,
}: {
  readonly panel: CoastlinePanelProps;
  readonly answer: AuditAnswer;
}): JSX.Element {
  const { t, pick } = useI18n();
  const summary = answer.audit.zones.find(({ id }) => id === selectedZoneId);
  const zone = coast.zones.find(({ id }) => id === selectedZoneId);
  const pieces = summary?.pieces ?? answer.audit.pieces;
  const where = zone === undefined ? t(`allZones_${answer.settings.realm}`) : pick(zone.name);
  const isOpen = useSignal(false);
  return (
    <details
      class="evidence-box"
      open={zone !== undefined}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        {t('evidenceTitle')}
        <span class="count">
          {where} · {pieces.length}
        </span>
      </summary>
      {(isOpen.value || zone !== undefined) && fieldSheet(pieces)}
      <EvidenceList
        key={selectedZoneId ?? 'all'}
        pieces={pieces}
        segments={coast.segments}
        highlight={highlight}
        theme={theme}
        actions={highlightActions}
        onReclassify={auditActions.reclassify}
      />
    </details>
  );
}
