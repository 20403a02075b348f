import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { auditBundle } from '../../../src/app/audit/audit-bundle.ts';
import type { FieldPhoto } from '../../../src/domain/field-photo/field-photo.ts';
import { auditedPlan, embeddedFiles } from './plan-bundle.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
const HASH = createHash('sha256').update(JPEG).digest('hex');

test('photos are in the bundle with their stretch, and the pictures under the hash of their bytes', async () => {
  const { model, answer, words } = await auditedPlan(embeddedFiles());
  const segments = model.plan.segments.peek();
  const [first, second] = segments;
  if (first?.geometry.type !== 'LineString' || second === undefined) throw new Error('no stretch');
  const [longitude = 0, latitude = 0] = first.geometry.coordinates[1] ?? [];
  const photos: readonly FieldPhoto[] = [
    {
      ...{ id: 'photo-b', file: 'by-hand.heic', sha256: 'b'.repeat(64), segmentId: second.id },
      takenAt: '2026-05-04T09:00:00',
    },
    {
      ...{ id: 'photo-a', file: 'IMG_1.jpg', sha256: 'a'.repeat(64) },
      ...{ at: [longitude, latitude], accuracyM: 5, bearing: 270.5, isMagnetic: true },
      takenAt: '2026-05-03T10:20:30+08:00',
      picture: {
        // A stated hash is not taken on trust.
        ...{ sha256: 'c'.repeat(64), jpeg: JPEG.toString('base64') },
        ...{ width: 1600, height: 1200, original: { width: 4032, height: 3024 } },
      },
    },
  ];
  model.workspace.change({ photos });
  const files = unzipSync(await auditBundle(model, answer, words));
  const textIn = (name: string): string => Buffer.from(files[name] ?? []).toString();
  // In the order of the coast, though added the other way round.
  expect(JSON.parse(textIn('photos.json'))).toEqual([
    {
      ...{ file: 'IMG_1.jpg', sha256: 'a'.repeat(64) },
      ...{ segment: first.id, pinnedBy: 'position', distanceM: 0 },
      ...{ takenAt: '2026-05-03T10:20:30+08:00', longitude, latitude, datum: 'WGS 84' },
      ...{ accuracyM: 5, bearing: 270.5, bearingFrom: 'magnetic north' },
      picture: `photos/${HASH}.jpg`,
      ...{ pictureSize: [1600, 1200], originalSize: [4032, 3024] },
    },
    {
      ...{ file: 'by-hand.heic', sha256: 'b'.repeat(64) },
      ...{ segment: second.id, pinnedBy: 'user', distanceM: null },
      ...{ takenAt: '2026-05-04T09:00:00', longitude: null, latitude: null, datum: null },
      ...{ accuracyM: null, bearing: null, bearingFrom: null },
      ...{ picture: null, pictureSize: null, originalSize: null },
    },
  ]);
  expect(Buffer.from(files[`photos/${HASH}.jpg`] ?? [])).toEqual(JPEG);
  expect(textIn('README.md')).toContain('scaled to at most');

  // Every file but the README, each as `sha256sum` writes it.
  const sums = textIn('SHA256SUMS').trimEnd().split('\n').toSorted();
  const hashed = Object.entries(files)
    .filter(([name]) => name !== 'README.md' && name !== 'SHA256SUMS')
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
  expect(sums).toEqual(hashed.toSorted());
});

test('without photos nothing of them is in the bundle', async () => {
  const { model, answer, words } = await auditedPlan(embeddedFiles());
  const files = unzipSync(await auditBundle(model, answer, words));
  expect(Object.keys(files).filter((name) => name.includes('photo'))).toEqual([]);
  expect(Buffer.from(files['README.md'] ?? []).toString()).not.toContain('photos');
});
