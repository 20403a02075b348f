import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { readPositions } from '../../domain/coordinates/read-position.ts';
import type { Position } from '../../domain/geometry.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { NoteKind } from '../../domain/map-tools/map-note.ts';
import { TextArea } from '../controls/field.tsx';
import { describeCoordinateFault, examplePositions } from '../describe-coordinate.ts';
import { useI18n } from '../i18n.tsx';
import { usePlanFrame } from '../plan-frame.ts';

/** Positions to type, one a line: measuring without a mouse. */
export function CoordinateListInput({
  measure,
  onShape,
}: {
  readonly measure: NoteKind;
  readonly onShape: (shape: DrawnShape | undefined) => void;
}): JSX.Element {
  const words = useI18n();
  const frame = usePlanFrame();
  const { t } = words;
  const fault = useSignal<string | undefined>(undefined);
  const systems = useSignal('');
  const typed = useRef('');
  const turn = useRef(0);
  const read = async (): Promise<void> => {
    const text = typed.current;
    turn.current += 1;
    const mine = turn.current;
    const points = await readPositions(text, frame);
    // A later text, or another quantity, has replaced this one.
    if (mine !== turn.current) return;
    const shape =
      points.kind === 'positions' ? shapeOf(measure === 'area', points.positions) : undefined;
    systems.value = points.kind === 'positions' ? points.systems.join(', ') : '';
    fault.value =
      points.kind === 'fault'
        ? t('measureFault', {
            number: points.line,
            reason: describeCoordinateFault(points.fault, frame, words),
          })
        : shape === undefined && text.trim() !== ''
          ? t('typedTooFew')
          : undefined;
    // Without a shape the last figure goes too: no figure is shown beside a fault.
    onShape(shape);
  };
  // The typed positions are measured again when the user measures another quantity.
  useEffect(() => {
    if (typed.current.trim() !== '') void read();
  }, [measure]);
  return (
    <details class="evidence-box">
      <summary>{t('measureTyped')}</summary>
      <TextArea
        label={t('measureTyped')}
        layout="bare"
        rows={4}
        placeholder={examplePositions(frame, 2)}
        error={fault.value}
        onChange={({ currentTarget }) => {
          typed.current = currentTarget.value;
          void read();
        }}
      />
      {systems.value !== '' && (
        <p role="status" class="quiet">
          {t('readAs', { system: systems.value })}
        </p>
      )}
    </details>
  );
}

/** Corners as an area or as a line; undefined when there are too few. */
export function shapeOf(isArea: boolean, positions: readonly Position[]): DrawnShape | undefined {
  const corners = positions.map((position) => [...position]);
  if (!isArea) return corners.length < 2 ? undefined : { type: 'LineString', coordinates: corners };
  return corners.length < 3
    ? undefined
    : { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
