/** What scenarios need besides their panel, fetched with it. */
export { FootprintClient } from '../workers/footprint-client.ts';
export { countScenarioConflicts } from './count-scenario-conflicts.ts';
export { runScenarios } from './run-scenarios.ts';
export { syncDrawing } from './sync-drawing.ts';
export { tryAlternatives } from './try-alternatives.ts';
