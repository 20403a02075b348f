declare module 'polylabel' {
  /**
   * The position inside a polygon that lies farthest from its edges, to within `precision`, in the
   * polygon's own units; `distance` is how far.
   */
  // biome-ignore lint/style/noDefaultExport: it describes what the package exports
  export default function polylabel(
    polygon: readonly (readonly (readonly [number, number])[])[],
    precision?: number,
  ): [number, number] & { readonly distance: number };
}
