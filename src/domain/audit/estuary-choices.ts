import type { Counting } from './audit.ts';

/** The ways of counting an estuary that the user may choose. */
export const ESTUARY_CHOICES = [
  'total-only',
  'natural',
  'excluded',
] as const satisfies readonly Counting[];
