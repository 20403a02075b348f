import { expect, test } from 'vitest';
import { originOf } from '../../../src/app/loading/file-origin.ts';
import { createOriginModel } from '../../../src/app/state/file-models.ts';
import { KEPT_REASONS, type KeptReason } from '../../../src/domain/file-origin.ts';
import type { KeptBecause } from '../../../src/offline/choose-set.ts';
import { KEPT_HEADERS } from '../../../src/offline/plan-keeper.ts';

/** The worker's reasons are the page's: one of them more, and this is no longer a type. */
const SAME: readonly KeptReason[] = KEPT_REASONS satisfies readonly KeptBecause['reason'][];

test('what the service worker says of a kept copy is understood', () => {
  for (const reason of SAME) {
    const headers = {
      [KEPT_HEADERS.servedAt]: '2026-12-01T08:00:00Z',
      [KEPT_HEADERS.reason]: reason,
      [KEPT_HEADERS.about]: encodeURI('海岸线.geojson'),
    };
    expect(originOf(new Response('', { headers }))).toEqual({
      ...{ kind: 'kept', keptAt: '2026-12-01T08:00:00Z', reason, about: '海岸线.geojson' },
    });
  }
});

test('an answer without a word of a copy is the network’s', () => {
  expect(originOf(new Response(''))).toMatchObject({ kind: 'network' });
  const headers = { [KEPT_HEADERS.reason]: 'constructor' };
  expect(originOf(new Response('', { headers }))).toMatchObject({ kind: 'network' });
});

test('a fault that was dismissed is told no more, another one is', () => {
  const model = createOriginModel();
  const kept = { kind: 'kept', keptAt: '2026-12-01T08:00:00Z' } as const;
  model.showOrigin('a', { ...kept, reason: 'web-page', about: 'a' });
  expect(model.hasNotices.value).toBe(true);
  model.dismissNotices();
  model.showOrigin('b', { ...kept, reason: 'web-page', about: 'b' });
  expect(model.hasNotices.value).toBe(false);
  model.showOrigin('c', { ...kept, reason: 'missing', about: 'c' });
  expect(model.notices.value).toMatchObject([{ reason: 'missing' }]);
});
