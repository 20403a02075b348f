/**
 * Reads a file of the plan, by its address beside the page. The only place that asks the network for
 * anything: the one-file build has `plan-files.single.ts` in its stead.
 */
export const fetchPlanFile: typeof fetch = (file, init) => fetch(file, init);
