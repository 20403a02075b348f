declare module 'geojson-validation' {
  /** True for a valid object; with `trace` the list of messages, empty when it is valid. */
  export function isFeature(feature: unknown, trace: true): string[];
}
