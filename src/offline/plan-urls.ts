/**
 * Addresses of every file that a plan consists of, from the text of its catalogue: those that whoever
 * deployed the app has listed, and those that it was built with (`views/` is in no catalogue). Nothing
 * outside the folder of the catalogue; a text that is no catalogue lists nothing.
 */
export function planUrls(
  catalogueText: string,
  { folder, builtWith }: { readonly folder: string; readonly builtWith: readonly string[] },
): readonly string[] {
  const listed = layerFiles(catalogueText).map((file) => new URL(file, folder).href);
  const all = [`${folder}catalogue.json`, `${folder}audit.json`, ...listed, ...builtWith];
  return [...new Set(all)].filter((address) => address.startsWith(folder));
}

/** The app judges the catalogue and says what is wrong with it; here whatever names a file will do. */
function layerFiles(text: string): readonly string[] {
  const layers = field(parsed(text), 'layers');
  if (!Array.isArray(layers)) return [];
  return layers
    .map((layer: unknown) => field(field(layer, 'source'), 'url'))
    .filter((url) => typeof url === 'string')
    .filter((url) => URL.canParse(url, 'https://plan.invalid/'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A broken catalogue is the app's to report: there is nothing to keep.
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
