/**
 * The earth: the CGCS2000 ellipsoid, a = 6 378 137 m, 1/f = 298.257 222 101 (GB 22021-2008).
 * WGS 84 flattens by 1.6e-11 less: no length on this coast differs by 0.1 mm. Both have this semi-major axis.
 */
export const SEMI_MAJOR_AXIS = 6378137;
/** How much the ellipsoid flattens: (a − b) / a. */
export const FLATTENING = 1 / 298.257222101;
/** The radius of Turf's sphere in metres. */
export const SPHERE_RADIUS = 6371008.8;
