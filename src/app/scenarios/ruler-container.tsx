import type { JSX } from 'preact';
import { reasonOf } from '../../domain/result.ts';
import { lazy } from '../../ui/lazy.tsx';
import type { Controller } from '../controller.ts';

const RulerCard = lazy(async () => (await import('../../ui/scenarios/ruler-card.tsx')).RulerCard);

/** Joins the ruler to the model; nothing while nobody measures. */
export function RulerContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  const intent = model.drawing.value;
  if (intent?.kind !== 'measure') return null;
  return (
    <RulerCard
      measure={intent.measure}
      shape={model.rulerShape.value}
      canDraw={model.mapState.value !== 'failed'}
      onMeasure={(measure) => model.drawSite({ kind: 'measure', measure })}
      onShape={model.setRulerShape}
      onCopy={(text) => {
        navigator.clipboard.writeText(text).then(
          () => model.showMessage({ kind: 'done', key: 'copied', values: { text } }),
          (cause: unknown) =>
            model.showMessage({
              kind: 'failure',
              key: 'notSaved',
              values: { reason: reasonOf(cause) },
            }),
        );
      }}
      onClose={() => model.drawSite(undefined)}
    />
  );
}
