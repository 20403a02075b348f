import type { PlanPackage } from '../../data/plan-package/read-plan-package.ts';
import { APP_VERSION } from '../../data/project-file/app-version.ts';
import { PROJECT_SUFFIX, type ProjectWork } from '../../data/project-file/project-content.ts';
import { writeWorkspace } from '../../data/views/workspace-file.ts';
import { WORLD_FRAME } from '../../domain/dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import { MAX_WORK_FILE } from '../../domain/views/workspace.ts';
import { openPackagedPlan } from '../loading/packaged-plan.ts';
import { filesOfPlan } from '../loading/plan-files.ts';
import type { Model } from '../state/model.ts';
import type { NamedBlob } from '../state/own-data-model.ts';
import { writeProjectFile } from '../workers/export-client.ts';
import { ImportClient } from '../workers/import-client.ts';
import type { OpenedProject } from '../workers/import-worker.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import { writeTexts } from './autosave-store.ts';
import { keepForPlan } from './browser-store.ts';
import { today } from './save-and-open.ts';
import { saveFile } from './save-file.ts';

/** Saves the plan with all work on it as one file. Returns the file's name. */
export async function saveProject(
  model: Pick<Model, 'plan' | 'audit' | 'workspace'>,
): Promise<string> {
  const work = model.workspace.current.peek();
  const bytes = await writeProjectFile(
    {
      app: APP_VERSION,
      title: model.plan.title.peek(),
      plan: await filesOfPlan(model),
      work,
      activity: model.workspace.activity.peek(),
      choices: model.audit.choices.peek(),
    },
    {},
  );
  const file = `project-${today(new Date())}${PROJECT_SUFFIX}`;
  saveFile(file, bytes, 'application/zip');
  model.workspace.noteInFile(work);
  return file;
}

/**
 * Reads a project apart from the page. One that is refused, or whose reading is stopped, changes nothing, and the user is
 * told why: undefined then.
 */
export async function readProjectFile(
  model: Pick<Model, 'plan' | 'audit' | 'page'>,
  { name, blob }: NamedBlob,
  { signal }: TaskOptions = {},
): Promise<OpenedProject | undefined> {
  const refuse = (reason: string): void =>
    model.page.showMessage({ kind: 'failure', key: 'workNotOpened', values: { reason } });
  if (blob.size > MAX_WORK_FILE) {
    const mebibytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);
    refuse(`${name}: ${mebibytes(blob.size)} MiB > ${mebibytes(MAX_WORK_FILE)} MiB`);
    return undefined;
  }
  const client = new ImportClient({ frame: WORLD_FRAME.extent, coast: [] });
  const stop = (): void => client.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const read = await client.readProject({ name, blob }, await filesOfPlan(model));
    if (read.ok) return read.value;
    const language = model.page.language.peek();
    refuse(`${read.error.message[language]} ${read.error.cure[language]}`);
  } catch (cause) {
    if (signal?.aborted) model.page.showMessage({ kind: 'done', key: 'openWorkCancelled' });
    else refuse(`${name}: ${reasonOf(cause)}`);
  } finally {
    stop();
  }
  return undefined;
}

/** Opens a project from the dialog; one on another plan is shown in the Data panel first, as its plan alone would be. */
export async function openProjectFile(
  model: Pick<Model, 'plan' | 'audit' | 'page' | 'workspace' | 'ownData'>,
  file: NamedBlob,
  watch: TaskOptions,
): Promise<void> {
  const project = await readProjectFile(model, file, watch);
  if (project === undefined || watch.signal?.aborted) return;
  if (project.plan === undefined) takeProject(model, project, file.name);
  else {
    model.page.openPanel('data');
    model.ownData.add([file]);
  }
}

/**
 * Takes the work of a project in place of that at hand, in one step that can be undone. Its log takes the place of this
 * visit's, which stays with the work that is set aside.
 */
export function takeProject(
  { workspace, audit, page }: Pick<Model, 'workspace' | 'audit' | 'page'>,
  { work, activity, choices }: ProjectWork,
  file: string,
): void {
  workspace.restore(work);
  audit.setFromUrl({ audit: choices });
  const opened = { at: new Date().toISOString(), what: 'work-opened', from: '', to: file } as const;
  workspace.noteActivity([...activity, opened]);
  const values = {
    file,
    ...{ changes: work.log.length, scenarios: work.scenarios.length, decks: work.decks.length },
    ...{ datasets: work.datasets.length, versions: work.versions.length },
  };
  page.showMessage({ kind: 'done', key: 'projectOpened', values });
}

/**
 * Shows the plan of a project in this tab, which is loaded anew and goes on with the work of the project.
 * @throws Error when the browser refuses to keep them.
 */
export async function openProjectWithPlan(
  plan: PlanPackage,
  { work, activity, choices }: ProjectWork,
): Promise<void> {
  const savedAt = new Date().toISOString();
  await openPackagedPlan(plan, {
    choices,
    keep: (id) =>
      keepForPlan(id, async (store, key) => {
        await writeTexts(work, store);
        await store.write(key, writeWorkspace(work, savedAt, { withTexts: false, activity }));
      }),
  });
}
