import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPlanPackage } from '../../../src/data/plan-package/read-plan-package.ts';

const FOLDER = new URL('../../fixtures/plan-two/', import.meta.url);
const PLAN = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(geo)?json$/.test(path))
    .map((path) => [path, new Uint8Array(readFileSync(new URL(path, FOLDER)))]),
);
const inFolder = (folder: string, files: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${folder}${path}`, bytes]));

describe('a plan in one archive', () => {
  test.each(['', 'my plan/', '规划/geodata/'])('is read from the folder "%s"', async (folder) => {
    const bytes = zipSync({
      ...inFolder(folder, PLAN),
      [`${folder}make.py`]: new Uint8Array([1]),
      'readme.json': new TextEncoder().encode('{}'),
    });
    const read = await readPlanPackage(bytes);
    if (!read.ok) throw new Error(read.error.message.en);
    const { title, files } = read.value;
    expect(title).toEqual(JSON.parse(new TextDecoder().decode(PLAN['catalogue.json'])).title);
    const expected = new Set([...Object.keys(PLAN), ...(folder === '' ? ['readme.json'] : [])]);
    expect(new Set(Object.keys(files))).toEqual(expected);
  });

  test('without a catalogue, with one that is broken, and cut off is refused', async () => {
    const codeOf = async (bytes: Uint8Array): Promise<string> => {
      const read = await readPlanPackage(bytes);
      return read.ok ? 'taken' : read.error.code;
    };
    const { 'catalogue.json': _, ...others } = PLAN;
    expect(await codeOf(zipSync(others))).toBe('package-without-catalogue');
    const broken = { 'catalogue.json': new TextEncoder().encode('{"version": 1,') };
    expect(await codeOf(zipSync(broken))).toBe('package-catalogue');
    const whole = zipSync(PLAN);
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('zip-damaged');
  });

  test('that leads out of its folder is refused', async () => {
    const read = await readPlanPackage(
      zipSync({ ...PLAN, '../../catalogue.json': new Uint8Array([123, 125]) }),
    );
    expect(read.ok).toBe(false);
  });
});
