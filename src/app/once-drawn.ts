/**
 * What is fetched as soon as the first map stands, as one file: the words of the legend, the page for the
 * browser's own print command, and what keeps the app for use without a network.
 */
export { registerServiceWorker } from './loading/offline.ts';
export { LegendContainer } from './main-map/legend-container.tsx';
export { printScreen } from './print/print-screen.tsx';
