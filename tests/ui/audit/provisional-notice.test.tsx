// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { ProvisionalNotice } from '../../../src/ui/audit/provisional-notice.tsx';
import { I18nProvider, loadTexts } from '../../../src/ui/i18n.tsx';
import { boxZone, equatorSegment, PLAIN_RULE } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

/** The notice beside the figures of a degree of natural coast of unstated kind. */
async function shown(
  isNaturalAssumed: boolean,
  language: 'en' | 'zh' = 'en',
): Promise<readonly string[]> {
  const audit = auditCoastline({
    segments: [equatorSegment('shore', 'natural', [0, 1])],
    zones: [boxZone('all', [-1, -1, 2, 1])],
    rule: { ...PLAIN_RULE, isNaturalAssumed },
    realm: 'mainland',
  });
  const i18n = await loadTexts(language);
  await act(() => {
    render(
      <I18nProvider value={i18n}>
        <ProvisionalNotice answer={{ audit }} />
      </I18nProvider>,
      document.body,
    );
  });
  return [...document.body.querySelectorAll('p')].map(({ textContent }) => textContent ?? '');
}

test('a figure says what its rule leaves open, without being provisional for it', async () => {
  // A degree of the equator is 111.32 km.
  const [said, ...more] = await shown(true);
  expect(said).toMatch(/does not say how natural coast of unstated kind counts: 111\.32 km/);
  expect(more).toEqual([]);
  expect(document.body.querySelector('.provisional')).toBeNull();
  expect((await shown(true, 'zh'))[0]).toContain('其长度 111.32 公里，按自然岸线计');
});

test('a figure by a rule that lists the class says nothing', async () => {
  expect(await shown(false)).toEqual([]);
});
