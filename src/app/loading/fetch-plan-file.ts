/**
 * Reads a file of the plan by its address beside the page. No other file asks the network for anything;
 * the one-file build takes `fetch-plan-file.single.ts` in its place.
 */
export const fetchPlanFile: typeof fetch = (file, init) => fetch(file, init);
