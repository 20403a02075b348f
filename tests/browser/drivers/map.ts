import { createHash } from 'node:crypto';
import { expect, type Locator, type Page } from 'playwright/test';

/** Longitude and latitude in degrees. */
type Position = readonly [longitude: number, latitude: number];
/** Red, green, blue, 0 to 255. */
export type Ink = readonly [red: number, green: number, blue: number];

/** A box on the page, in pixels. */
export type PixelBox = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

/** The map as a person meets it: a canvas that can be looked at, clicked and given the keyboard. */
export class MapDriver {
  readonly #page: Page;
  /** The element whose `data-map-state` says where the map stands. */
  readonly container: Locator;
  readonly canvas: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.container = page.locator('[data-map-state]');
    this.canvas = this.container.locator('canvas');
  }

  /** Waits until everything that is shown has been drawn. */
  async isIdle(): Promise<void> {
    await this.#reaches(['idle']);
  }

  /** Waits until the map is drawn, or has told that it cannot be. */
  async isSettled(): Promise<void> {
    await this.#reaches(['idle', 'failed']);
  }

  /** Looks more often than `expect`, which does so once a second: this is what most of the waiting is for. */
  async #reaches(states: readonly string[]): Promise<void> {
    try {
      await this.#page.waitForFunction(
        (expected) => {
          const state = document.querySelector('[data-map-state]')?.getAttribute('data-map-state');
          return expected.includes(state ?? '');
        },
        states,
        // Software WebGL on a busy machine: patience costs nothing where all is well.
        { polling: 50, timeout: 90_000 },
      );
    } catch (cause) {
      const state = await this.container.getAttribute('data-map-state').catch(() => 'gone');
      throw new Error(`The map is "${state}", not "${states.join('" or "')}".`, { cause });
    }
  }

  /** The camera in the address. */
  get camera(): string | undefined {
    return new URLSearchParams(new URL(this.#page.url()).hash.slice(1)).get('map') ?? undefined;
  }

  /** Waits until the camera has come to rest somewhere else. */
  async hasMovedFrom(camera: string | undefined): Promise<void> {
    await expect.poll(() => this.camera, { message: 'the camera in the address' }).not.toBe(camera);
    await this.isIdle();
  }

  /** Clicks what stands in the middle of the map. */
  async clickCentre(): Promise<void> {
    const { x, y } = await this.#centre();
    await this.#page.mouse.click(x, y);
  }

  /** Points at what stands in the middle of the map. */
  async pointAtCentre(): Promise<void> {
    const { x, y } = await this.#centre();
    await this.#page.mouse.move(x, y);
  }

  /**
   * A fingerprint of what the middle of the map shows, nothing pointed at: equal when the pictures
   * are. The middle is what panel and card leave free on the narrowest desk.
   */
  async picture(): Promise<string> {
    await this.#page.mouse.move(1, 1);
    await this.isIdle();
    const { x, y } = await this.#centre();
    const clip = { x: Math.round(x) - 30, y: Math.round(y) - 120, width: 110, height: 140 };
    return createHash('sha256')
      .update(await this.#page.screenshot({ clip }))
      .digest('hex');
  }

  /** The place on the page that the mark on the map points at. */
  async markAt(): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.#page.locator('.map-mark').boundingBox();
    if (box === null) throw new Error('the map has no mark');
    return { x: box.x + box.width / 2, y: box.y + box.height };
  }

  /** The colour of the map in its middle. */
  async inkAtCentre(): Promise<Ink> {
    const [ink] = await this.#inks({ right: 0, below: 0, width: 1, height: 1 });
    if (ink === undefined) throw new Error('the picture of the map is empty');
    return ink;
  }

  /** The colours in a band beside the middle, 40 pixels high, between two distances to its right. */
  async inksAcross(from: number, to: number): Promise<readonly Ink[]> {
    return await this.#inks({ right: from, below: -20, width: to - from, height: 40 });
  }

  /**
   * Where two corners of a box stand on the page, reckoned from the camera in the address alone:
   * Web Mercator, 512 pixels to the world at zoom 0.
   */
  async pixelsOf(southWest: Position, northEast: Position): Promise<PixelBox> {
    await this.isIdle();
    const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN] =
      this.camera?.split('/').map(Number) ?? [];
    const world = 512 * 2 ** zoom;
    const centre = await this.#centre();
    const [middle, low, high] = [
      mercator([longitude, latitude]),
      mercator(southWest),
      mercator(northEast),
    ];
    return {
      left: centre.x + (low.x - middle.x) * world,
      right: centre.x + (high.x - middle.x) * world,
      top: centre.y + (high.y - middle.y) * world,
      bottom: centre.y + (low.y - middle.y) * world,
    };
  }

  /** Clicks one position after another with the drawing hand, once it is there. */
  async draw(positions: readonly Position[]): Promise<void> {
    await expect(this.canvas.first()).toHaveCSS('cursor', 'crosshair');
    for (const position of positions) {
      const { left, top } = await this.pixelsOf(position, position);
      // A hand moves there before it presses: what is drawn follows the pointer.
      await this.#page.mouse.move(left, top, { steps: 3 });
      await this.#page.mouse.click(left, top);
    }
  }

  /** Takes what is at a position and holds it over another, without letting go. */
  async hold(from: Position, to: Position): Promise<void> {
    const [start, end] = [await this.pixelsOf(from, from), await this.pixelsOf(to, to)];
    await this.#page.mouse.move(start.left, start.top, { steps: 3 });
    await this.#page.mouse.down();
    await this.#page.mouse.move(end.left, end.top, { steps: 12 });
  }

  async #inks(
    part: Record<'right' | 'below' | 'width' | 'height', number>,
  ): Promise<readonly Ink[]> {
    await this.isIdle();
    const { x, y } = await this.#centre();
    const { width, height } = part;
    const clip = { x: Math.round(x + part.right), y: Math.round(y + part.below), width, height };
    const png = await this.#page.screenshot({ clip });
    return await this.#page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(
          new Blob([new Uint8Array(bytes)], { type: 'image/png' }),
        );
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const { data = [] } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
        const inks: [number, number, number][] = [];
        for (let at = 0; at < data.length; at += 4)
          inks.push([data[at] ?? -1, data[at + 1] ?? -1, data[at + 2] ?? -1]);
        return inks;
      },
      [...png],
    );
  }

  async #centre(): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.container.boundingBox();
    if (box === null) throw new Error('the map is not on the page');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}

/** Web Mercator with the world as a unit square, north-west corner at (0, 0). */
function mercator([longitude, latitude]: Position): { readonly x: number; readonly y: number } {
  const phi = (latitude * Math.PI) / 180;
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI),
  };
}
