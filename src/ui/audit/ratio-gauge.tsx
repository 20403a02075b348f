import type { JSX } from 'preact';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { Theme } from '../../domain/symbology.ts';
import { formatBand, formatPercent, formatRatio } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { ClassBar } from './class-bar.tsx';
import { headroomWords, targetWords, VerdictText } from './verdict.tsx';

/** The headline: ratio, verdict and headroom over a bar with the target's tick and the band. */
export function RatioGauge({
  summary,
  theme,
}: {
  readonly summary: CoastSummary;
  readonly theme: Theme;
}): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const { ratio, target, band, headroomM } = summary;
  return (
    <div class="gauge">
      <p class="gauge__figure">
        <output class="gauge__ratio" translate={false}>
          {ratio === undefined ? '–' : formatRatio(ratio, target, language)}
        </output>
        <span class="gauge__target">{targetWords(summary, words)}</span>
      </p>
      <p class="gauge__verdict">
        <VerdictText summary={summary} />
        {headroomM !== undefined && (
          <span class="gauge__headroom">{headroomWords(summary, words)}</span>
        )}
      </p>
      <div class="gauge__bar">
        <ClassBar summary={summary} theme={theme} />
        <svg
          class="gauge__marks"
          viewBox="0 0 100 22"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {band !== undefined && (
            <path
              class="gauge__band"
              d={`M${band.low * 100} 8V2H${band.high * 100}V8`}
              vector-effect="non-scaling-stroke"
            />
          )}
          <path
            class="gauge__tick"
            d={`M${target * 100} 3V22`}
            vector-effect="non-scaling-stroke"
          />
        </svg>
      </div>
      {band !== undefined && (
        <p class="gauge__scale">
          <span>0</span>
          <span>{t('band', formatBand(band, target, language))}</span>
          <span>{formatPercent(1, 0, language)}</span>
        </p>
      )}
    </div>
  );
}
