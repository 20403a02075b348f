/** The features that are marked on the map and in every list, by id. */
export type Highlight = {
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
};

/** What a row of a list does with its feature. */
export type HighlightActions = {
  readonly select: (id: string) => void;
  /** `undefined` once no feature is under the pointer. */
  readonly hover: (id: string | undefined) => void;
};
