import { batch, signal } from '@preact/signals';
import type { Position } from '../../domain/geometry.ts';
import type { MapState } from '../../map/map-view.ts';
import type { Camera, SceneSubject, ViewCorners } from '../../map/scene.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** The main map: whether it is drawn, its camera, what the pointer is over, a marked position, and what it is about. */
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
  /** What the map is about, a slide's subject or a comparison of coasts; undefined where it is drawn as ever. */
  const subject = signal<SceneSubject | undefined>(undefined);
  return {
    ...readonly({ state, camera, corners, hoveredId, mark, subject, hasBeenDrawn, isInUse }),
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
    showSubject: (next: SceneSubject | undefined): void => {
      subject.value = next;
    },
  };
}
