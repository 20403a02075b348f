import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { readPosition, type TypedPositionFault } from '../../domain/coordinates/read-position.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { describeCoordinateFault } from '../describe-coordinate.ts';
import { useI18n } from '../i18n.tsx';
import { usePlanFrame } from '../plan-frame.ts';

/** A shape with more corners is not edited by numbers. */
const MOST_CORNERS = 60;

/** The corners of a shape as numbers: longitude and latitude, or survey metres. */
export function VertexEditor({
  shape,
  isFixed = false,
  onChange,
}: {
  readonly shape: DrawnShape;
  /** Whether it has as many corners as it must have: they can only be moved. */
  readonly isFixed?: boolean;
  readonly onChange: (shape: DrawnShape) => void;
}): JSX.Element | null {
  const words = useI18n();
  const frame = usePlanFrame();
  const { t } = words;
  const refused = useSignal<{ index: number; fault: TypedPositionFault } | undefined>(undefined);
  const corners =
    shape.type === 'Polygon' ? (shape.coordinates[0] ?? []).slice(0, -1) : shape.coordinates;
  if (corners.length > MOST_CORNERS) return null;
  const put = (moved: number[][]): void => {
    onChange(
      shape.type === 'Polygon'
        ? {
            type: 'Polygon',
            coordinates: [[...moved, ...moved.slice(0, 1)], ...shape.coordinates.slice(1)],
          }
        : { type: 'LineString', coordinates: moved },
    );
  };
  const fewest = shape.type === 'Polygon' ? 3 : 2;
  /** A new corner halfway to the next one: there it changes nothing yet. */
  const addAfter = (index: number): void => {
    const [here, next] = [corners[index], corners[(index + 1) % corners.length]];
    if (here === undefined || next === undefined) return;
    const middle = here.map((degrees, axis) =>
      Number(((degrees + (next[axis] ?? degrees)) / 2).toFixed(6)),
    );
    put(corners.toSpliced(index + 1, 0, middle));
  };
  const change = async (index: number, field: { readonly value: string }): Promise<void> => {
    const read = await readPosition(field.value, frame);
    refused.value = read.kind === 'fault' ? { index, fault: read } : undefined;
    if (read.kind === 'position')
      put(corners.map((corner, other) => (other === index ? [...read.at] : corner)));
  };
  return (
    <details class="evidence-box">
      <summary>
        {t('cornerList')} <span class="count">{corners.length}</span>
      </summary>
      <ol class="vertex-editor">
        {corners.map((corner, index) => (
          // Corners have no identity but their place in the ring.
          <li key={`${index}:${corner.join()}`}>
            <Field
              label={t('cornerNumber', { number: index + 1 })}
              layout="bare"
              // Not `value`: figures that arrive while the user types would overwrite the corner.
              defaultValue={corner.map((degrees) => degrees.toFixed(6)).join(' ')}
              error={
                refused.value?.index === index
                  ? describeCoordinateFault(refused.value.fault, frame, words)
                  : undefined
              }
              onChange={({ currentTarget }) => void change(index, currentTarget)}
            />
            <IconButton
              icon="plus"
              label={t('cornerAdd', { number: index + 1 })}
              isDisabled={isFixed}
              onPress={() => addAfter(index)}
            />
            <IconButton
              icon="close"
              label={t('cornerRemove', { number: index + 1 })}
              isDisabled={isFixed || corners.length <= fewest}
              onPress={() => put(corners.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
