// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { FieldPhoto } from '../../../src/domain/field-photo/field-photo.ts';
import { photosByStretch } from '../../../src/domain/field-photo/pin-photos.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { ReportPhotos } from '../../../src/ui/report/report-photos.tsx';
import { equatorSegment } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

const COAST = [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', 'bedrock', [1, 2])];

async function printed(...photos: readonly FieldPhoto[]): Promise<readonly string[]> {
  await loadDeferredTexts('en');
  const words = await loadTexts('en');
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ReportPhotos photos={photosByStretch(photos, COAST)} segments={COAST} />
      </I18nProvider>,
      document.body,
    ),
  );
  return [...document.querySelectorAll('figure')].map(({ textContent }) => textContent ?? '');
}

const photo = (id: string, other: Partial<FieldPhoto>): FieldPhoto => ({
  ...{ id, file: `${id}.jpg`, sha256: 'a'.repeat(64) },
  ...other,
});

test('the report names the stretch of each photo, in the order of the coast, and what was scaled', async () => {
  const far = photo('far', { at: [1, 1] });
  const second = photo('second', { segmentId: 'b', takenAt: '2026-05-04T09:00:00' });
  const first = photo('first', {
    at: [0.5, 0],
    picture: {
      ...{ sha256: 'b'.repeat(64), jpeg: '/9j/2Q==', width: 1600, height: 1200 },
      original: { width: 4032, height: 3024 },
    },
  });
  const [one, two, three] = await printed(far, second, first);
  expect(one).toMatch(/^a · first\.jpg/);
  expect(one).toContain('scaled to 1600 × 1200 from 4032 × 3024');
  expect(two).toMatch(/^No pictureb · second\.jpg · 2026-05-04 09:00:00, pinned by hand/);
  expect(three).toContain('No stretch · far.jpg');
  expect(three).toMatch(/no stretch within 500\sm/);
});

test('nothing is printed of photos where there are none', async () => {
  expect(await printed()).toEqual([]);
  expect(document.body.textContent).toBe('');
});
