/** What scenarios need besides their panel, fetched with it. */
export { FootprintClient } from './footprint-client.ts';
export { keepDrawing } from './keep-drawing.ts';
export { keepScenarios } from './keep-scenarios.ts';
