import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { PlanPackage } from '../../data/plan-package/read-plan-package.ts';
import { planInTab, setPlanInTab } from './plan-in-tab.ts';

/** The folder of a plan beside the page. */
const GEODATA = 'geodata/';

let store: UseStore | undefined;
function plans(): UseStore {
  store ??= createStore('coastplan-plans', 'plans');
  return store;
}

/**
 * Keeps a plan in this browser and shows it in this tab, which is loaded anew for that.
 * @throws Error when the browser refuses to keep it.
 */
export async function openPackagedPlan(plan: PlanPackage): Promise<void> {
  const id = Math.random().toString(36).slice(2, 10);
  await set(id, plan, plans());
  setPlanInTab(id);
  startAnew();
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
  const path = file.startsWith(GEODATA) ? file.slice(GEODATA.length) : file;
  const text = Object.hasOwn(plan.files, path) ? plan.files[path] : undefined;
  return text === undefined ? new Response('', { status: 404 }) : new Response(text);
}
