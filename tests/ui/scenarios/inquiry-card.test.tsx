// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { AuditRule } from '../../../src/domain/audit/audit.ts';
import type { ShoreFinding } from '../../../src/domain/map-tools/shore-inquiry.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { InquiryCard } from '../../../src/ui/scenarios/inquiry-card.tsx';
import { boxZone, equatorSegment, PLAIN_RULE } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

const CLIFF = equatorSegment('cliff', 'bedrock', [0, 1], { grade: 'strict' });

/** The card of a place on the cliff inside some zones, as text. */
async function cardText(
  zones: readonly Zone[],
  rule: AuditRule | undefined = PLAIN_RULE,
  isAtSea?: boolean,
): Promise<string> {
  const words = await loadTexts('en');
  await loadDeferredTexts('en');
  const finding: ShoreFinding = {
    segment: 0,
    shore: [0.5, 0],
    distanceM: 3,
    zoneIds: zones.map(({ id }) => id),
    nearestProject: undefined,
    trials: [],
  };
  await act(() =>
    render(
      <I18nProvider value={words}>
        <InquiryCard
          at={[0.5, 0]}
          finding={finding}
          isMeasuring={false}
          failure={undefined}
          segments={[CLIFF]}
          zones={zones}
          projects={[]}
          rule={rule}
          audited={undefined}
          isAtSea={isAtSea}
          coastStatus={{ kind: 'surveyed' }}
          onSelect={() => undefined}
          onClose={() => undefined}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return (document.body.textContent ?? '').replace(/\s/g, ' ');
}

const BOX = [-1, -1, 2, 1] as const;

test('the grade of the zone decides, as it does for conflicts, and the other is named', async () => {
  const text = await cardText([boxZone('Bay', [...BOX], { grade: 'restricted' })]);
  expect(text).toContain('restricted development (zone “Bay”)');
  expect(text).toContain('The stretch itself is graded strict protection; the zone decides.');
  expect(text).not.toContain('the natural form of the shore is to stay intact');
});

test('outside graded zones the grade of the stretch is told as such', async () => {
  const text = await cardText([boxZone('Bay', [...BOX])]);
  expect(text).toContain('strict protection (stated for the stretch');
  expect(text).toContain('the natural form of the shore is to stay intact');
});

test('target, law and setback are told in the words of the plan, and an unstated setback is said to be so', async () => {
  const words = (text: string) => ({ zh: text, en: text });
  const stated = await cardText([], {
    ...PLAIN_RULE,
    target: 0.4,
    targetSource: words('Provincial decree, section 7'),
    setback: { distanceM: 200, articles: [], source: words('Dune act of 1998') },
  });
  expect(stated).toContain('is to keep 40 %. Provincial decree, section 7');
  expect(stated).toContain(
    'Within 200 m of the coast: on land, nothing new or extended. Dune act of 1998',
  );
  expect(await cardText([])).toContain('states no building setback');
});

test('a place at sea is not said to be within or beyond a setback that applies on land', async () => {
  const rule = { ...PLAIN_RULE, setback: { distanceM: 30, articles: [] } };
  expect(await cardText([], rule, true)).toContain(
    'At sea: the building setback of 30 m applies on land.',
  );
  expect(await cardText([], rule, false)).toContain('Within 30 m of the coast');
});
