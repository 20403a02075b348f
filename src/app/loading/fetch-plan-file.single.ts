import { fileOfTab } from './file-of-tab.ts';

/**
 * Reads a file of the plan from the page itself, where the one-file build has put it: as plain text in an
 * element that a data steward can find and replace.
 */
export const fetchPlanFile: typeof fetch = async (file) => {
  const packaged = await fileOfTab(file);
  if (packaged !== undefined) return packaged;
  const name = file instanceof Request ? file.url : String(file);
  const text = document.querySelector(`script[data-file="${CSS.escape(name)}"]`)?.textContent;
  return text === undefined ? new Response('', { status: 404 }) : new Response(text);
};
