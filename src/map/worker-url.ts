/** The address of MapLibre's bundled worker: without it a production build never loads its data. */
export { default as workerUrl } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
