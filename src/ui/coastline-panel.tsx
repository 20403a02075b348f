import type { JSX } from 'preact';
import type { Audit, Coverage } from '../domain/audit.ts';
import type { Theme } from '../domain/symbology.ts';
import type { Zone } from '../domain/zone.ts';
import { EarthModelTable } from './earth-model-table.tsx';
import { formatLength, formatPercent } from './format.ts';
import { IllustrationNotice } from './notice.tsx';
import { RatioGauge } from './ratio-gauge.tsx';
import { useWords } from './words.tsx';
import { ZoneTable } from './zone-table.tsx';

/** Where the figures stand: not there yet, there, or why not. */
export type CoastlineFigures =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly mainland: Audit; readonly island: Audit }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the coastline panel shows and tells. */
export type CoastlinePanelProps = {
  readonly figures: CoastlineFigures;
  readonly zones: readonly Zone[];
  readonly isSurveyed: boolean;
  readonly selectedZoneId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelectZone: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** The natural coastline ratio against its target, zone by zone, with what makes it unsure. */
export function CoastlinePanel(props: CoastlinePanelProps): JSX.Element {
  const { t } = useWords();
  const { figures, zones, isSurveyed, theme } = props;
  switch (figures.kind) {
    case 'waiting':
      return <p role="status">{t('auditRunning')}</p>;
    case 'failed':
      return <p role="alert">{t('auditFailed', { reason: figures.reason })}</p>;
    case 'ready': {
      const { mainland, island } = figures;
      return (
        <section class="coastline-panel">
          <h2>{t('ratioTitle')}</h2>
          <p class="quiet">{t('ratioScope')}</p>
          <RatioGauge summary={mainland.overall} theme={theme} />
          {!isSurveyed && <IllustrationNotice />}
          <h3>{t('zonesTitle')}</h3>
          <ZoneTable {...props} zones={zones} summaries={mainland.zones} overall={mainland.overall} />
          <h3>{t('twoModels')}</h3>
          <EarthModelTable summary={mainland.overall} />
          <h3>{t('bandTitle')}</h3>
          <BandParts audit={mainland} />
          <h3>{t('coverageTitle')}</h3>
          <CoverageText coverage={mainland.coverage} />
          <p class="quiet">
            {t('islandCoast')}: <IslandLength audit={island} />
          </p>
          <p class="quiet">{t('methodNote')}</p>
        </section>
      );
    }
  }
}

function IslandLength({ audit }: { readonly audit: Audit }): JSX.Element {
  const { language } = useWords();
  return <>{formatLength(audit.overall.totalM, language)}</>;
}

function BandParts({ audit }: { readonly audit: Audit }): JSX.Element {
  const { t, language } = useWords();
  return (
    <dl class="facts facts--figures">
      {audit.overall.bandParts.map(({ kind, low, high }) => (
        <div key={kind}>
          <dt>{t(`bandPart_${kind}`)}</dt>
          <dd>
            {formatShift(low)} … {formatShift(high)}
          </dd>
        </div>
      ))}
    </dl>
  );

  function formatShift(shift: number): string {
    const size = Math.abs(shift);
    const decimals = size > 0 && size < 0.0005 ? 3 : 1;
    return `${shift > 0 ? '+' : ''}${formatPercent(shift, decimals, language)}`;
  }
}

function CoverageText({ coverage }: { readonly coverage: Coverage }): JSX.Element {
  const { t, language } = useWords();
  if (coverage.isComplete) return <p>{t('coverageComplete')}</p>;
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
  return <p class="provisional">{t('coverageProvisional', { faults: faults.join(', ') })}</p>;
}
