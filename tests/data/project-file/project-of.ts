import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ProjectToWrite } from '../../../src/data/project-file/write-project.ts';
import { EMPTY_WORKSPACE, type Workspace } from '../../../src/domain/views/workspace.ts';

const FOLDER = new URL('../../fixtures/plan-two/', import.meta.url);

/** The files of a small plan by their path beside its catalogue. */
export const PLAN_TWO: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(geo)?json$/.test(path))
    .map((path) => [path, new Uint8Array(readFileSync(new URL(path, FOLDER)))]),
);

/** SHA-256 by another library than the app's. */
export function nodeSha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A project on the small plan, with what a test changes. */
export function projectOf({
  work,
  ...given
}: Partial<Omit<ProjectToWrite, 'work'>> & {
  readonly work?: Partial<Workspace>;
} = {}): ProjectToWrite {
  return {
    app: '0.1.0',
    title: { zh: '规划', en: 'Plan' },
    plan: PLAN_TWO,
    activity: [],
    choices: {},
    ...given,
    work: { ...EMPTY_WORKSPACE, ...work },
  };
}
