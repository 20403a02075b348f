/**
 * What a copied link carries, and what it leaves with the sender: a word key each, `shareIncludes_…` and
 * `shareOmits_…`. Whoever adds something to the address, or something that can be lost, adds it here.
 */
export const SHARE_INCLUDES = [
  'map',
  'layers',
  'selection',
  'panel',
  'filter',
  'counting',
  'study',
  'comparison',
  'look',
] as const;
/** What a link does not carry. */
export const SHARE_OMITS = [
  'changes',
  'scenarios',
  'comparedScenarios',
  'kept',
  'table',
  'window',
  'search',
  'data',
] as const;
