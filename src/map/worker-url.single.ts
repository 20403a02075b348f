import code from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw';

/** MapLibre's worker as a blob address: a page opened from a disk cannot fetch a separate worker file. */
export const workerUrl: string = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
