/** The panels that exist, in the order of their tabs and of the keys 1–6. */
export const PANELS = ['layers', 'projects', 'coastline', 'scenarios', 'views', 'data'] as const;
/** A panel beside the map. */
export type Panel = (typeof PANELS)[number];
