import { jpegBytes, placeTags, TAGS } from '../data/field-photo/exif-bytes.ts';
import { expect, testWithPixels } from './test.ts';

testWithPixels(
  'photos that are dropped are pinned to their stretch, kept, and told of where they are refused',
  async ({ app, page }) => {
    await app.openWithMap('?panel=layers');
    const picture = Uint8Array.from(await page.screenshot({ type: 'jpeg' }));
    const coast = await page.evaluate(async () => {
      const answer = await fetch('./geodata/coast/coastline.geojson');
      return (await answer.json()).features[0].geometry.coordinates.flat(Infinity).slice(0, 2);
    });
    const at = (place: readonly [number, number], seed: string) => [
      ...jpegBytes(
        { ...TAGS, gps: { ...TAGS.gps, ...placeTags(place) }, exif: { 36867: seed } },
        { picture },
      ),
    ];
    const files = {
      'IMG_1.jpg': at([coast[0], coast[1]], '2026:05:03 10:20:30'),
      'IMG_2.jpg': at([coast[0], 91], '2026:05:04 10:20:30'),
      'IMG_3.jpg': [1, 2, 3],
    };
    await page.evaluate((given) => {
      const data = new DataTransfer();
      for (const [name, bytes] of Object.entries(given))
        data.items.add(new File([Uint8Array.from(bytes)], name));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    }, files);
    const photos = page.getByRole('region', { name: 'Field photos' });
    await expect(photos.getByRole('img', { name: 'Photo IMG_1.jpg' })).toBeVisible();
    await expect(photos).toContainText('2026-05-03 10:20:30, looking 270.5°, ± 5 m, 0 m from');
    await expect(photos).toContainText('IMG_2.jpg states a position that is no place on earth.');
    await expect(photos).toContainText('IMG_3.jpg was not taken: it cannot be read');
    await photos.locator('.field-photo .text-button').first().click();
    const card = page.locator('.detail-card');
    await expect(card.getByRole('img', { name: 'Photo IMG_1.jpg' })).toBeVisible();
    await page.reload();
    await expect(page.locator('.detail-card').getByRole('img')).toBeVisible();
  },
);
