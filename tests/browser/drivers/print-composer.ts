import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from 'playwright/test';
import type { AppPage } from './app.ts';

/** What the page around a map is called. */
const LABELS = {
  en: {
    title: 'Export map',
    format: 'Format',
    orientation: 'Orientation',
    dpi: 'Resolution',
    language: 'Language of the page',
    scale: 'Scale',
    png: 'Save PNG',
    pdf: 'PDF, print',
  },
  zh: {
    title: '导出地图',
    format: '幅面',
    orientation: '方向',
    dpi: '分辨率',
    language: '图面语言',
    scale: '比例尺',
    png: '保存 PNG',
    pdf: 'PDF / 打印',
  },
} as const;

/** The page on which a map is exported, in a person's words. */
export class PrintComposerDriver {
  readonly page: Page;
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
    this.page = app.page;
  }

  get words(): (typeof LABELS)[keyof typeof LABELS] {
    return LABELS[this.app.language];
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.words.title });
  }

  /** The page as it will come out. */
  get sheet(): Locator {
    return this.dialog.locator('svg.page-svg');
  }

  /** Opens it from the header and waits for the map on the page. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.title }).click();
    await this.isDrawn();
  }

  /** Waits until the map on the page is the one that will come out. */
  async isDrawn(): Promise<void> {
    await expect(this.sheet.locator('image')).toBeAttached();
    await expect(this.dialog.getByRole('status').filter({ hasText: /MB/ })).toBeVisible();
  }

  async choose(what: 'format' | 'orientation' | 'dpi' | 'language', value: string): Promise<void> {
    await this.dialog.getByLabel(this.words[what], { exact: true }).selectOption(value);
    await this.isDrawn();
  }

  /** Presses a button and returns the file that comes of it. */
  async save(name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download', { timeout: 150_000 }),
      this.dialog.getByRole('button', { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** The page as PDF, by the way of print. */
  async print(): Promise<Buffer> {
    // Without a printer's dialog the page would be taken away before it is printed.
    await this.page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await this.dialog.getByRole('button', { name: this.words.pdf }).click();
    await expect(this.page.locator('body[data-printed]')).toBeAttached({ timeout: 150_000 });
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true });
  }

  /** Where a picture's parts lie, in shares of its width and height. */
  async shares(): Promise<{ readonly map: Shares; readonly legend: Shares }> {
    return this.sheet.evaluate((svg) => {
      const whole = svg.getBoundingClientRect();
      const sharesOf = (element: Element | null | undefined) => {
        const box = element?.getBoundingClientRect();
        if (box === undefined) throw new Error('a part of the page is missing');
        return {
          x: (box.left - whole.left) / whole.width,
          y: (box.top - whole.top) / whole.height,
          width: box.width / whole.width,
          height: box.height / whole.height,
        };
      };
      const frame = document.querySelector('.print-composer__frame');
      return { map: sharesOf(frame), legend: sharesOf(svg.querySelector('g')) };
    });
  }
}

/** A box in shares of a picture. */
export type Shares = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Size and density of a PNG, read from its bytes. */
export function pngSize(bytes: Buffer): {
  readonly width: number;
  readonly height: number;
  readonly perMetre: number;
} {
  const density = bytes.indexOf('pHYs');
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    perMetre: density === -1 ? Number.NaN : bytes.readUInt32BE(density + 4),
  };
}

/** How many colours a part of a PNG has, decoded by the browser. */
export function coloursIn(page: Page, png: Buffer, part: Shares): Promise<number> {
  return page.evaluate(
    async ([base64, box]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const canvas = new OffscreenCanvas(
        Math.floor(box.width * width),
        Math.floor(box.height * height),
      );
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, -box.x * width, -box.y * height);
      const pixels = new Uint32Array(
        context.getImageData(0, 0, canvas.width, canvas.height).data.buffer,
      );
      return new Set(pixels).size;
    },
    [png.toString('base64'), part] as const,
  );
}

/** The share of pixels of two pictures of one size that differ by more than a shade. */
export function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (both) => {
      const [a, b] = await Promise.all(
        both.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
          const context = canvas.getContext('2d');
          if (context === null) throw new Error('no canvas');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, canvas.width, canvas.height).data;
        }),
      );
      if (a === undefined || b === undefined || a.length !== b.length) return 1;
      let differing = 0;
      for (let at = 0; at < a.length; at += 4) {
        const off = Math.max(
          Math.abs((a[at] ?? 0) - (b[at] ?? 0)),
          Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)),
          Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0)),
        );
        if (off > 48) differing += 1;
      }
      return differing / (a.length / 4);
    },
    [one.toString('base64'), other.toString('base64')] as const,
  );
}
