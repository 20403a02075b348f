/** Where MapLibre's worker lies once bundled: without it a production build never loads its data. */
export { default as workerUrl } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
