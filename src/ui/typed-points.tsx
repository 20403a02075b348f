import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DrawnShape } from '../domain/draw-intent.ts';
import type { Measure } from '../domain/measure.ts';
import { readPosition } from './typed-site.tsx';
import { useWords } from './words.tsx';

/** Positions to type, one a line: measuring without a mouse. */
export function TypedPoints({
  measure,
  onShape,
}: {
  readonly measure: Measure;
  readonly onShape: (shape: DrawnShape | undefined) => void;
}): JSX.Element {
  const { t } = useWords();
  const faultAt = useSignal<number | undefined>(undefined);
  const read = async (text: string): Promise<void> => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const positions = await Promise.all(lines.map(readPosition));
    const fault = positions.indexOf(undefined);
    faultAt.value = fault < 0 ? undefined : fault + 1;
    if (fault < 0)
      onShape(
        shapeOf(
          measure,
          positions.flatMap((at) => (at === undefined ? [] : [[...at]])),
        ),
      );
  };
  return (
    <details class="evidence-box">
      <summary>{t('measureTyped')}</summary>
      <textarea
        class="text-field measure__points"
        rows={4}
        aria-label={t('measureTyped')}
        placeholder={'120.2 35.95\n120.3 35.90'}
        onChange={({ currentTarget }) => void read(currentTarget.value)}
      />
      {faultAt.value !== undefined && (
        <p role="alert" class="is-loss">
          {t('measureFault', { number: faultAt.value })}
        </p>
      )}
    </details>
  );
}

function shapeOf(measure: Measure, corners: number[][]): DrawnShape | undefined {
  if (measure !== 'area')
    return corners.length < 2 ? undefined : { type: 'LineString', coordinates: corners };
  return corners.length < 3
    ? undefined
    : { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
