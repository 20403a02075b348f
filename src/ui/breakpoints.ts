/** The width from which panel and card are beside the map, not over it, as in `layout.css`. */
export const BESIDE_MAP = '(min-width: 44rem)';
