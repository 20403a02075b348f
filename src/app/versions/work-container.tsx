import type { JSX } from 'preact';
import { ActivityContainer } from '../persistence/activity-container.tsx';
import { WorkSheetContainer } from '../persistence/work-sheet-container.tsx';
import type { Controller } from '../state/controller.ts';
import { VersionsContainer } from './versions-container.tsx';

/** The user's work, its named versions and its log; nothing in an embedded map, which keeps none. */
export function WorkContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  if (model.workspace.keeping.value === 'unknown') return <WorkSheetContainer model={model} />;
  return (
    <>
      <WorkSheetContainer model={model} />
      <VersionsContainer controller={controller} />
      <ActivityContainer model={model} />
    </>
  );
}
