import type { JSX } from 'preact';
import type { AuditRule, Coverage, CoverageFault } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { Icon } from '../controls/icon.tsx';
import { IllustrationNotice } from '../controls/illustration-notice.tsx';
import type { OpenWorkFile } from '../controls/work-file-buttons.tsx';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { AuditSettingsForm, type AuditSettingsFormProps } from './audit-settings.tsx';
import { BandParts } from './band-parts.tsx';
import { ChangeLog } from './change-log.tsx';
import { CoverageList } from './coverage-list.tsx';
import { EarthModelTable } from './earth-model-table.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { RatioGauge } from './ratio-gauge.tsx';
import type { Judgement } from './reclassify-form.tsx';
import { WaterfallChart } from './waterfall-chart.tsx';
import { ZoneTable } from './zone-table.tsx';

/** Where the figures stand: not there yet, there, or why not. */
export type CoastlineFigures =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly answer: AuditAnswer }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the coastline panel shows and tells. */
export type CoastlinePanelProps = {
  readonly figures: CoastlineFigures;
  readonly rule: AuditRule | undefined;
  readonly zones: readonly Zone[];
  readonly segments: readonly CoastlineSegment[];
  readonly log: readonly Reclassification[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isSurveyed: boolean;
  readonly selectedZoneId: string | undefined;
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelectZone: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onWiden: () => void;
  readonly onGoTo: (fault: CoverageFault) => void;
  readonly onChoose: AuditSettingsFormProps['onChoose'];
  readonly onResetChoices: () => void;
  readonly onReclassify: (judgement: Judgement) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onDropChange: (index: number) => void;
  readonly onDropAllChanges: () => void;
  readonly deckExport: AuditExports;
};

/** What leaves the desk: a sentence, a page, files. */
export type AuditExports = {
  readonly onCopySentence: () => void;
  readonly onPrintReport: () => void;
  readonly onSaveEvidence: () => void;
  readonly onSaveBundle: () => void;
  readonly onSaveEdited: () => void;
  readonly onSaveWork: () => void;
  readonly onOpenWork: OpenWorkFile;
};

/** The audit desk: the ratio against its target, how it is counted, and every stretch behind it. */
export function CoastlinePanel(props: CoastlinePanelProps): JSX.Element {
  const { t } = useI18n();
  const { figures, rule } = props;
  switch (figures.kind) {
    case 'waiting':
      return <p role="status">{t('auditRunning')}</p>;
    case 'failed':
      return <p role="alert">{t('auditFailed', { reason: figures.reason })}</p>;
    case 'ready':
      return (
        <Controller {...props} answer={figures.answer} rule={rule ?? figures.answer.audit.rule} />
      );
  }
}

type DeskProps = CoastlinePanelProps & { readonly answer: AuditAnswer; readonly rule: AuditRule };

function Controller(props: DeskProps): JSX.Element {
  const { t, language } = useI18n();
  const { answer, rule, zones, isSurveyed, theme, deckExport } = props;
  const { audit, settings, effects } = answer;
  const scope = [t(`realm_${settings.realm}`), t(`numerator_${settings.numerator}`)].join(
    language === 'zh' ? '，' : ', ',
  );
  return (
    <section class="coastline-panel">
      <h2>{t('ratioTitle')}</h2>
      <p class="quiet">{scope}</p>
      <RatioGauge summary={audit.overall} theme={theme} />
      <Provisional coverage={audit.coverage} reasons={answer.reasons ?? []} />
      {!isSurveyed && <IllustrationNotice />}
      <button type="button" class="text-button" onClick={deckExport.onCopySentence}>
        <Icon name="copy" /> {t('copySentence')}
      </button>
      <AuditSettingsForm
        rule={rule}
        settings={settings}
        effects={effects}
        onChoose={props.onChoose}
        onReset={props.onResetChoices}
      />
      <h3>{t('zonesTitle')}</h3>
      <ZoneTable
        {...props}
        zones={zones}
        summaries={audit.zones}
        overall={audit.overall}
        realm={settings.realm}
      />
      <Evidence {...props} />
      <ChangeLog
        log={props.log}
        ratios={answer.logRatios}
        segments={props.segments}
        canUndo={props.canUndo}
        canRedo={props.canRedo}
        onUndo={props.onUndo}
        onRedo={props.onRedo}
        onDrop={props.onDropChange}
        onDropAll={props.onDropAllChanges}
        onSave={deckExport.onSaveEdited}
        onSaveWork={deckExport.onSaveWork}
        onOpenWork={deckExport.onOpenWork}
        onSelect={props.onSelect}
      />
      <h3>{t('waterfallTitle')}</h3>
      <WaterfallChart waterfall={answer.waterfall} target={settings.target} />
      <h3>{t('twoModels')}</h3>
      <EarthModelTable summary={audit.overall} />
      <h3>{t('bandTitle')}</h3>
      <BandParts parts={audit.overall.bandParts} />
      <h3>{t('coverageTitle')}</h3>
      <CoverageList
        coverage={audit.coverage}
        reasons={answer.reasons ?? []}
        segments={props.segments}
        onGoTo={props.onGoTo}
      />
      <h3>{t('deckExportTitle')}</h3>
      <div class="button-row">
        <button type="button" class="button" onClick={deckExport.onPrintReport}>
          {t('printReport')}
        </button>
        <button type="button" class="button" onClick={deckExport.onSaveEvidence}>
          {t('saveEvidence')}
        </button>
        <button type="button" class="button" onClick={deckExport.onSaveBundle}>
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

/** The stretches of the picked zone, or of the whole coast. */
function Evidence({
  answer,
  zones,
  segments,
  selectedZoneId,
  selectedId,
  hoveredId,
  theme,
  onSelect,
  onHover,
  onReclassify,
}: DeskProps): JSX.Element {
  const { t, pick } = useI18n();
  const summary = answer.audit.zones.find(({ id }) => id === selectedZoneId);
  const zone = zones.find(({ id }) => id === selectedZoneId);
  const pieces = summary?.pieces ?? answer.audit.pieces;
  const where = zone === undefined ? t(`allZones_${answer.settings.realm}`) : pick(zone.name);
  return (
    <details class="evidence-box" open={zone !== undefined}>
      <summary>
        {t('evidenceTitle')}
        <span class="count">
          {where} · {pieces.length}
        </span>
      </summary>
      <EvidenceList
        key={selectedZoneId ?? 'all'}
        pieces={pieces}
        segments={segments}
        selectedId={selectedId}
        hoveredId={hoveredId}
        theme={theme}
        onSelect={onSelect}
        onHover={onHover}
        onReclassify={onReclassify}
      />
    </details>
  );
}

/** What still keeps the ratio from being final; nothing once the coverage is complete. */
function Provisional({
  coverage,
  reasons,
}: {
  readonly coverage: Coverage;
  readonly reasons: readonly ProvisionalReason[];
}): JSX.Element | null {
  const { t, pick, language } = useI18n();
  if (coverage.isComplete && reasons.length === 0) return null;
  const faults = (
    [
      ['fault_gap', coverage.gapM],
      ['fault_overlap', coverage.overlapM],
      ['fault_duplicate', coverage.duplicateM],
      ['fault_unclassified', coverage.unclassifiedM],
      ['fault_outside', coverage.outsideM],
    ] as const
  )
    .filter(([, lengthM]) => lengthM > 0)
    .map(([key, lengthM]) => t(key, { length: formatLength(lengthM, language, 2) }));
  return (
    <>
      {faults.length > 0 && (
        <p class="provisional">
          {t('coverageProvisional', { faults: faults.join(language === 'zh' ? '，' : ', ') })}
        </p>
      )}
      {reasons.map(({ message }, index) => (
        <p key={index} class="provisional">
          {t('coverageProvisional', { faults: pick(message) })}
        </p>
      ))}
    </>
  );
}
