import type { Comparison } from './compare.ts';
import type { DirectionReport } from './measure.ts';

/**
 * Returns the comparison as text: a table of both directions in metres, then the farthest places of each.
 */
export function formatReport(comparison: Comparison): string {
  const { referenceToCoast, coastToReference, coastToReferenceAll, unmatchedM, isLimited } =
    comparison;
  const rows = [
    row('metres', ['samples', 'median', '75 %', '90 %', 'max']),
    row('reference to coast', figures(referenceToCoast)),
    row('coast to reference', figures(coastToReference)),
    row('  with unmatched coast', figures(coastToReferenceAll)),
  ];
  return [
    ...rows,
    '',
    `${(unmatchedM / 1000).toFixed(1)} km of coast have no counterpart in the part of the reference that was asked for.`,
    isLimited
      ? 'The reference was cut at the ends of the coast.'
      : 'The reference was not cut: it passes no end of the coast.',
    '',
    ...worst('Farthest off, reference to coast:', referenceToCoast),
    '',
    ...worst('Farthest off, coast to reference:', coastToReference),
    '',
  ].join('\n');
}

function figures({ samples, median, p75, p90, max }: DirectionReport): readonly string[] {
  return [String(samples), ...[median, p75, p90, max].map((value) => value.toFixed(0))];
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}

function worst(title: string, { worst: stretches }: DirectionReport): readonly string[] {
  return [
    title,
    ...stretches.map(
      ({ at, lengthM, maxM }) =>
        `  ${at[0].toFixed(4)},${at[1].toFixed(4)}  up to ${maxM.toFixed(0)} m over ${(lengthM / 1000).toFixed(2)} km`,
    ),
  ];
}
