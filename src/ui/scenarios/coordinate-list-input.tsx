import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DrawnShape } from '../../domain/map-tools/draw-intent.ts';
import type { RulerMode } from '../../domain/map-tools/ruler.ts';
import { TextArea } from '../controls/field.tsx';
import { useI18n } from '../i18n.tsx';
import { readPosition } from './rectangle-input.tsx';

/** Positions to type, one a line: measuring without a mouse. */
export function CoordinateListInput({
  measure,
  onShape,
}: {
  readonly measure: RulerMode;
  readonly onShape: (shape: DrawnShape | undefined) => void;
}): JSX.Element {
  const { t } = useI18n();
  const faultAt = useSignal<number | undefined>(undefined);
  const read = async (text: string): Promise<void> => {
    const points = await readPoints(text);
    faultAt.value = points.faultAt;
    if (points.faultAt === undefined) onShape(shapeOf(measure === 'area', points.corners));
  };
  return (
    <details class="evidence-box">
      <summary>{t('measureTyped')}</summary>
      <TextArea
        label={t('measureTyped')}
        layout="bare"
        rows={4}
        placeholder={'120.2 35.95\n120.3 35.90'}
        error={
          faultAt.value === undefined ? undefined : t('measureFault', { number: faultAt.value })
        }
        onChange={({ currentTarget }) => void read(currentTarget.value)}
      />
    </details>
  );
}

/** Positions typed one a line; or the 1-based number of the first line that is not a position. */
export async function readPoints(
  text: string,
): Promise<{ readonly corners: number[][]; readonly faultAt: number | undefined }> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const positions = await Promise.all(lines.map(readPosition));
  const fault = positions.indexOf(undefined);
  return {
    corners: positions.flatMap((at) => (at === undefined ? [] : [[...at]])),
    faultAt: fault < 0 ? undefined : fault + 1,
  };
}

/** Corners as an area or as a line; undefined when there are too few. */
export function shapeOf(isArea: boolean, corners: number[][]): DrawnShape | undefined {
  if (!isArea) return corners.length < 2 ? undefined : { type: 'LineString', coordinates: corners };
  return corners.length < 3
    ? undefined
    : { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
