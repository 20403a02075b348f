import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/**
 * The structure inside the layers: folders are families, and imports between them (types and later parts
 * counted) form no cycle. Each check first proves that it finds something.
 */

const ROOT = new URL('../src/', import.meta.url);
/** `.single.ts` stands in for its twin in the one-file build. */
const PATHS = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.(single|d)\.tsx?$/.test(path));
const SOURCES: ReadonlyMap<string, string> = new Map(
  PATHS.map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]),
);

type Graph = ReadonlyMap<string, ReadonlySet<string>>;
type Imports = { readonly fixed: readonly string[]; readonly later: readonly string[] };

/** Relative imports of a file, as paths from `src`: those of its first line on, and those of later parts. */
function importsOf(path: string, code: string): Imports {
  const { module } = parseSync(path, code);
  const at = (specifier: string): readonly string[] =>
    specifier.startsWith('.') ? [posix.join(posix.dirname(path), specifier)] : [];
  const fixed = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    code.slice(start + 1, end - 1),
  );
  return { fixed: fixed.flatMap(at), later: later.flatMap(at) };
}

/** The folder of a file inside its layer: `app/audit`, or `app` for files beside the families. */
function familyOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 2).join('/');
}

function graphOf(edges: Iterable<readonly [from: string, to: string]>): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    if (!graph.has(from)) graph.set(from, new Set());
    if (from !== to) graph.get(from)?.add(to);
  }
  return graph;
}

/** One cycle for each group of nodes that reach each other (Tarjan 1972), as the nodes in it. */
function cyclesIn(graph: Graph): readonly (readonly string[])[] {
  const [index, low, stack] = [
    new Map<string, number>(),
    new Map<string, number>(),
    [] as string[],
  ];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.toSorted());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

const IMPORTS = new Map([...SOURCES].map(([path, code]) => [path, importsOf(path, code)] as const));

describe('imports', () => {
  test('are found: fixed, of types, of later parts, and passed on', () => {
    const code = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "export { c } from './c.ts';",
      "const d = () => import('./d.tsx');",
      "import preact from 'preact';",
    ].join('\n');
    expect(importsOf('app/x/y.tsx', code)).toEqual({
      fixed: ['app/x/a.ts', 'app/b.ts', 'app/x/c.ts'],
      later: ['app/x/d.tsx'],
    });
    expect([...IMPORTS.values()].flatMap(({ fixed }) => fixed).length).toBeGreaterThan(1000);
  });

  test('that form a cycle are found', () => {
    const graph = graphOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
    ]);
    expect(cyclesIn(graph)).toEqual([['b', 'c']]);
  });

  test('form no cycle of files, types counted', () => {
    const edges = [...IMPORTS].flatMap(([path, { fixed }]) =>
      fixed.map((to) => [path, to] as const),
    );
    expect(cyclesIn(graphOf(edges))).toEqual([]);
  });

  test.each(['domain', 'data', 'ui', 'app', 'command'])(
    'form no cycle of families in %s, types and later parts counted',
    (layer) => {
      const edges = [...IMPORTS]
        .filter(([path]) => path.startsWith(`${layer}/`))
        .flatMap(([path, { fixed, later }]) =>
          [...fixed, ...later]
            .filter((to) => to.startsWith(`${layer}/`))
            .map((to) => [familyOf(path), familyOf(to)] as const),
        );
      expect(new Set(edges.map(([from]) => from)).size).toBeGreaterThan(2);
      expect(cyclesIn(graphOf(edges)), 'folders that import each other').toEqual([]);
    },
  );
});

describe('the families of app', () => {
  /** The folders that each folder of `app` imports; `app` itself is the wiring beside them. */
  const arrows = graphOf(
    [...IMPORTS]
      .filter(([path]) => path.startsWith('app/'))
      .flatMap(([path, { fixed, later }]) =>
        [...fixed, ...later]
          .filter((to) => to.startsWith('app/'))
          .map((to) => [familyOf(path), familyOf(to)] as const),
      ),
  );

  test('leave the wiring beside them alone', () => {
    expect([...(arrows.get('app') ?? [])]).toContain('app/state');
    expect([...arrows].filter(([, to]) => to.has('app')).map(([from]) => from)).toEqual([]);
  });

  test('rest on state, which knows address and lifecycle alone', () => {
    expect([...(arrows.get('app/state') ?? [])].toSorted()).toEqual([
      'app/address',
      'app/lifecycle',
    ]);
    for (const folder of ['app/address', 'app/lifecycle', 'app/workers'])
      expect([...(arrows.get(folder) ?? [])], folder).toEqual([]);
  });
});

describe('a name', () => {
  function exportsOf(path: string, code: string): readonly string[] {
    return parseSync(path, code).module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ exportName, moduleRequest }) =>
        moduleRequest === null && exportName.kind === 'Name' ? (exportName.name ?? []) : [],
      ),
    );
  }

  test('is found among exports, passed-on ones aside', () => {
    const code = 'export const a = 1;\nexport type B = 2;\nexport { c } from "./c.ts";';
    expect(exportsOf('a.ts', code)).toEqual(['a', 'B']);
  });

  test('is exported by one file', () => {
    const places = new Map<string, string[]>();
    for (const [path, code] of SOURCES)
      for (const name of new Set(exportsOf(path, code)))
        places.set(name, [...(places.get(name) ?? []), path]);
    expect(places.size).toBeGreaterThan(500);
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });
});

describe('a function', () => {
  const MOST_LINES = 120;

  /** Functions with more lines than allowed, as `name or type: lines`. */
  function longFunctions(path: string, code: string): readonly string[] {
    const starts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const lineAt = (at: number): number => starts.findLastIndex((start) => start <= at);
    const found: string[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) for (const each of value) visit(each);
      if (typeof value !== 'object' || value === null || !('type' in value)) return;
      const { type, start, end } = value as { type: string; start: number; end: number };
      const lines = lineAt(end - 1) - lineAt(start) + 1;
      if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type))
        if (lines > MOST_LINES) found.push(`${path}: ${type} of ${lines} lines`);
      for (const child of Object.values(value)) visit(child);
    };
    visit(parseSync(path, code).program.body);
    return found;
  }

  test('that is too long is found', () => {
    const code = `export function a() {\n${'  b();\n'.repeat(MOST_LINES)}}\nconst c = () => {};`;
    expect(longFunctions('a.ts', code)).toEqual(['a.ts: FunctionDeclaration of 122 lines']);
  });

  test(`has at most ${MOST_LINES} lines`, () => {
    expect([...SOURCES].flatMap(([path, code]) => longFunctions(path, code))).toEqual([]);
  });
});

test('some twenty-five files stand in a folder, 28 at most', () => {
  const MOST_FILES = 28;
  const counts = new Map<string, number>();
  for (const path of PATHS)
    counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(30);
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});
