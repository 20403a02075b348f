import code from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw';

/** MapLibre's worker out of the page itself: a page from a disk may not fetch one beside it. */
export const workerUrl: string = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
