import type { CoastlineSegment } from '../../domain/coastline.ts';
import { linesOf } from '../../domain/geodesy.ts';
import { generaliseAt } from '../../domain/geometry/generalise.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Selection } from '../../domain/selection.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { effectiveSubject, MOST_NAMED } from '../../domain/views/slide-subject.ts';
import type { SubjectEditorProps, SubjectPart } from '../../ui/views/subject-editor.tsx';
import type { Model } from '../state/model.ts';

/** What the slide of a view is about, with names, and what of the map could be added to it. */
export function editedSubject(
  model: Pick<Model, 'plan' | 'selection' | 'map' | 'views'>,
  { number, subject = {} }: SavedView,
): SubjectEditorProps {
  const layers = model.plan.layers.value.map(
    ({ layer: { id, title } }): SubjectPart => ({ list: 'layers', id, name: title }),
  );
  const selection = model.selection.current.value;
  const selected = selection && partOf(selection);
  return {
    subject,
    parts: [
      ...(subject.layers ?? []).map(
        (id) => layers.find((each) => each.id === id) ?? gone('layers', id),
      ),
      ...(subject.features ?? []).map((id) => featureOf(model, id)),
      ...(subject.zones ?? []).map((id) => zoneOf(model, id)),
    ],
    selected:
      selected === undefined || subject[selected.list]?.includes(selected.id) === true
        ? undefined
        : selected,
    selectedLine: selection?.kind === 'segment' ? markedLine(selection.segment) : undefined,
    otherLayers: layers.filter(({ id }) => subject.layers?.includes(id) !== true),
    middle: () => middleOfMap(model),
    onChange: (changed) => {
      const next = effectiveSubject(changed);
      model.views.edit(number, ({ subject: _, ...current }) => ({
        ...current,
        ...(next && { subject: next }),
      }));
    },
  };
}

/** The middle of the map; of the plan while there is no map. */
function middleOfMap({ map, plan }: Pick<Model, 'map' | 'plan'>): Position {
  const [west, south, east, north] = plan.frame.peek().extent;
  const { longitude, latitude } = map.camera.peek() ?? {
    longitude: (west + east) / 2,
    latitude: (south + north) / 2,
  };
  return [rounded(longitude), rounded(latitude)];
}

function gone(list: SubjectPart['list'], id: string): SubjectPart {
  return { list, id, name: undefined };
}

function featureOf({ plan }: Pick<Model, 'plan'>, id: string): SubjectPart {
  const feature =
    plan.projects.value.find((project) => project.id === id) ??
    plan.loadedSegments.value.find((segment) => segment.id === id);
  return { list: 'features', id, name: feature?.name };
}

function zoneOf({ plan }: Pick<Model, 'plan'>, id: string): SubjectPart {
  return { list: 'zones', id, name: plan.zones.value.find((zone) => zone.id === id)?.name };
}

/** The part that a selection would be; undefined for data that are only shown, which a subject cannot pick out. */
function partOf(selection: Selection): SubjectPart | undefined {
  switch (selection.kind) {
    case 'project':
      return { list: 'features', id: selection.project.id, name: selection.project.name };
    case 'segment':
      return { list: 'features', id: selection.segment.id, name: selection.segment.name };
    case 'zone':
      return { list: 'zones', id: selection.zone.id, name: selection.zone.name };
    case 'shown':
      return undefined;
  }
}

/** How much a line may be simplified so that a slide can hold it, in metres. */
const TOLERANCES_M = [0, 1, 3, 10, 30, 100, 300, 1000];

/** The longest line of a stretch, with as many corners as a slide may have. */
function markedLine({ geometry }: CoastlineSegment): readonly Position[] | undefined {
  const [longest = []] = linesOf(geometry).toSorted((one, other) => other.length - one.length);
  const plain = longest.map(([longitude, latitude]): Position => [longitude, latitude]);
  return generaliseAt(plain, TOLERANCES_M).find((line) => line.length <= MOST_NAMED);
}

/** Coordinates of a label: to about a metre. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(5));
}
