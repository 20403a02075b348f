/** What scenarios need besides their panel, fetched with it. */
export { FootprintClient } from './footprint-client.ts';
export { keepDrawing } from './keep-drawing.ts';
export { keepScenarioConflicts } from './keep-scenario-conflicts.ts';
export { keepScenarios } from './keep-scenarios.ts';
