import { type Conflict, conflictTally } from '../../domain/conflicts/conflict.ts';
import {
  type ExportAbout,
  type ExportedProject,
  measuredAreaKm2,
  measuredLengthKm,
  sixDecimals,
} from './exported-project.ts';

/**
 * Returns projects as GeoJSON text (RFC 7946), one feature per line, readable by `parseProject`; an
 * unlocated project has the geometry `null`. Sources, notices and filter are foreign members (RFC 7946
 * §6.1), measurements are additional properties. Coordinates have six decimals.
 */
export function writeProjects(projects: readonly ExportedProject[], about: ExportAbout): string {
  const { title, notices, filter, query, count, all, sources, missingLayers, exportedAt } = about;
  const head = {
    type: 'FeatureCollection',
    name: title.en,
    name_zh: title.zh,
    notice: {
      zh: notices.map(({ zh }) => zh).join(''),
      en: notices.map(({ en }) => en).join(' '),
    },
    filter: { ...filter, query, count, all },
    sources,
    missing_layers: missingLayers,
    exported_at: exportedAt,
  };
  const features = projects.map((project) => JSON.stringify(toFeature(project)));
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}

/** Absent values are left out of the text, as in the file that was read. */
function toFeature(exported: ExportedProject): object {
  const { project, relation, conflicts } = exported;
  const { id, layer, name, summary, articles, status, notes, geometry } = project;
  const [lengthKm, areaKm2] = [measuredLengthKm(exported), measuredAreaKm2(exported)];
  return {
    type: 'Feature',
    id,
    properties: {
      ...{ id, name_zh: name.zh, name_en: name.en, layer, status, articles },
      summary_zh: summary.zh,
      summary_en: summary.en,
      figures: project.figures.map(({ label, value, unit, year, source }) => ({
        ...{ label_zh: label.zh, label_en: label.en, value, unit, year, source },
      })),
      year: project.year,
      published_length_km: project.publishedLength?.value,
      published_length_source: project.publishedLength?.source,
      published_area_km2: project.publishedArea?.value,
      published_area_source: project.publishedArea?.source,
      measured_length_km: lengthKm?.ellipsoid,
      measured_length_km_turf: lengthKm?.sphere,
      measured_area_km2: areaKm2?.ellipsoid,
      measured_area_km2_turf: areaKm2?.sphere,
      accuracy_m: project.accuracyM,
      position_source: project.positionSource,
      position_source_zh: project.positionSourceZh,
      site_named_in_plan: project.isSiteNamedInPlan,
      notes_zh: notes?.zh,
      notes_en: notes?.en,
      located: geometry !== undefined,
      distance_to_coast_m: relation?.distanceM && sixDecimals(relation.distanceM),
      zones: relation?.zoneIds,
      conflicts_certain: conflicts && conflictTally(conflicts).certain,
      conflicts_possible: conflicts && conflictTally(conflicts).possible,
      conflicts: conflicts?.map(toMember),
    },
    geometry: geometry === undefined ? null : rounded(geometry),
  };
}

/** A conflict in the file's vocabulary; sizes as measured on the sketch. */
function toMember(conflict: Conflict): object {
  const { kind, certainty, otherId, areaM2, lengthM, distanceM, limitM, articles } = conflict;
  return {
    ...{ kind, certainty, other_id: otherId },
    area_m2: areaM2 && sixDecimals(areaM2),
    length_m: lengthM && sixDecimals(lengthM),
    distance_m: sixDecimals(distanceM),
    limit_m: limitM,
    articles,
  };
}

/** Every number in a geometry is part of a position. */
function rounded(geometry: object): unknown {
  return JSON.parse(JSON.stringify(geometry), (_, value: unknown) =>
    typeof value === 'number' ? sixDecimals(value) : value,
  );
}
