import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imagePixels, imageTiles } from '../../../src/domain/print/image-tiles.ts';
import { closeTo } from '../../close-to.ts';

test('a picture that a canvas holds is one part', () => {
  const { rows, canvas } = imageTiles({ width: 800, height: 600, pixelRatio: 2 }, 4096);
  expect(rows).toEqual([[{ centre: [0, 0], from: [0, 0], to: [0, 0], width: 1600, height: 1200 }]]);
  expect(canvas).toEqual({ width: 800, height: 600 });
});

const extent = fc.record({
  width: fc.integer({ min: 300, max: 5000 }),
  height: fc.integer({ min: 300, max: 5000 }),
  // Dots to the inch over pixels to the inch of the map's page, as pages have them.
  pixelRatio: fc
    .tuple(fc.constantFrom(96, 150, 200, 300), fc.constantFrom(120, 114, 102, 90, 96))
    .map(([dpi, pixels]) => dpi / pixels),
});

test('the parts of a picture cover each pixel once, in rows from the top', () => {
  fc.assert(
    fc.property(extent, (size) => {
      const { rows } = imageTiles(size, 4096);
      const whole = imagePixels(size);
      let top = 0;
      for (const row of rows) {
        let left = 0;
        for (const tile of row) {
          expect(tile.to).toEqual([left, top]);
          expect(tile.height).toBe(row[0]?.height);
          left += tile.width;
        }
        expect(left).toBe(whole.width);
        top += row[0]?.height ?? 0;
      }
      expect(top).toBe(whole.height);
    }),
  );
});

test('a part lies on its canvas where the picture has it, to a hundredth of a pixel', () => {
  fc.assert(
    fc.property(extent, (size) => {
      const { rows, canvas } = imageTiles(size, 4096);
      const { pixelRatio } = size;
      for (const { centre, from, to, width, height } of rows.flat()) {
        // From the picture's middle: the canvas's left edge, and the pixel taken from it.
        const left = (centre[0] - canvas.width / 2) * pixelRatio + from[0];
        closeTo(left, to[0] - (size.width * pixelRatio) / 2, 0.01);
        const top = (centre[1] - canvas.height / 2) * pixelRatio + from[1];
        closeTo(top, to[1] - (size.height * pixelRatio) / 2, 0.01);
        expect(from[0] + width).toBeLessThanOrEqual(Math.ceil(canvas.width * pixelRatio));
        expect(from[1] + height).toBeLessThanOrEqual(Math.ceil(canvas.height * pixelRatio));
        expect(canvas.width * pixelRatio).toBeLessThanOrEqual(4096);
      }
    }),
  );
});

test('a small canvas reaches less far, and one smaller than a grain is refused', () => {
  const size = { width: 3000, height: 3000, pixelRatio: 2 };
  // 256 pixels of the page: 85 on either side, 86 between them, so 35 parts across.
  expect(imageTiles(size, 512).rows[0]).toHaveLength(35);
  // What WebGL 2 promises at least, for A1 at 300 dpi over 90: grains of 3 at 10/3.
  expect(imageTiles({ width: 2800, height: 1900, pixelRatio: 300 / 90 }, 2048).rows).not.toEqual(
    [],
  );
  expect(() => imageTiles(size, 1)).toThrow(RangeError);
});
