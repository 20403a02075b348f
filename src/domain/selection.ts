import type { Bilingual } from './bilingual.ts';
import type { CoastlineSegment } from './coastline.ts';
import type { Project } from './project.ts';
import type { ShownFeature } from './shown-feature.ts';
import type { Zone } from './zone.ts';

/** The object that the user has selected, on the map or in a list. */
export type Selection =
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'segment'; readonly segment: CoastlineSegment }
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'shown'; readonly shown: ShownFeature };

/** Gives the id of the selected feature or zone. */
export function selectionId(selection: Selection): string {
  switch (selection.kind) {
    case 'project':
      return selection.project.id;
    case 'segment':
      return selection.segment.id;
    case 'zone':
      return selection.zone.id;
    case 'shown':
      return selection.shown.id;
  }
}

/** Gives the geometry of the selection; undefined for an unlocated project. */
export function selectionGeometry(
  selection: Selection,
):
  | Project['geometry']
  | CoastlineSegment['geometry']
  | Zone['geometry']
  | ShownFeature['geometry'] {
  switch (selection.kind) {
    case 'project':
      return selection.project.geometry;
    case 'segment':
      return selection.segment.geometry;
    case 'zone':
      return selection.zone.geometry;
    case 'shown':
      return selection.shown.geometry;
  }
}

/** Gives the name of the selection; undefined without a selection. */
export function selectionName(selection: Selection | undefined): Bilingual | undefined {
  switch (selection?.kind) {
    case 'project':
      return selection.project.name;
    case 'segment':
      return selection.segment.name;
    case 'zone':
      return selection.zone.name;
    case 'shown':
      return selection.shown.name;
    case undefined:
      return undefined;
  }
}
