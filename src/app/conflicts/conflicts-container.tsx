import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type ConflictsByProject, isCounted } from '../../domain/conflicts/conflict.ts';
import type { Project } from '../../domain/project.ts';
import { ConflictList } from '../../ui/conflicts/conflict-list.tsx';
import type { Model } from '../state/model.ts';

/** The conflicts of the project on the card, from the model. */
export function ConflictsContainer({
  model,
  project,
  onSelect,
}: {
  readonly model: Pick<Model, 'conflicts' | 'plan' | 'shore'>;
  readonly project: Project;
  readonly onSelect: (id: string) => void;
}): JSX.Element {
  const state = model.conflicts.state.value;
  const conflicts = state.kind === 'ready' ? state.conflicts : undefined;
  useEffect(() => model.conflicts.request(), [model]);
  return (
    <ConflictList
      project={project}
      conflicts={conflicts && (conflicts.get(project.id) ?? [])}
      metBy={
        conflicts === undefined ? [] : meeting(project.id, conflicts, model.plan.projects.value)
      }
      failure={state.kind === 'failed' ? state.reason : undefined}
      onSelect={onSelect}
    />
  );
}

/** The projects that conflict with a protected one. */
function meeting(
  id: string,
  conflicts: ConflictsByProject,
  projects: readonly Project[],
): readonly Project[] {
  return projects.filter((project) =>
    conflicts.get(project.id)?.some((conflict) => conflict.otherId === id && isCounted(conflict)),
  );
}
