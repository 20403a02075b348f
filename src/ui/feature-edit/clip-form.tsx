import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ClipSide } from '../../domain/feature-edit/clip-area.ts';
import { Choice } from '../controls/choice.tsx';
import { useI18n } from '../i18n.tsx';

/** The value of the choice that has an area drawn on the map. */
const DRAWN = '';

/** Clips the chosen features: by an area that is there, or by one that is drawn on the map. */
export function ClipForm({
  areas,
  isDrawing,
  onClip,
}: {
  readonly areas: readonly (readonly [id: string, name: string])[];
  /** Whether an area to clip by is being drawn. */
  readonly isDrawing: boolean;
  readonly onClip: (keeps: ClipSide, areaId: string | undefined) => void;
}): JSX.Element {
  const { t } = useI18n();
  const keeps = useSignal<ClipSide>('inside');
  const wanted = useSignal(DRAWN);
  // An area may have been chosen itself, or be gone.
  const by = areas.some(([id]) => id === wanted.value) ? wanted.value : DRAWN;
  return (
    <details class="data-sheet">
      <summary>{t('editClip')}</summary>
      <Choice
        label={t('editClipKeeps')}
        options={[
          ['inside', t('editClip_inside')],
          ['outside', t('editClip_outside')],
        ]}
        value={keeps.value}
        onChoose={(side) => {
          keeps.value = side;
        }}
      />
      <Choice
        label={t('editClipBy')}
        options={[[DRAWN, t('editClipDrawn')], ...areas]}
        value={by}
        onChoose={(id) => {
          wanted.value = id;
        }}
      />
      <button
        type="button"
        class="button"
        aria-pressed={isDrawing}
        onClick={() => onClip(keeps.value, by === DRAWN ? undefined : by)}
      >
        {t(isDrawing ? 'editClipEnd' : 'editClipDo')}
      </button>
      <p class="quiet">{t(isDrawing ? 'editDrawHint_polygon' : 'editClipHint')}</p>
    </details>
  );
}
