declare module 'polylabel' {
  /**
   * The position inside a polygon that is farthest from its edges, to within `precision` in the polygon's
   * own units; `distance` is that distance.
   */
  // biome-ignore lint/style/noDefaultExport: it describes what the package exports
  export default function polylabel(
    polygon: readonly (readonly (readonly [number, number])[])[],
    precision?: number,
  ): [number, number] & { readonly distance: number };
}
