import type { JSX } from 'preact';
import type { RulerMode } from '../../domain/map-tools/ruler.ts';
import { RulerCard } from '../../ui/scenarios/ruler-card.tsx';
import { copyText } from '../persistence/copy-text.ts';
import type { Model } from '../state/model.ts';
import { attempt } from '../workers/use-task.ts';

/** The ruler's card with the model's values; apart from the first load. */
export function RulerCardContainer({
  model,
  measure,
}: {
  readonly model: Model;
  readonly measure: RulerMode;
}): JSX.Element {
  return (
    <RulerCard
      measure={measure}
      shape={model.scenarios.rulerShape.value}
      canDraw={model.map.state.value !== 'failed'}
      onMeasure={(next) => model.scenarios.draw({ kind: 'measure', measure: next })}
      onShape={model.scenarios.setRulerShape}
      onCopy={(text) =>
        void attempt(model.page.showMessage, () =>
          copyText(text, { key: 'copied', values: { text } }, model.page.showMessage),
        )
      }
      onClose={() => model.scenarios.draw(undefined)}
    />
  );
}
