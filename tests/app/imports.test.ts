import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Imports between the folders of `src/app`, types included. `.` is the wiring beside the folders. */
const APP = new URL('../../src/app/', import.meta.url);
const FILES = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => [path, readFileSync(new URL(path, APP), 'utf8')] as const);

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

function arrowsOf(files: readonly (readonly [path: string, code: string])[]): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const [path, code] of files) {
    const from = folderOf(path);
    for (const [, to = ''] of code.matchAll(/(?:\bfrom|\bimport\()\s*'(\.[^']+)'/g)) {
      const target = posix.join(posix.dirname(path), to);
      if (target.startsWith('..') || folderOf(target) === from) continue;
      arrows.set(from, (arrows.get(from) ?? new Set()).add(folderOf(target)));
    }
  }
  return arrows;
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '.';
}

/** A way back to where it started, else nothing. */
function cycleIn(arrows: Arrows): readonly string[] {
  const done = new Set<string>();
  const visit = (folder: string, way: readonly string[]): readonly string[] => {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
    if (done.has(folder)) return [];
    for (const next of arrows.get(folder) ?? []) {
      const cycle = visit(next, [...way, folder]);
      if (cycle.length > 0) return cycle;
    }
    done.add(folder);
    return [];
  };
  return [...arrows.keys()].map((folder) => visit(folder, [])).find((way) => way.length > 0) ?? [];
}

describe('folders of app', () => {
  test('that import each other in a circle are seen', () => {
    const files = [
      ['a/one.ts', "import type { B } from '../b/two.ts';"],
      ['b/two.ts', "const { c } = await import('../c/three.ts');"],
      ['c/three.ts', "export { a } from '../a/one.ts';"],
    ] as const;
    expect(cycleIn(arrowsOf(files))).toEqual(['a', 'b', 'c', 'a']);
  });

  test('import each other in one direction', () => {
    const arrows = arrowsOf(FILES);
    expect(arrows.size).toBeGreaterThan(10);
    expect(cycleIn(arrows)).toEqual([]);
  });

  test('leave the wiring beside them alone', () => {
    const arrows = arrowsOf(FILES);
    expect([...(arrows.get('.') ?? [])]).toContain('state');
    expect([...arrows].filter(([, to]) => to.has('.'))).toEqual([]);
  });

  test('rest on state, which knows the address alone', () => {
    const arrows = arrowsOf(FILES);
    expect([...(arrows.get('state') ?? [])]).toEqual(['address']);
    expect(arrows.get('workers')).toBeUndefined();
  });
});
