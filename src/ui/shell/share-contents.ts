/**
 * What a copied link carries, and what it leaves with the sender: a text key each, `shareIncludes_…` and
 * `shareOmits_…`. A new part of the address, or a new edit that a link leaves behind, has to be added here.
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
  'views',
  'comparedScenarios',
  'kept',
  'table',
  'window',
  'search',
  'data',
] as const;
