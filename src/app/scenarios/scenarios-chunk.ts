/** What scenarios need besides their panel, fetched with it. */
export { FootprintClient } from '../workers/footprint-client.ts';
export { keepScenarioConflicts } from './count-scenario-conflicts.ts';
export { keepScenarios } from './run-scenarios.ts';
export { keepDrawing } from './sync-drawing.ts';
