import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Language } from '../../domain/bilingual.ts';
import { codeOf, gaussKruegerZone } from '../../domain/coordinates/gauss-krueger-zone.ts';
import type { PlaneCoordinate } from '../../domain/coordinates/typed-coordinate.ts';
import type { Position } from '../../domain/geometry.ts';
import { readScale } from '../../domain/print/map-scale.ts';
import { formatNumber, formatPlain, formatPosition, formatScale } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { scaleInWords } from '../scale-in-words.ts';

/** Props of the map's foot. What follows the pointer comes as signals, so that nothing else is rendered. */
export type MapFootProps = {
  /** The n of the map's scale 1:n; undefined until the map has said how it stands. */
  readonly scale: ReadonlySignal<number | undefined>;
  /** The position under the pointer, or else in the middle of the view. */
  readonly at: ReadonlySignal<Position | undefined>;
  readonly isCentre: ReadonlySignal<boolean>;
  /** The position in metres; undefined where no zone is near, and until the code for it is there. */
  readonly plane: ReadonlySignal<PlaneCoordinate | undefined>;
  /** The system of the metres; undefined for a plan in no zone. */
  readonly system: PlaneCoordinate['system'] | undefined;
  /** The scale for which the coastline in sight was drawn, where its data say so. */
  readonly drawnFor: number | undefined;
  /** Zooms to a scale, as near as the map comes, and returns the n that it then shows. */
  readonly onScale: (n: number, event: Event) => number;
};

/** A scale that differs by less than this share is the same: the map rounds its zoom, and words have three digits. */
const SAME_SCALE = 0.005;

/** The scale to type, the position under the pointer, and whether the map is closer than its coastline was drawn for. */
export function MapFoot(props: MapFootProps): JSX.Element {
  const { t, language } = useI18n();
  const { at, isCentre, plane, system, drawnFor } = props;
  const degrees = useComputed(() =>
    at.value === undefined ? '' : formatPosition(at.value, language),
  );
  const of = useComputed(() => t(isCentre.value ? 'footCentre' : 'footPointer'));
  const metres = useComputed(() =>
    plane.value === undefined ? '' : t('footPlane', planeWords(plane.value, language)),
  );
  const named = useComputed(() => (plane.value === undefined ? '' : `${plane.value.system} `));
  const isTooClose = useComputed(
    () =>
      drawnFor !== undefined &&
      props.scale.value !== undefined &&
      props.scale.value < drawnFor * (1 - SAME_SCALE),
  );
  const zone = system && gaussKruegerZone(codeOf(system));
  return (
    <>
      <ScaleInput scale={props.scale} onScale={props.onScale} />
      <p class="map-foot__at">
        <span class="visually-hidden">{of}</span>
        <span>{degrees}</span>
        {zone !== undefined && (
          <span title={t('footPlaneWhy', { system: system ?? '', meridian: zone.centralMeridian })}>
            <span class="map-foot__system">{named}</span>
            {metres}
          </span>
        )}
      </p>
      {isTooClose.value && drawnFor !== undefined && (
        <p
          class="map-foot__drawn"
          title={t('footDrawnForWhy', { scale: scaleInWords(drawnFor, language) })}
        >
          {t('footDrawnFor', { scale: scaleInWords(drawnFor, language) })}
        </p>
      )}
    </>
  );
}

/** The scale of the map; the user types another. */
function ScaleInput({ scale, onScale }: Pick<MapFootProps, 'scale' | 'onScale'>): JSX.Element {
  const { t, language } = useI18n();
  const id = useId();
  const typed = useSignal<string | undefined>(undefined);
  const fault = useSignal<string | undefined>(undefined);
  const shown = useComputed(
    () => typed.value ?? (scale.value === undefined ? '' : formatScale(scale.value)),
  );
  const take = (event: KeyboardEvent): void => {
    const text = typed.value?.trim() ?? '';
    if (text === '') return;
    const n = readScale(text);
    if (n === undefined) {
      fault.value = t('footScaleWrong', { text });
      return;
    }
    const reached = onScale(n, event);
    typed.value = undefined;
    if (Math.abs(reached / n - 1) < SAME_SCALE) return;
    fault.value = t(reached > n ? 'footScaleClosest' : 'footScaleFarthest', {
      scale: formatScale(reached),
      asked: `1:${formatPlain(n, language)}`,
    });
  };
  return (
    <>
      {/* The label makes the target as large as a finger needs, around a field as low as its line. */}
      <label class="map-foot__field">
        <input
          class="map-foot__scale"
          aria-label={t('footScale')}
          aria-describedby={fault.value === undefined ? undefined : id}
          aria-invalid={fault.value === undefined ? undefined : true}
          title={t('footScaleHint')}
          autocomplete="off"
          value={shown}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
            fault.value = undefined;
          }}
          onBlur={() => {
            typed.value = undefined;
            fault.value = undefined;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(event);
            if (event.key !== 'Escape') return;
            typed.value = undefined;
            fault.value = undefined;
          }}
        />
      </label>
      {fault.value !== undefined && (
        <p id={id} class="map-foot__fault" role="alert">
          {fault.value}
        </p>
      )}
    </>
  );
}

/** Metres as a Chinese survey writes them, X to the north; a zone's number stands before Y where its system has one. */
function planeWords(
  { easting, northing, system }: PlaneCoordinate,
  language: Language,
): { readonly north: string; readonly east: string } {
  const prefix = gaussKruegerZone(codeOf(system))?.prefix ?? 0;
  return {
    north: formatNumber(northing, 0, language),
    east: formatNumber(prefix * 1e6 + easting, 0, language),
  };
}
