import type { EditHistory } from '../../ui/controls/history-buttons.tsx';
import type { Model } from '../state/model.ts';

/**
 * Undo and redo: of the corners while a shape is drawn, so that a finished site is never what one more press takes;
 * else of the workspace. Reads signals, so it can be used in a component.
 */
export function editHistory({
  workspace,
  scenarios,
}: Pick<Model, 'workspace' | 'scenarios'>): EditHistory {
  const drawing = scenarios.drawing.value;
  if (drawing === undefined || drawing.kind === 'edit' || drawing.kind === 'reshape')
    return {
      canUndo: workspace.canUndo.value,
      canRedo: workspace.canRedo.value,
      undo: workspace.undo,
      redo: workspace.redo,
    };
  const corners = scenarios.corners.value;
  return {
    canUndo: corners !== undefined && corners.set > 0,
    canRedo: corners !== undefined && corners.takenBack > 0,
    undo: () => corners?.takeBack(),
    redo: () => corners?.setAgain(),
  };
}
