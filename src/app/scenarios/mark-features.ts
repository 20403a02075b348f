import type { Feature } from 'geojson';
import type { ArealGeometry } from '../../domain/geometry.ts';
import { NO_NOTES } from '../../domain/map-tools/map-note.ts';
import { photoFeatures } from '../field-photo/photo-features.ts';
import type { Model } from '../state/model.ts';
import { noteFeatures, rulerFeatures } from './note-features.ts';
import { reachOf } from './reach.ts';

/**
 * What the map draws of the user's notes, of photos and of what is measured; a slide shows the notes of its view alone. Reads
 * signals.
 */
export function markFeatures({
  scenarios,
  workspace,
  presentation,
  views,
}: Pick<Model, 'scenarios' | 'workspace' | 'presentation' | 'views'>): readonly Feature[] {
  const reach = reachOf({ scenarios }).value;
  const [intent, shape] = [scenarios.drawing.value, scenarios.rulerShape.value];
  const notes = presentation.isPresenting.value
    ? (views.opened.value?.view.mapNotes ?? NO_NOTES)
    : workspace.notes.value;
  const isMeasured = intent?.kind === 'measure' && intent.measure !== 'arrow';
  return [
    ...(reach === undefined ? [] : [reachFeature(reach)]),
    ...noteFeatures(notes),
    ...(presentation.isPresenting.value ? [] : photoFeatures(workspace.photos.value)),
    ...(isMeasured && shape !== undefined ? rulerFeatures(intent.measure, shape) : []),
  ];
}

function reachFeature(geometry: ArealGeometry): Feature {
  return { type: 'Feature', properties: { id: 'reach', kind: 'note' }, geometry };
}
