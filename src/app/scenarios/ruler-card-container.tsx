import type { JSX } from 'preact';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import { freeNoteId, type MapNote, type NoteKind } from '../../domain/map-tools/map-note.ts';
import type { NoteActions } from '../../ui/scenarios/kept-notes.tsx';
import { RulerCard } from '../../ui/scenarios/ruler-card.tsx';
import { copyText } from '../persistence/copy-text.ts';
import type { Controller } from '../state/controller.ts';
import { attempt } from '../workers/use-task.ts';

/** The ruler's card with the model's values; apart from the first load. */
export function RulerCardContainer({
  controller,
  measure,
}: {
  readonly controller: Controller;
  readonly measure: NoteKind;
}): JSX.Element {
  const { model } = controller;
  return (
    <RulerCard
      measure={measure}
      shape={model.scenarios.rulerShape.value}
      notes={model.workspace.notes.value}
      noteActions={noteActions(controller)}
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

function noteActions({ model, showBox }: Controller): NoteActions {
  const { workspace, scenarios } = model;
  const change = (to: (notes: readonly MapNote[]) => readonly MapNote[]): void =>
    workspace.change({ notes: to(workspace.notes.peek()) });
  return {
    keep: (note) => {
      change((notes) => [...notes, { ...note, id: freeNoteId(notes) }]);
      // What is kept is drawn as a note: the ruler is free for the next.
      scenarios.setRulerShape(undefined);
    },
    rename: (id, name) => {
      if (name !== '')
        change((notes) => notes.map((note) => (note.id === id ? { ...note, name } : note)));
    },
    remove: (id) => change((notes) => notes.filter((note) => note.id !== id)),
    show: ({ shape }) => showBox(boundingBox(positionsOf(shape))),
  };
}
