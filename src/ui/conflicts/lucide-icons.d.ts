/** One icon of lucide as a module of its own, which the package has no types for. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  import type { IconNode } from 'lucide';

  const icon: IconNode;
  // biome-ignore lint/style/noDefaultExport: it describes what the package exports
  export default icon;
}
