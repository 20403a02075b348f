import type { JSX } from 'preact';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';

/** Props of the buttons on the map. */
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
      <IconButton icon="plus" label={t('zoomIn')} onPress={onZoomIn} />
      <IconButton icon="minus" label={t('zoomOut')} onPress={onZoomOut} />
      <IconButton icon={<Compass bearing={bearing} />} label={t('northUp')} onPress={onNorthUp} />
      <IconButton icon="maximize" label={t('wholeDistrict')} onPress={onWholeDistrict} />
      {onMeasure !== undefined && (
        <IconButton
          icon="ruler"
          label={t('measureTool')}
          isPressed={isMeasuring}
          onPress={onMeasure}
        />
      )}
      {onCompare !== undefined && (
        <IconButton
          id="compare-button"
          icon="split-view"
          label={t('compareTool')}
          isPressed={isComparing}
          onPress={onCompare}
        />
      )}
    </div>
  );
}

/** A needle that points north. */
function Compass({ bearing }: Pick<MapControlsProps, 'bearing'>): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <g transform={`rotate(${-bearing} 12 12)`}>
        <path class="compass__north" d="M12 2 16 12H8Z" />
        <path class="compass__south" d="M12 22 8 12h8Z" />
      </g>
    </svg>
  );
}
