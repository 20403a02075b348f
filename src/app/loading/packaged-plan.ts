import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { PlanPackage } from '../../data/plan-package/read-plan-package.ts';
import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import { formatUrlState, parseUrlState } from '../address/url-state.ts';
import { PLAN_FOLDER, planInTab, setPlanInTab } from './plan-in-tab.ts';

let store: UseStore | undefined;
function plans(): UseStore {
  store ??= createStore('coastplan-plans', 'plans');
  return store;
}

/**
 * Keeps a plan in this browser and shows it in this tab, which is loaded anew for that.
 * @param work what is made on it: kept under the id of the plan before the tab is loaded, and how the coast is counted
 * @throws Error when the browser refuses to keep it.
 */
export async function openPackagedPlan(
  plan: PlanPackage,
  work?: { readonly keep: (id: string) => Promise<void>; readonly choices: AuditChoices },
): Promise<void> {
  const id = Math.random().toString(36).slice(2, 10);
  await set(id, plan, plans());
  await work?.keep(id);
  setPlanInTab(id);
  if (work === undefined) startAnew();
  else loadAgain(work.choices);
}

/** Loads the page as the same one again, so that it goes on with the work of its tab unasked. */
function loadAgain(audit: AuditChoices): void {
  const { language } = parseUrlState(location);
  const { search } = formatUrlState({ ...(language && { language }), audit, panel: 'data' });
  history.replaceState(null, '', `${location.pathname}${search}`);
  location.reload();
}

/** All files of a kept plan by their path; undefined when the browser has cleared the plan. */
export async function packagedFiles(id: string): Promise<PlanPackage['files'] | undefined> {
  return (await get<PlanPackage>(id, plans()))?.files;
}

/** Goes back to the plan of the site, and forgets the one from a file. */
export async function leavePackagedPlan(): Promise<void> {
  const id = planInTab();
  setPlanInTab(undefined);
  if (id !== undefined) await del(id, plans());
  startAnew();
}

/** Layers, camera and selection of the address are those of another plan: only the language stays. */
function startAnew(): void {
  const lang = new URLSearchParams(location.search).get('lang');
  const next = `${location.pathname}${lang === null ? '' : `?lang=${lang}`}`;
  if (`${location.pathname}${location.search}` === next && location.hash === '') location.reload();
  else location.assign(next);
}

/** A file of a kept plan; undefined when the browser has cleared the plan, and the site's own is shown again. */
export async function packagedFile(id: string, file: string): Promise<Response | undefined> {
  const plan = await get<PlanPackage>(id, plans());
  if (plan === undefined) {
    setPlanInTab(undefined);
    return undefined;
  }
  const path = file.startsWith(PLAN_FOLDER) ? file.slice(PLAN_FOLDER.length) : file;
  const text = Object.hasOwn(plan.files, path) ? plan.files[path] : undefined;
  return text === undefined ? new Response('', { status: 404 }) : new Response(text);
}
