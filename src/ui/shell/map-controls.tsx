import type { JSX } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';

/** What the buttons on the map do. */
export type MapControlsProps = {
  /** Degrees clockwise from north that the top of the map points to. */
  readonly bearing: number;
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onNorthUp: () => void;
  readonly onWholeDistrict: () => void;
  readonly isMeasuring: boolean;
  /** Undefined where nothing is drawn. */
  readonly onMeasure: (() => void) | undefined;
  readonly isComparing: boolean;
  /** Undefined where nothing is compared. */
  readonly onCompare: (() => void) | undefined;
};

/** Zoom, compass, the way back to the whole district, the ruler, and the comparison. */
export function MapControls({
  bearing,
  onZoomIn,
  onZoomOut,
  onNorthUp,
  onWholeDistrict,
  isMeasuring,
  onMeasure,
  isComparing,
  onCompare,
}: MapControlsProps): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="map-controls" role="toolbar" aria-label={t('map')} data-covers="edge">
      <button
        type="button"
        class="icon-button"
        aria-label={t('zoomIn')}
        title={t('zoomIn')}
        onClick={onZoomIn}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('zoomOut')}
        title={t('zoomOut')}
        onClick={onZoomOut}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('northUp')}
        title={t('northUp')}
        onClick={onNorthUp}
      >
        <svg
          class="compass"
          viewBox="0 0 24 24"
          width="20"
          height="20"
          aria-hidden="true"
          focusable="false"
        >
          <g transform={`rotate(${-bearing} 12 12)`}>
            <path class="compass__north" d="M12 2 16 12H8Z" />
            <path class="compass__south" d="M12 22 8 12h8Z" />
          </g>
        </svg>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('wholeDistrict')}
        title={t('wholeDistrict')}
        onClick={onWholeDistrict}
      >
        <Icon name="maximize" />
      </button>
      {onMeasure !== undefined && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('measureTool')}
          title={t('measureTool')}
          aria-pressed={isMeasuring}
          onClick={onMeasure}
        >
          <Icon name="ruler" />
        </button>
      )}
      {onCompare !== undefined && (
        <button
          id="compare-button"
          type="button"
          class="icon-button"
          aria-label={t('compareTool')}
          title={t('compareTool')}
          aria-pressed={isComparing}
          onClick={onCompare}
        >
          <Icon name="split-view" />
        </button>
      )}
    </div>
  );
}
