import type { ProjectStatus } from '../../../domain/project.ts';

/** Words of what is done with a project, more specific ones first. */
const STATUS_WORDS: readonly (readonly [RegExp, ProjectStatus])[] = [
  [/修复|恢复|整治|restor/i, 'restore'],
  [/保护|protect|conserv/i, 'protect'],
  [/扩建|改扩建|expand|extension|widen/i, 'expand'],
  [/改造|更新|提升|renovat|upgrade|refurb/i, 'renovate'],
  [/研究|谋划|前期|study|studied|feasib/i, 'study'],
  [/拟建|规划|计划|储备|propose|planned/i, 'propose'],
  [/在建|新建|建设|续建|build|construction|new/i, 'build'],
  [/现状|已建|建成|既有|现有|existing|built/i, 'existing'],
];

/** What a value says of a project's status; undefined for a value that says nothing known. */
export function statusOfValue(value: string): ProjectStatus | undefined {
  return STATUS_WORDS.find(([pattern]) => pattern.test(value))?.[1];
}

/** A zone's target from a number or a text: a share up to 1, or per cent above; undefined when it is none. */
export function targetOfValue(value: string | number): number | undefined {
  const text = String(value)
    .normalize('NFKC')
    .replace(/[≥>=\s%]/g, '');
  if (text === '') return undefined;
  const number = Number(text);
  if (!Number.isFinite(number) || number < 0) return undefined;
  const isPercent = typeof value === 'string' && /[%％]/.test(value);
  const share = isPercent || number > 1 ? number / 100 : number;
  return share <= 1 ? share : undefined;
}
