import type { JSX } from 'preact';
import { reasonOf } from '../../domain/result.ts';
import { lazy } from '../../ui/lazy.tsx';
import type { Controller } from '../state/controller.ts';

const RulerCard = lazy(async () => (await import('../../ui/scenarios/ruler-card.tsx')).RulerCard);

/** Joins the ruler to the model; nothing while nobody measures. */
export function RulerContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  const intent = model.scenarios.drawing.value;
  if (intent?.kind !== 'measure') return null;
  return (
    <RulerCard
      measure={intent.measure}
      shape={model.scenarios.rulerShape.value}
      canDraw={model.map.state.value !== 'failed'}
      onMeasure={(measure) => model.scenarios.draw({ kind: 'measure', measure })}
      onShape={model.scenarios.setRulerShape}
      onCopy={(text) => {
        navigator.clipboard.writeText(text).then(
          () => model.page.showMessage({ kind: 'done', key: 'copied', values: { text } }),
          (cause: unknown) =>
            model.page.showMessage({
              kind: 'failure',
              key: 'notSaved',
              values: { reason: reasonOf(cause) },
            }),
        );
      }}
      onClose={() => model.scenarios.draw(undefined)}
    />
  );
}
