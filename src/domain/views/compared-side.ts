/** What one side of a comparison shows. */
export type ComparedSide =
  /** What the desk shows, as it changes. */
  | { readonly kind: 'now' }
  /** The projects that exist already. */
  | { readonly kind: 'today' }
  /** All projects of the plan. */
  | { readonly kind: 'plan' }
  | { readonly kind: 'scenario'; readonly id: string }
  /** A saved view, by its number. */
  | { readonly kind: 'view'; readonly number: number };

/** The two sides, left (or above) first. */
export type ComparedSides = readonly [left: ComparedSide, right: ComparedSide];

/** Two states compared on the map. */
export type Comparison = {
  readonly sides: ComparedSides;
  /** Where the line between them stands: from 0, all of the right one, to 1, all of the left one. */
  readonly split: number;
  /** A map for each side, in place of one over the other. */
  readonly isSideBySide: boolean;
};

/** The line in the middle. */
export const EVEN_SPLIT = 0.5;

/** A side as one word, the same for the same side. */
export function sideKey(side: ComparedSide): string {
  switch (side.kind) {
    case 'now':
    case 'today':
    case 'plan':
      return side.kind;
    case 'scenario':
      return `scenario-${side.id}`;
    case 'view':
      return `view-${side.number}`;
  }
}

/**
 * Two sides as an address holds them; undefined where one is a scenario, which belongs to one person's work:
 * under the same id somebody else may have another.
 */
export function formatSides(sides: ComparedSides): string | undefined {
  return sides.some(({ kind }) => kind === 'scenario') ? undefined : sides.map(sideKey).join(',');
}

/** Reads what `formatSides` writes; undefined for anything else, and for a side compared with itself. */
export function parseSides(text: string): ComparedSides | undefined {
  const [left, right, ...more] = text.split(',').map(parseSide);
  if (left === undefined || right === undefined || more.length > 0) return undefined;
  return sideKey(left) === sideKey(right) ? undefined : [left, right];
}

function parseSide(text: string): ComparedSide | undefined {
  if (text === 'now' || text === 'today' || text === 'plan') return { kind: text };
  const [, digits] = /^view-([1-9]\d{0,8})$/.exec(text) ?? [];
  return digits === undefined ? undefined : { kind: 'view', number: Number(digits) };
}
