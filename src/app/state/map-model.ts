import { batch, signal } from '@preact/signals';
import type { Position } from '../../domain/geometry.ts';
import type { MapState } from '../../map/map-view.ts';
import type { Camera, ViewCorners } from '../../map/scene.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** The main map: whether it is drawn, its camera, what the pointer is over, and a marked position. */
export function createMapModel(given: Pick<ViewState, 'camera'>) {
  const state = signal<MapState>('loading');
  /** Whether the map has been drawn whole once. */
  const hasBeenDrawn = signal(false);
  /** Whether the user has pointed, touched or pressed a key since. */
  const isInUse = signal(false);
  const camera = signal(given.camera);
  const corners = signal<ViewCorners | undefined>(undefined);
  const hoveredId = signal<string | undefined>(undefined);
  const mark = signal<Position | undefined>(undefined);
  return {
    ...readonly({ state, camera, corners, hoveredId, mark, hasBeenDrawn, isInUse }),
    showState: (next: MapState): void => {
      state.value = next;
      if (next === 'idle') hasBeenDrawn.value = true;
    },
    noteUse: (): void => {
      isInUse.value = true;
    },
    moveCamera: (next: Camera, nextCorners: ViewCorners): void => {
      batch(() => {
        camera.value = next;
        corners.value = nextCorners;
      });
    },
    hover: (id: string | undefined): void => {
      hoveredId.value = id;
    },
    /** Marks a position until something is selected; `undefined` removes the mark. */
    markPosition: (at: Position | undefined): void => {
      mark.value = at;
    },
  };
}
