import { fileOfTab } from './file-of-tab.ts';

/**
 * Reads a file of the plan by its address beside the page. No other file asks the network for anything;
 * the one-file build takes `fetch-plan-file.single.ts` in its place.
 */
export const fetchPlanFile: typeof fetch = async (file, init) => {
  const packaged = await fileOfTab(file);
  if (packaged !== undefined) return packaged;
  const ask = () => fetch(file, { ...init, cache: 'no-cache' });
  const response = await ask();
  return isPreloaded(response) && (await isFromStore(response)) ? ask() : response;
};

function isPreloaded({ url }: Response): boolean {
  // Where there is no page (a unit test), nothing is preloaded.
  const links = globalThis.document?.querySelectorAll<HTMLLinkElement>('link[rel="preload"]') ?? [];
  return [...links].some(({ href }) => href === url);
}

/** Whether nothing was sent for a file, by the browser's record of it, which is written once it is read. */
async function isFromStore(response: Response): Promise<boolean> {
  await response.clone().arrayBuffer();
  const [record] = performance.getEntriesByName(response.url, 'resource');
  if (!(record instanceof PerformanceResourceTiming)) return true;
  return record.transferSize === 0 && record.workerStart === 0;
}
