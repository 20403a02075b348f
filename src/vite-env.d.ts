/// <reference types="vite/client" />

declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw' {
  /** The code of MapLibre's worker. */
  const code: string;
  export default code;
}

declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url' {
  /** Address of MapLibre's worker once bundled. */
  const url: string;
  export default url;
}
