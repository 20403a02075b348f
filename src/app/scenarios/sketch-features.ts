import type { Feature, FeatureCollection } from 'geojson';
import type { Footprint, Scenario, ScenarioAnswer } from '../../domain/scenarios/scenario.ts';
import { labelPoint } from '../../map/label-point.ts';
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
  const coast = (answer?.sites ?? []).map(({ site, lines }): Feature => {
    const purpose = footprints.find((footprint) => footprint.site === site)?.purpose;
    return {
      type: 'Feature',
      properties: { id: `coast:${site}`, kind: purpose === 'restore' ? 'gained' : 'lost' },
      geometry: {
        type: 'MultiLineString',
        coordinates: lines.map((line) => line.map((position) => [...position])),
      },
    };
  });
  return { type: 'FeatureCollection', features: [...grounds, ...coast] };
}
