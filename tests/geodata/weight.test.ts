import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startLoading } from '../../src/app/loading/load-plan.ts';
import { createModel } from '../../src/app/state/model.ts';
import { GEODATA } from './read-geodata.ts';

/** All that ships with the plan, in bytes after gzip (issue of the plan's data). */
const LARGEST_TOTAL = 900_000;

afterEach(() => {
  vi.unstubAllGlobals();
});

async function compressed(file: string): Promise<number> {
  return gzipSync(await readFile(new URL(file, GEODATA))).byteLength;
}

async function totalOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(compressed));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Files under geodata/, by their address beside the catalogue: what has an ending is no folder. */
async function allFiles(): Promise<readonly string[]> {
  const entries = await readdir(GEODATA, { recursive: true });
  return entries.filter((entry) => /\.\w+$/.test(entry));
}

/** Starts the app's loading on the shipped files; `asked` grows as it asks for them. */
function startPlan(): { readonly model: ReturnType<typeof createModel>; readonly asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const file = address.replace(/^geodata\//, '');
    asked.push(file);
    return new Response(await readFile(new URL(file, GEODATA)));
  });
  const model = createModel({}, { language: 'zh', theme: 'light' });
  startLoading(model);
  return { model, asked };
}

describe('the embedded data', () => {
  it('weigh no more than 900 kB after gzip, raw inputs included', async () => {
    const files = await allFiles();
    expect(files.length).toBeGreaterThan(30);
    expect(files).toContain('coast/coastline.geojson');
    expect(await totalOf(files)).toBeLessThan(LARGEST_TOTAL);
  });

  it('are asked for at first start as far as they are seen: base map, coast, visible layers', async () => {
    const { model, asked } = startPlan();
    await vi.waitFor(() => expect(model.plan.isComplete.value).toBe(true), 20_000);
    const layers = model.plan.layers.value.map(({ layer }) => layer);
    const seen = layers.filter(({ role, isVisible }) => role !== 'projects' || isVisible);
    expect(asked.toSorted()).toEqual(
      ['catalogue.json', ...seen.map(({ source }) => source.url)].toSorted(),
    );
    const hidden = layers.filter(({ role, isVisible }) => role === 'projects' && !isVisible);
    expect(hidden.length).toBeGreaterThan(5);
    // The layers that nobody sees yet stay where they are: a fifth of all at least.
    const urls = layers.map(({ source }) => source.url);
    expect(await totalOf(asked)).toBeLessThan(0.8 * (await totalOf(['catalogue.json', ...urls])));
  });

  it('are asked for once each when a person turns to all projects', async () => {
    const { model, asked } = startPlan();
    await vi.waitFor(() => expect(model.plan.isComplete.value).toBe(true), 20_000);
    model.page.openPanel('projects');
    const urls = model.plan.layers.value.map(({ layer }) => layer.source.url);
    await vi.waitFor(
      () => expect(asked.toSorted()).toEqual(['catalogue.json', ...urls].toSorted()),
      20_000,
    );
  });
});
