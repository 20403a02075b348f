declare module 'opencc-js/dict/*' {
  /** Pairs parted by `|`, in each the two forms parted by a space. */
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: it describes what the package exports
  export default pairs;
}
