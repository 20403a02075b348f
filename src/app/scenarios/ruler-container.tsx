import type { JSX } from 'preact';
import { deferred } from '../../ui/lazy.tsx';
import type { Desk } from '../controller.ts';

const MeasureCard = deferred(
  async () => (await import('../../ui/scenarios/ruler-card.tsx')).MeasureCard,
);

/** Joins the ruler to the model; nothing while nobody measures. */
export function MeasureDesk({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { model } = desk;
  const intent = model.drawing.value;
  if (intent?.kind !== 'measure') return null;
  return (
    <MeasureCard
      measure={intent.measure}
      shape={model.measuredShape.value}
      canDraw={model.mapState.value !== 'failed'}
      onMeasure={(measure) => model.drawSite({ kind: 'measure', measure })}
      onShape={model.holdMeasured}
      onCopy={(text) => {
        navigator.clipboard.writeText(text).then(
          () => model.showMessage({ kind: 'done', key: 'copied', values: { text } }),
          (cause: unknown) =>
            model.showMessage({
              kind: 'failure',
              key: 'notSaved',
              values: { reason: cause instanceof Error ? cause.message : String(cause) },
            }),
        );
      }}
      onClose={() => model.drawSite(undefined)}
    />
  );
}
