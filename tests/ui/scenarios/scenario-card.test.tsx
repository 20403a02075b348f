// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '../../../src/domain/bilingual.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { Site } from '../../../src/domain/scenarios/scenario.ts';
import { ScenarioEngine } from '../../../src/domain/scenarios/scenario-answer.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { ScenarioCard } from '../../../src/ui/scenarios/scenario-card.tsx';
import { boxRing, equatorSegment, PLAIN_RULE, polygon } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

/** A tenth of a degree of rock and nine of dyke: 10 % where 35 % are asked for. */
const COAST = [
  equatorSegment('rock', 'bedrock', [0, 0.1]),
  equatorSegment('dyke', 'artificial', [0.1, 1]),
];
const SHAPE = polygon(boxRing([0.5, -0.01, 0.51, 0.01]));

async function cardText(purpose: Site['purpose'], language: Language): Promise<string> {
  const words = await loadTexts(language);
  await loadDeferredTexts(language);
  const measured = measureCoast({ segments: COAST, zones: [], tolerancesM: [], unionArea });
  const answer = new ScenarioEngine(measured, COAST, []).answer({
    footprints: [{ site: 'site-1', purpose, core: SHAPE, area: SHAPE }],
    rule: { ...PLAIN_RULE, target: 0.35 },
    choices: {},
    log: [],
  });
  const site = { id: 'site-1', name: 'Mole', purpose, shape: SHAPE, widthM: 0, bufferM: 0 };
  const nothing = (): void => undefined;
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ScenarioCard
          scenario={{ id: 'scenario-1', name: 'Try', isLocked: false, sites: [site] }}
          coast={[]}
          figures={{ answer, conflicts: undefined }}
          isOpen
          isCompared={false}
          isOneOfMany={false}
          onOpen={nothing}
          onCompare={nothing}
          onCompareWith={nothing}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return (document.body.textContent ?? '').replace(/\s/g, ' ');
}

// A degree of the equator is 111.32 km: 0.01 of it are restored, and 0.35 − 0.11 of it are missing still.
test('a change of headroom is called one, and beside it stands what is still short', async () => {
  const text = await cardText('restore', 'en');
  expect(text).toContain('Change of headroom+1.11 km');
  expect(text).toContain('still short 26.72 km');
  expect(await cardText('restore', 'zh')).toContain('余量变化+1.11 公里尚缺 26.72 公里');
});
