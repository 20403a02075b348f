import type { Issue } from '../../domain/issue.ts';

/**
 * Whether a dataset's datum needs no comparison of shapes: another one is declared, which is stronger
 * evidence, or its positions are out of order, so that no shape can be compared.
 */
export function isDatumSettled(issues: readonly Pick<Issue, 'code'>[]): boolean {
  return issues.some(({ code }) => code === 'crs-not-wgs84' || code === 'coast-out-of-order');
}
