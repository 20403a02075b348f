declare module 'geojson-validation' {
  /**
   * Returns true for a valid object; with `trace` the list of messages, which is empty for a valid object.
   */
  export function isFeature(feature: unknown, trace: true): string[];
}
