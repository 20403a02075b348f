/** The folder of a plan beside the page. */
export const PLAN_FOLDER = 'geodata/';
/** Where this tab remembers the plan that the user opened from a file. */
const KEY = 'coastplan-plan';

/** The key of the plan that the user opened in this tab from a file; undefined for the plan of the site. */
export function planInTab(): string | undefined {
  try {
    return globalThis.sessionStorage?.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Has this tab show a plan from a file from its next load on, or the plan of the site again. */
export function setPlanInTab(id: string | undefined): void {
  if (id === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, id);
}
