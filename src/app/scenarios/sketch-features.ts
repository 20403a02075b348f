import type { Feature, FeatureCollection } from 'geojson';
import type { Footprint, Scenario, ScenarioAnswer, Site } from '../../domain/scenarios/scenario.ts';
import { labelPoint } from '../../map/label-point.ts';
import type { OtherPlace } from '../../ui/scenarios/scenario-props.ts';
import { DRAFT_ID } from '../state/draft-site.ts';

/** What of a scenario the map draws: ground, names, and the coast that it takes or restores. */
export function sketchFeatures({
  scenario,
  footprints,
  answer,
}: {
  readonly scenario: Scenario;
  readonly footprints: readonly Footprint[];
  readonly answer: ScenarioAnswer | undefined;
}): FeatureCollection {
  const grounds = footprints.flatMap(({ site, purpose, area: ground, core: body }): Feature[] => {
    const known = scenario.sites.find(({ id }) => id === site);
    if (known === undefined && site !== DRAFT_ID) return [];
    const name = known?.name ?? '';
    const properties = { id: `site:${site}`, kind: purpose, name_zh: name, name_en: name };
    const at = labelPoint(body);
    return [
      { type: 'Feature', properties, geometry: ground },
      ...(at === undefined || name === ''
        ? []
        : [
            {
              type: 'Feature' as const,
              properties,
              geometry: { type: 'Point' as const, coordinates: [...at] },
            },
          ]),
    ];
  });
  const coast = (answer?.sites ?? []).flatMap(({ site, lines, keptLines }): Feature[] => {
    const purpose = footprints.find((footprint) => footprint.site === site)?.purpose;
    if (purpose === 'restore') return [coastFeature(`coast:${site}`, 'gained', lines)];
    // Red is what the site costs; coast that counted as nothing before is drawn as inside only.
    const free = lines.filter((line) => !keptLines.includes(line));
    return [
      ...(free.length === 0 ? [] : [coastFeature(`free:${site}`, 'inside', free)]),
      ...(keptLines.length === 0 ? [] : [coastFeature(`coast:${site}`, 'lost', keptLines)]),
    ];
  });
  return { type: 'FeatureCollection', features: [...grounds, ...coast] };
}

/** A site as it would lie at another place, under its name; nothing before its ground is known. */
export function ghostFeatures(
  { name, purpose }: Site,
  { area }: Pick<OtherPlace, 'area'>,
): readonly Feature[] {
  if (area === undefined) return [];
  const at = labelPoint(area);
  const properties = {
    ...{ id: 'site:elsewhere', kind: purpose },
    ...{ name_zh: `${name}（改址）`, name_en: `${name} here instead` },
  };
  return [
    { type: 'Feature', properties, geometry: area },
    ...(at === undefined
      ? []
      : [
          {
            type: 'Feature' as const,
            properties,
            geometry: { type: 'Point' as const, coordinates: [...at] },
          },
        ]),
  ];
}

function coastFeature(
  id: string,
  kind: 'lost' | 'gained' | 'inside',
  lines: ScenarioAnswer['sites'][number]['lines'],
): Feature {
  return {
    type: 'Feature',
    properties: { id, kind },
    geometry: {
      type: 'MultiLineString',
      coordinates: lines.map((line) => line.map((position) => [...position])),
    },
  };
}
