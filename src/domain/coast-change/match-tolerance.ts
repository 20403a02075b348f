/**
 * Coast of two surveys within this distance is the same place, in metres: twice the 0.5 mm to which a line
 * is drawn at 1:50 000, the coarsest scale at which a coast is classed.
 */
export const DEFAULT_TOLERANCE_M = 50;

/** The greatest tolerance that is taken, in metres. */
export const LARGEST_TOLERANCE_M = 10_000;
