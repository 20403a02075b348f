import { expect, test } from 'vitest';
import type { CatalogueLayer, LayerRole } from '../../../src/domain/dataset.ts';
import type { LegendEntry } from '../../../src/domain/legend/legend-content.ts';
import { topicLegend } from '../../../src/domain/legend/topic-legend.ts';

const WORDS = { zh: '字', en: 'words' };

function layer(id: string, role: LayerRole, group: string): CatalogueLayer {
  const metadata = { abstract: WORDS, source: WORDS, method: WORDS, accuracy: WORDS };
  return {
    ...{ id, role, group, title: WORDS, symbology: id, isVisible: true },
    source: { kind: 'geojson', url: 'a' },
    metadata: { ...metadata, licence: '', attribution: '', date: '' },
  };
}

const COAST = layer('coastline', 'coastline', 'coast');
const LEGEND = {
  groups: [
    { id: 'coast', title: WORDS },
    { id: 'sea', title: WORDS },
    { id: 'land', title: WORDS },
  ],
  entries: [
    { kind: 'zones', key: 'zones', layer: layer('zones', 'zones', 'coast') },
    { kind: 'class', key: 'coastline:sandy', layer: COAST, class: 'sandy' },
    { kind: 'projects', key: 'rail', layer: layer('rail', 'projects', 'land'), hasShapes: true },
    { kind: 'sureness', key: 'sureness:circle', of: 'circle' },
    { kind: 'base', key: 'roads', layer: layer('roads', 'base', 'land') },
  ] satisfies readonly LegendEntry[],
};

const keysOf = ({ entries }: ReturnType<typeof topicLegend>): readonly string[] =>
  entries.map(({ key }) => key);

test('the topic is first, with its group; base map and a coast that is only a line are not told', () => {
  const legend = topicLegend(LEGEND, new Set(['rail']), {});
  expect(keysOf(legend)).toEqual(['rail', 'zones', 'sureness:circle']);
  expect(legend.groups.map(({ id }) => id)).toEqual(['land', 'coast', 'sea']);
});

test('a coast that is the topic keeps its classes', () => {
  const legend = topicLegend(LEGEND, new Set(['coastline']), {});
  expect(keysOf(legend)[0]).toBe('coastline:sandy');
  expect(keysOf(legend)).toHaveLength(LEGEND.entries.length - 1);
});

test('zones coloured by verdict are not listed a second time', () => {
  expect(keysOf(topicLegend(LEGEND, new Set(['zones']), { hasVerdicts: true }))).not.toContain(
    'zones',
  );
});
