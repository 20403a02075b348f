import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import PACKAGE from '../package.json' with { type: 'json' };
import { INK_COLOURS } from '../src/domain/ink-colours.ts';
import { MAP_COLOURS, THEMES, type ThemedColour } from '../src/domain/symbology.ts';
import { EN as EN_FIRST } from '../src/ui/texts/en.ts';
import { EN_DEFERRED } from '../src/ui/texts/en-deferred.ts';
import { ZH as ZH_FIRST } from '../src/ui/texts/zh.ts';
import { ZH_DEFERRED } from '../src/ui/texts/zh-deferred.ts';

const EN = { ...EN_FIRST, ...EN_DEFERRED };
const ZH = { ...ZH_FIRST, ...ZH_DEFERRED };

/** What the linter cannot say about the source as a whole. Each check first proves that it finds something. */

const ROOT = new URL('../src/', import.meta.url);
const FILES: ReadonlyMap<string, string> = new Map(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(tsx?|css)$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]),
);

function filesIn(
  folder: string,
  pattern: RegExp = /\.tsx?$/,
): readonly (readonly [string, string])[] {
  return [...FILES].filter(([path]) => path.startsWith(folder) && pattern.test(path));
}

/** Code without comments and without what stands in quotes. */
function bare(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
}

test('there is something to look at in every layer', () => {
  for (const layer of ['domain', 'data', 'map', 'ui', 'app', 'command'])
    expect(filesIn(`${layer}/`).length, layer).toBeGreaterThan(5);
});

describe('imports', () => {
  /** Which layers and packages a layer may import (docs/architecture.md). */
  const ALLOWED: Readonly<
    Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }>
  > = {
    domain: {
      layers: [],
      packages: [
        '@turf/area',
        '@turf/buffer',
        '@turf/circle',
        '@turf/helpers',
        '@turf/intersect',
        'geographiclib-geodesic',
        'flatbush',
        'geojson',
        '@mapbox/maki',
        'proj4',
        'simple-statistics',
      ],
    },
    data: {
      layers: ['domain'],
      packages: [
        ...['valibot', 'geojson-validation', 'jsonc-parser', 'flatbush', 'geojson', 'fflate'],
        // The readers of people's own files, each fetched with the first file of its format.
        ...['proj4', 'hucre', '@tmcw/togeojson', '@xmldom/xmldom', 'dxf-parser'],
        ...['topojson-client', 'topojson-specification', 'exifr'],
      ],
    },
    map: {
      layers: ['domain'],
      packages: [
        ...['maplibre-gl', '@maplibre/geojson-vt', '@maplibre/vt-pbf', 'geojson'],
        ...['terra-draw', 'terra-draw-maplibre-gl-adapter'],
      ],
    },
    ui: {
      layers: ['domain'],
      packages: [
        'preact',
        '@preact/signals',
        '@lingui/core',
        'lucide',
        'geojson',
        '@tanstack/table-core',
        '@tanstack/virtual-core',
      ],
    },
    // What joins the neighbours may use any dependency but the map's own.
    app: {
      layers: ['domain', 'data', 'map', 'ui'],
      packages: [
        'geojson',
        ...Object.keys(PACKAGE.dependencies).filter((name) => name !== 'maplibre-gl'),
      ],
    },
    offline: {
      layers: [],
      packages: ['workbox-precaching', 'workbox-routing'],
    },
    command: {
      layers: ['domain', 'data'],
      packages: [
        'node:',
        '@turf/helpers',
        '@turf/intersect',
        'geojson',
        'valibot',
        'jsonc-parser',
        '@noble/hashes',
        'flatbush',
        'fflate',
      ],
    },
  };

  function importsOf(code: string): readonly string[] {
    const found = code
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .matchAll(
        /^(?:import|export)\b[^;'"]*?\bfrom\s*'([^'\n]+)'|(?:^import\s|\bimport\(\s*)'([^'\n]+)'/gm,
      );
    return [...found].map(([, from, alone]) => from ?? alone ?? '');
  }

  function refused(file: string, code: string): readonly string[] {
    const layer = file.split('/')[0] ?? '';
    const rule = ALLOWED[layer];
    if (rule === undefined) return [];
    return importsOf(code).filter((path) => {
      if (!path.startsWith('.'))
        return !rule.packages.some(
          (name) => path === name || path.startsWith(name.endsWith(':') ? name : `${name}/`),
        );
      const target = posix.join(posix.dirname(file), path).split('/')[0] ?? '';
      return target !== layer && !rule.layers.includes(target);
    });
  }

  test.each([
    ['domain/a.ts', "import { a } from '../data/b.ts';", '../data/b.ts'],
    ['domain/a.ts', "import type { A } from '../ui/b.tsx';", '../ui/b.tsx'],
    ['domain/a.ts', "import { signal } from '@preact/signals';", '@preact/signals'],
    ['data/a.ts', "const { a } = await import('../map/b.ts');", '../map/b.ts'],
    ['map/style-layers/a.ts', "export { a } from '../../app/b.ts';", '../../app/b.ts'],
    ['ui/a.tsx', "import 'maplibre-gl/dist/maplibre-gl.css';", 'maplibre-gl/dist/maplibre-gl.css'],
    ['app/a.ts', "import { a } from '../command/audit.ts';", '../command/audit.ts'],
    ['app/a.ts', "import {\n  Map,\n} from 'maplibre-gl';", 'maplibre-gl'],
    ['command/a.ts', "import { a } from '../app/b.ts';", '../app/b.ts'],
    ['domain/a.ts', "import a from '../../scripts/b.ts';", '../../scripts/b.ts'],
  ])('against the arrows are seen in %s: %s', (file, code, path) => {
    expect(refused(file, code)).toEqual([path]);
  });

  test('that keep to the arrows are not', () => {
    expect(
      refused(
        'map/style-layers/a.ts',
        "import { a } from '../../domain/b.ts';\nimport { c } from '../c.ts';\nimport type { Map } from 'maplibre-gl';",
      ),
    ).toEqual([]);
  });

  test.each(
    [...FILES.keys()]
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => path.split('/')[0] ?? '')
      .filter((layer, at, all) => all.indexOf(layer) === at && layer in ALLOWED),
  )('of the layer "%s" keep to the arrows', (layer) => {
    const found = filesIn(`${layer}/`).flatMap(([file, code]) =>
      refused(file, code).map((path) => `${file}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  test('of app are made by the entry and by app alone', () => {
    const importsApp = (file: string, code: string): boolean =>
      importsOf(code).some((path) => posix.join(posix.dirname(file), path).startsWith('app/'));
    expect(importsApp('main.tsx', FILES.get('main.tsx') ?? '')).toBe(true);
    const others = [...FILES].filter(
      ([file, code]) => !file.startsWith('app/') && file !== 'main.tsx' && importsApp(file, code),
    );
    expect(others.map(([file]) => file)).toEqual([]);
  });

  test('of MapLibre’s running code stand in the one adapter, types aside', () => {
    const runs = (code: string): boolean => /^import (?!type )[^;]*'maplibre-gl'/m.test(code);
    expect(runs("import { Map as MapLibreMap } from 'maplibre-gl';")).toBe(true);
    expect(runs("import type { Map } from 'maplibre-gl';")).toBe(false);
    expect(
      filesIn('')
        .filter(([, code]) => runs(code))
        .map(([file]) => file),
    ).toEqual(['map/map-view.ts']);
  });
});

describe('types are never talked round', () => {
  const TRICKS: readonly (readonly [string, RegExp, string])[] = [
    ['any', /[:<,|&(]\s*any\b(?!\w|:)|\bas any\b/, 'const a: any = 1;'],
    ['a non-null assertion', /[\w)\]]!(?=[.;,)\]\s[])(?!=)/, 'const a = b!.c;'],
    ['a cast through unknown', /\bas unknown as\b/, 'const a = b as unknown as C;'],
  ];

  test.each(TRICKS)('by %s: the check finds one', (_, pattern, example) => {
    expect(pattern.test(bare(example))).toBe(true);
    expect(pattern.test(bare(`// ${example}\n/* ${example} */`))).toBe(false);
  });

  test.each(TRICKS)('by %s', (_, pattern) => {
    expect(
      filesIn('')
        .filter(([, code]) => pattern.test(bare(code)))
        .map(([file]) => file),
    ).toEqual([]);
  });

  test('by a comment to the compiler', () => {
    const pattern = /@ts-(ignore|nocheck|expect-error)/;
    expect(pattern.test('// @ts-ignore')).toBe(true);
    expect(
      filesIn('')
        .filter(([, code]) => pattern.test(code))
        .map(([file]) => file),
    ).toEqual([]);
  });

  test('by "as" outside units, parsers and the edge to a library', () => {
    const casts = (code: string): readonly string[] =>
      bare(code)
        .replace(/^(?:import|export)\b[^;]*;/gm, '')
        .match(/\bas (?!const\b)[\w{[(]+/g) ?? [];
    expect(casts('const a = b as Metres;')).toHaveLength(1);
    expect(
      casts(
        "import { a as b } from './c.ts';\nimport * as v from 'valibot';\nconst d = [1] as const;",
      ),
    ).toEqual([]);
    const found = filesIn('')
      .filter(([, code]) => casts(code).length > 0)
      .map(([file]) => file);
    for (const file of found)
      expect(file, 'a cast outside units, parsers and the edge to a library').toMatch(
        /^(domain\/units\.ts|data\/|map\/pick\.ts)/,
      );
  });
});

describe('every export', () => {
  function silent(code: string): readonly string[] {
    const lines = code.split('\n');
    return lines.filter(
      (line, at) =>
        /^export (async )?(function\*?|const|type|class|abstract)/.test(line) &&
        !/\*\/\s*$/.test(lines[at - 1] ?? '') &&
        !isOverload(lines, at),
    );
  }

  function isOverload(lines: readonly string[], at: number): boolean {
    const name = /function\*? (\w+)/.exec(lines[at] ?? '')?.[1];
    return (
      name !== undefined &&
      lines
        .slice(0, at)
        .some((line) => line.startsWith('export ') && line.includes(`function ${name}`))
    );
  }

  test('without a docstring is seen', () => {
    expect(silent('/** Says what. */\nexport const a = 1;\n\nexport function b() {}')).toEqual([
      'export function b() {}',
    ]);
  });

  test('has a docstring', () => {
    expect(
      filesIn('').flatMap(([file, code]) => silent(code).map((line) => `${file}: ${line}`)),
    ).toEqual([]);
  });
});

describe('style layers', () => {
  const handWritten = (code: string): readonly string[] =>
    code.match(/\bid: (?!styleLayerId\()['"`\w][^,\n]*/g) ?? [];

  test('take their ids from the one table', () => {
    expect(handWritten("{ id: 'ports/line', type: 'line' }")).toHaveLength(1);
    expect(handWritten("{ id: styleLayerId(id, 'line') }")).toEqual([]);
    const found = filesIn('map/style-layers/').flatMap(([file, code]) =>
      handWritten(code).map((line) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });
});

describe('a file that the one-file build puts in place of another', () => {
  /** Names of the values that code exports; types are gone by the time a build exchanges files. */
  function valuesOf(code: string): readonly string[] {
    const declared = code.matchAll(
      /^export (?:async )?(?:const|let|function\*?|class|abstract class) (\w+)/gm,
    );
    const listed = [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => name.replace(/^.*\bas /, '')),
    );
    return [...[...declared].map(([, name = '']) => name), ...listed].toSorted();
  }

  const pairs = [...FILES].flatMap(([file, code]) => {
    const other = file.replace(/\.single(\.tsx?)$/, '$1');
    return other === file ? [] : [[file, code, FILES.get(other)] as const];
  });

  test('with other names is seen', () => {
    const one = 'export type A = 1;\nexport const a = 1;\nexport async function b() {}';
    const same = "export { default as a } from 'c';\nexport { type A, d as b } from 'd';";
    expect(valuesOf(one)).toEqual(['a', 'b']);
    expect(valuesOf(same)).toEqual(valuesOf(one));
    expect(valuesOf('export const a = 1;')).not.toEqual(valuesOf(one));
  });

  test('there are some', () => {
    expect(pairs.length).toBeGreaterThan(2);
  });

  test.each(pairs)('%s exports the same names', (_, code, other) => {
    expect(other, 'no file to stand in for').toBeDefined();
    expect(valuesOf(code)).toEqual(valuesOf(other ?? ''));
    expect(valuesOf(code)).not.toEqual([]);
  });
});

test('the network is asked in one place, which the one-file build exchanges', () => {
  const asks = (code: string): boolean =>
    /(?<![.\w])fetch\(|\{ fetch \}|XMLHttpRequest|EventSource/.test(bare(code));
  expect(asks("const a = await fetch('b');")).toBe(true);
  expect(asks('loadText(file, { fetch })')).toBe(true);
  const files = [...FILES].filter(([path]) => !/^(offline|command)\//.test(path));
  // `data/loading/load.ts` asks with what it is given.
  expect(
    files
      .filter(([, code]) => asks(code))
      .map(([file]) => file)
      .toSorted(),
  ).toEqual(['app/loading/fetch-plan-file.ts', 'data/loading/load.ts']);
});

test('the earth has its size in one file', () => {
  const sizes = (code: string): boolean => /\b6_?378_?137|\b6_?371_?00\d/.test(bare(code));
  expect(sizes('const R = 6378137;') && sizes('const R = 6_371_008.8;')).toBe(true);
  expect(sizes('// 6378137 m')).toBe(false);
  expect(
    filesIn('')
      .filter(([, code]) => sizes(code))
      .map(([file]) => file),
  ).toEqual(['domain/earth.ts']);
});

describe('CSS tokens', () => {
  const sheets = [...FILES]
    .filter(([path]) => path.endsWith('.css'))
    .map(([, code]) => code.replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');
  const components = filesIn('')
    .map(([, code]) => code)
    .join('\n');
  const defined = (css: string): ReadonlySet<string> =>
    new Set([...css.matchAll(/(?:^|[\s{;])(--[\w-]+)\s*:/g)].map(([, name = '']) => name));
  const used = (css: string): ReadonlySet<string> =>
    new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name));
  /** Custom properties that a component sets on its own element. */
  const set = new Set([...components.matchAll(/['"](--[\w-]+)['"]/g)].map(([, name = '']) => name));

  test('that are missing or idle are seen', () => {
    const css = ':root { --a: 1; --b: 2 } p { margin: var(--a) var( --c, 0) }';
    expect([...defined(css)]).toEqual(['--a', '--b']);
    expect([...used(css)]).toEqual(['--a', '--c']);
  });

  test('that are used exist', () => {
    const known = defined(sheets);
    expect(
      [...used(`${sheets}\n${components}`)].filter((name) => !known.has(name) && !set.has(name)),
    ).toEqual([]);
  });

  test('that exist are used', () => {
    const asked = used(`${sheets}\n${components}`);
    expect([...defined(sheets)].filter((name) => !asked.has(name))).toEqual([]);
  });

  /** The values of custom properties in the rules of one selector. */
  function valuesIn(css: string, selector: string): ReadonlyMap<string, string> {
    const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/^([^{}\n]+)\{([^{}]*)/gm);
    return new Map(
      [...rules]
        .filter(([, asked = '']) => asked.trim() === selector)
        .flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)])
        .map(([, name = '', value = '']) => [name, value]),
    );
  }

  /** Names of colours whose value in a sheet is another than in the table. */
  function differing(
    found: ReadonlyMap<string, string>,
    expected: readonly (readonly [name: string, colour: string])[],
  ): readonly string[] {
    return expected.filter(([name, colour]) => found.get(name) !== colour).map(([name]) => name);
  }

  test('with another colour than the table are seen', () => {
    const css =
      ':root {\n  --ink: #111111; /* 15:1 */\n  --fail: #222222;\n}\n.p {\n  --ink: red;\n}';
    expect(
      differing(valuesIn(css, ':root'), [
        ['ink', '#111111'],
        ['fail', '#333333'],
        ['pass', '#0'],
      ]),
    ).toEqual(['fail', 'pass']);
    expect(valuesIn(css, '.p').get('ink')).toBe('red');
  });

  test.each(THEMES)('have the colours of the table in the theme "%s"', (theme) => {
    const css = FILES.get('ui/css/tokens.css') ?? '';
    const found = new Map([
      ...valuesIn(css, ':root'),
      ...valuesIn(css, `:root[data-theme="${theme}"]`),
    ]);
    const { sea, accent } = MAP_COLOURS;
    const table: Readonly<Record<string, ThemedColour>> = { ...INK_COLOURS, sea, accent };
    expect(
      differing(
        found,
        Object.entries(table).map(([name, colour]) => [name, colour[theme]]),
      ),
    ).toEqual([]);
  });

  test('have the colours of paper in the report; its tables alone have lighter lines', () => {
    const found = valuesIn(FILES.get('ui/css/components/report.css') ?? '', '.report');
    const paper = Object.entries(INK_COLOURS).map(
      ([name, colour]) => [name, colour.paper] as const,
    );
    expect(differing(found, paper)).toEqual(['line']);
  });

  test('win by layer, not by force', () => {
    expect(sheets).not.toContain('!important');
    expect(FILES.get('ui/css/main.css')).toMatch(
      /@layer vendor, reset, tokens, base, layout, components;/,
    );
  });
});

describe('classes of components', () => {
  /** Classes without a style of their own: hooks for code and tests, or names of a part. */
  const HOOKS: ReadonlySet<string> = new Set([
    // Found by tests/browser/presentation.spec.ts.
    'minutes__list',
    // Names the one of two like buttons in the rail that changes the panel's width.
    'rail__width',
  ]);

  /** The classes in a component's code, also in expressions; of `a--${b}` the start, `a--`. */
  function classesOf(code: string): readonly string[] {
    return [...code.matchAll(/\bclass(?::|=)\s*(?=["'`{])/g)]
      .map(({ 0: start, index }) => valueAt(code, index + start.length))
      .flatMap(stringsOf)
      .flatMap((text) => text.match(/(?<![\w-])[a-z][\w-]*/gi) ?? []);
  }

  /** A quoted text or what is between braces, from its first character on. */
  function valueAt(code: string, at: number): string {
    const opening = code[at] ?? '';
    if (opening !== '{') return code.slice(at, code.indexOf(opening, at + 1) + 1);
    let depth = 0;
    for (let end = at; end < code.length; end++) {
      if (code[end] === '{') depth++;
      else if (code[end] === '}' && --depth === 0) return code.slice(at, end + 1);
    }
    return code.slice(at);
  }

  /** The texts in quotes; of templates the parts between the holes, and the texts inside the holes. */
  function stringsOf(value: string): readonly string[] {
    const templates = [...value.matchAll(/`((?:[^`$]|\$(?!\{)|\$\{[^{}]*\})*)`/g)];
    // A text that is put behind a start, as in `a--${isOn ? 'b' : 'c'}`, is no class either.
    const holes = templates.flatMap(([, text = '']) =>
      [...text.matchAll(/([-_]?)\$\{([^{}]*)\}/g)].map(([, glue, hole = '']) =>
        glue === '' ? hole : '',
      ),
    );
    const rest = [value.replace(/`[^`]*`/g, ''), ...holes].join('\n');
    return [
      ...templates.map(([, text = '']) => text.replace(/\$\{[^{}]*\}/g, ' ')),
      // What a value is compared with is no class.
      ...[...rest.replace(/[=!]==\s*'[^']*'/g, '').matchAll(/'([^']*)'|"([^"]*)"/g)].map(
        ([, one, other]) => one ?? other ?? '',
      ),
    ];
  }

  const styled = new Set(
    [...FILES]
      .filter(([path]) => path.endsWith('.css'))
      .flatMap(([, css]) =>
        [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-z][\w-]*)/gi)].map(
          ([, name = '']) => name,
        ),
      ),
  );
  const isStyled = (name: string): boolean =>
    styled.has(name) || (/[-_]$/.test(name) && [...styled].some((other) => other.startsWith(name)));

  test('are found in all ways to write them', () => {
    const hole = (code: string): string => `$\{${code}}`;
    expect(classesOf('<p class="a b__c">')).toEqual(['a', 'b__c']);
    expect(classesOf("<p class={isOn ? 'a' : undefined}>")).toEqual(['a']);
    expect(
      classesOf(`<p class={\`a${hole("kind === 'b' ? ' c' : ''")} d--${hole('kind')}\`}>`),
    ).toEqual(['a', 'd--', 'c']);
    expect(classesOf(`<p class={\`a--${hole("isOn ? 'b' : 'c'")}\`}>`)).toEqual(['a--']);
    expect(isStyled('export-formats__running')).toBe(false);
    expect(isStyled('icon-button')).toBe(true);
    expect(isStyled('segmented__choice--')).toBe(true);
    expect(isStyled('no-such-block--')).toBe(false);
  });

  test('have a style, or are hooks', () => {
    const found = filesIn('', /\.tsx$/).flatMap(([file, code]) =>
      classesOf(code)
        .filter((name) => !isStyled(name) && !HOOKS.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the words of the interface', () => {
  const places = (text: string): readonly string[] =>
    (text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).toSorted();
  const [zh, en] = [
    new Map<string, string>(Object.entries(ZH)),
    new Map<string, string>(Object.entries(EN)),
  ];

  test('have the same keys in both languages', () => {
    expect(zh.size).toBeGreaterThan(50);
    expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  /** The files that the page fetches before anybody asks for a part. */
  function firstFiles(): ReadonlySet<string> {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      const code = FILES.get(path);
      if (code === undefined || seen.has(path)) return;
      seen.add(path);
      const imports = code
        .replace(/import type[^;]*;/g, '')
        .matchAll(/^(?:import|export)\b[^;']*?'(\.[^']+)'/gm);
      for (const [, to = ''] of imports) visit(posix.join(posix.dirname(path), to));
    };
    visit('main.tsx');
    return seen;
  }

  test('of later parts are used by later parts alone', () => {
    const first = [...firstFiles()];
    expect(first).toContain('ui/legend/layer-panel.tsx');
    expect(first).not.toContain('ui/report/report.tsx');
    const code = first.map((path) => FILES.get(path) ?? '').join('\n');
    const early = (key: string): boolean =>
      new RegExp(`['"\`]${key}['"\`]`).test(code) ||
      [...code.matchAll(/`([A-Za-z-]+_)\$\{/g)].some(([, start = '']) => key.startsWith(start));
    expect(early('layersIntro')).toBe(true);
    expect(Object.keys(EN_DEFERRED).filter(early)).toEqual([]);
  });

  test('are never empty', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('leave the same places to be filled in both languages', () => {
    expect(places('{{count}} of {{ total }}')).toEqual(['{{ total }}', '{{count}}']);
    const differing = [...zh].filter(
      ([key, text]) => places(text).join() !== places(en.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('are each used somewhere', () => {
    const code = [...FILES]
      .filter(([path]) => /\.tsx?$/.test(path) && !path.startsWith('ui/texts/'))
      .map(([, text]) => text)
      .join('\n');
    const isUsed = (key: string): boolean => {
      const [family = ''] = key.split('_');
      // A word of a family is asked for by what it names: t(`status_${status}`).
      return (
        new RegExp(`['"\`]${key}['"\`]`).test(code) ||
        (family !== key && code.includes(`\`${family}_\${`))
      );
    };
    expect(isUsed('heardOfNowhere')).toBe(false);
    expect([...en.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  test('are Chinese in Chinese and English in English', () => {
    // A language's own name and units stand as they are.
    const inEnglish = [...en]
      .filter(([, text]) => /\p{Script=Han}/u.test(text))
      .map(([key]) => key);
    expect(inEnglish.length).toBeLessThanOrEqual(2);
  });
});

describe('the plan is data', () => {
  /** Names of the embedded plan's district and its neighbours, in both languages. */
  const NAMES =
    /青岛|西海岸|黄岛|胶州|胶南|琅琊|董家口|灵山|日照|山东|黄海|qingdao|west coast|huangdao|jiao(?:zhou|nan)|langya|dongjiakou|lingshan|rizhao|shandong|yellow sea/i;
  /** Degrees with decimals near that coast. */
  const DEGREES = /(?<![\d.])(?:119|120|35|36)\.\d{2,}(?!\d*rem)/;
  /** Comments may show how a coordinate is written. */
  const withoutComments = (code: string): string =>
    code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
  const sources = [
    ...FILES,
    ['index.html', readFileSync(new URL('index.html', ROOT), 'utf8')] as const,
    ['../vite.config.ts', readFileSync(new URL('../vite.config.ts', ROOT), 'utf8')] as const,
  ];

  test('no source names a district', () => {
    expect('Positions in QINGDAO').toMatch(NAMES);
    const found = sources.flatMap(([path, code]) => {
      const name = NAMES.exec(code)?.[0];
      return name === undefined ? [] : [`${path}: ${name}`];
    });
    expect(found).toEqual([]);
  });

  test('no source has a position on its coast', () => {
    expect("placeholder: '120.20 35.9'").toMatch(DEGREES);
    const found = sources.flatMap(([path, code]) => {
      const degrees = DEGREES.exec(withoutComments(code))?.[0];
      return degrees === undefined ? [] : [`${path}: ${degrees}`];
    });
    expect(found).toEqual([]);
  });
});
