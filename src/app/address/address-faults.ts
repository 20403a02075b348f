import { formatUrlState, parseUrlState } from './url-state.ts';

/** Parts that hold ids or words between commas: each may make sense alone. */
const LISTS: readonly string[] = ['status', 'article', 'accuracy', 'conflict', 'sure'];
/** Parts that hold one value. */
const SINGLE: readonly string[] = [
  ...['lang', 'theme', 'panel', 'realm', 'count', 'estuary', 'target', 'detail'],
  ...['located', 'near', 'setback', 'compare', 'split', 'view'],
];

/**
 * The parts of an address whose values make no sense here, as they are written: `target=40`. Parts of other programs
 * (`from=timeline`) are none of ours.
 */
export function senselessParts({
  search,
  hash,
}: {
  readonly search: string;
  readonly hash: string;
}): readonly string[] {
  const query = new URLSearchParams(search);
  const isRead = (name: string, value: string): boolean =>
    formatUrlState(
      parseUrlState({ search: `?${new URLSearchParams({ [name]: value })}`, hash: '' }),
    ).search !== '';
  const faults: string[] = [];
  for (const [name, value] of query) {
    if (value === '') continue;
    const values = LISTS.includes(name) ? value.split(',').filter((item) => item !== '') : [value];
    const isOurs = LISTS.includes(name) || SINGLE.includes(name);
    if (isOurs)
      faults.push(...values.filter((item) => !isRead(name, item)).map((item) => `${name}=${item}`));
  }
  const isCameraLost =
    /^#map=./.test(hash) && parseUrlState({ search: '', hash }).camera === undefined;
  return isCameraLost ? [...faults, hash.slice(1)] : faults;
}
