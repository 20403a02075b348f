/** What one side of a comparison shows. */
export type ComparedSide =
  /** The current state of the app, which follows its changes. */
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
  /** The position of the line between them: 0 shows only the right side, 1 only the left side. */
  readonly split: number;
  /** True when each side has its own map; false when one side lies over the other. */
  readonly isSideBySide: boolean;
};

/** The `split` of a line in the middle. */
export const EVEN_SPLIT = 0.5;

/** A key for a side; equal sides have equal keys. */
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
 * Formats two sides for a URL. Returns undefined when one is a scenario, because a scenario belongs to
 * one user's work, and the same id may be another scenario for another user.
 */
export function formatSides(sides: ComparedSides): string | undefined {
  return sides.some(({ kind }) => kind === 'scenario') ? undefined : sides.map(sideKey).join(',');
}

/**
 * Parses the output of `formatSides`; returns undefined for any other text, and for a side compared with
 * itself.
 */
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
