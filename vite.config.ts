import { posix } from 'node:path';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { viteStaticCopy } from 'vite-plugin-static-copy';
import { roundIcons } from './scripts/icon-paths.ts';
import { planFolder, planTitle } from './scripts/plan-folder.ts';

/** The plan that is served with the app. */
const PLAN = planFolder();

/** The content policy for the preview server; `index.html` carries it for any other. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** In development Vite puts styles into the page and talks over a socket: the policy lets it. */
function relaxPolicyInDevelopment(): Plugin {
  return {
    name: 'relax-policy-in-development',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}

/**
 * The map's code is asked for by code that is asked for by the page, and so is the catalogue: named in
 * the page, all come at once. Written here and not in `index.html`, where Vite would leave the path of
 * what it does not bundle absolute: the page may lie in any folder of a server.
 */
function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => [
        // With mode and credentials of `fetch` (CORS, same origin): else it is fetched twice. That the page asks
        // with `no-cache` makes no difference to what is preloaded (`src/app/loading/fetch-plan-file.ts`).
        preload({ rel: 'preload', as: 'fetch', href: './geodata/catalogue.json' }),
        ...Object.values(bundle)
          .filter((part) => part.type === 'chunk' && ['map-view', 'maplibre'].includes(part.name))
          .map(({ fileName }) => preload({ rel: 'modulepreload', href: `./${fileName}` })),
      ],
    },
  };
}

/**
 * Vite's `import()` names all that a part rests on, to ask for it at once: three kilobytes of the first load
 * for parts that it does not show. Here a part is asked for alone and names the rest itself, in its
 * first lines, however deep it lies: two turns to the server at most. Only styles are waited for as before.
 */
function leanImports(): Plugin {
  return {
    name: 'lean-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => `
        const asked = {};
        const style = (href) => asked[href] ??= new Promise((resolve, reject) => {
          const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
          link.onload = resolve;
          link.onerror = () => {
            link.remove();
            delete asked[href];
            reject(new Error('no styles at ' + href));
          };
          document.head.append(link);
        });
        export const __vitePreload = (load, styles = [], base) =>
          Promise.all(
            styles
              .map((path) => new URL(path, base).href)
              .filter((href) => ![...document.styleSheets].some((sheet) => sheet.href === href))
              .map(style),
          ).then(load);`,
    },
    renderChunk(code, { isDynamicEntry, fileName, imports }, _options, { chunks }) {
      if (!isDynamicEntry) return null;
      const isThere = reached(
        Object.values(chunks).filter(({ isEntry }) => isEntry),
        chunks,
      );
      const missing = [...reached([{ fileName, imports }], chunks)].filter(
        (name) => name !== fileName && !imports.includes(name) && !isThere.has(name),
      );
      const names = missing.map(
        (name) => `\nimport './${posix.relative(posix.dirname(fileName), name)}';`,
      );
      return names.length === 0 ? null : { code: code + names.join(''), map: null };
    },
  };
}

/** The file names of chunks and of all that they import, directly or not. */
function reached(
  from: readonly ChunkImports[],
  chunks: Readonly<Record<string, ChunkImports>>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = ({ fileName, imports }: ChunkImports): void => {
    if (names.has(fileName)) return;
    names.add(fileName);
    for (const name of imports) {
      const chunk = chunks[name];
      if (chunk !== undefined) visit(chunk);
    }
  };
  for (const chunk of from) visit(chunk);
  return names;
}

/** What the bundler tells of a chunk. */
type ChunkImports = { readonly fileName: string; readonly imports: readonly string[] };

/** What the bundler tells of a module. */
type ModuleGraph = {
  readonly getModuleInfo: (
    id: string,
  ) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
};

const PACKAGE_INDEX = /\/node_modules\/lucide\/dist\/esm\/lucide\.mjs$/;
const MAP = /\/src\/map\/map-view\.ts$/;
const ONCE_DRAWN = /\/src\/app\/once-drawn\.ts$/;

/**
 * The chunk of a module that the page imports from its first line on, itself or through others, or that two
 * parts of the first visit share; of the map; and of one that is wanted once the map stands. Three files instead of the
 * three dozen that modules shared with later parts would make. Nothing for all others.
 */
function firstChunk(moduleId: string, context: ModuleGraph): string | null {
  const isReached = (isRoot: (id: string, isEntry: boolean) => boolean): boolean => {
    const seen = new Set<string>();
    const isFrom = (id: string): boolean => {
      if (seen.has(id)) return false;
      seen.add(id);
      const info = context.getModuleInfo(id);
      if (info === null) return false;
      // An index of a package that lists a module says nothing of who needs it, if somebody imports it directly.
      const direct = info.importers.filter((importer) => !PACKAGE_INDEX.test(importer));
      const importers = direct.length > 0 ? direct : info.importers;
      return isRoot(id, info.isEntry) || importers.some(isFrom);
    };
    return isFrom(moduleId);
  };
  if (isReached((_id, isEntry) => isEntry)) return 'first';
  const isOfMap = isReached((id) => MAP.test(id));
  if (!isReached((id) => ONCE_DRAWN.test(id))) return isOfMap ? 'map-view' : null;
  return isOfMap ? 'first' : 'once-drawn';
}

function preload(attributes: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { crossorigin: true, ...attributes }, injectTo: 'head' };
}

/**
 * The service worker with the list of what the build made, and the manifest that lets a browser install
 * the app. The page registers the worker itself (`src/app/loading/offline.ts`), once its map stands.
 */
function offline(): Plugin[] {
  const icon = (name: string, sizes: string) => ({
    src: `icons/${name}.png`,
    sizes,
    type: 'image/png',
  });
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'offline',
    filename: 'service-worker.ts',
    injectRegister: false,
    includeManifestIcons: false,
    manifest: {
      id: './',
      // The title of the plan that is built in; a plan that replaces it later does not change the manifest.
      name: [planTitle(PLAN) ?? [], '岸线规划图 Coastplan'].flat().join(' · '),
      short_name: '岸线规划图',
      description: '海岸带规划项目与自然岸线保有率，一张图看清，断网可用。',
      lang: 'zh-CN',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#dbe7ee',
      theme_color: '#0b6bcb',
      icons: [
        icon('icon-192', '192x192'),
        icon('icon-512', '512x512'),
        { ...icon('icon-maskable-512', '512x512'), purpose: 'maskable' },
      ],
    },
    injectManifest: {
      // The plug-in builds the worker apart, and would tell of it each time.
      rollupFormat: 'iife',
      buildPlugins: { vite: [{ name: 'quiet', config: () => ({ logLevel: 'warn' }) }] },
      globPatterns: ['**/*.{js,css,html,svg,png,txt,json,geojson}'],
      // The README's picture; the plan's documentation is not asked for by the app.
      globIgnores: ['preview.png'],
      // Our files have their content in their name already; those of the plan and of `public` have not.
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
    },
  });
}

export default defineConfig({
  root: 'src',
  base: './',
  // A file that is missing answers 404, as on a server, and not with the page.
  appType: 'mpa',
  publicDir: '../public',
  plugins: [
    roundIcons(),
    relaxPolicyInDevelopment(),
    preloadMap(),
    leanImports(),
    // Unhashed under geodata/, so that whoever deploys the app can replace a dataset without a build.
    viteStaticCopy({
      targets: [
        { src: [`${PLAN}/*.json`, `${PLAN}/{base,coast,projects,views}`], dest: 'geodata' },
      ],
    }),
    offline(),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // How long plugins took is no warning.
      checks: { pluginTimings: false },
      // MapLibre alone in its file: our own code changes often and is measured apart (`npm run bench`).
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/, priority: 1 },
            { name: firstChunk },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  preview: {
    headers: {
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
});
