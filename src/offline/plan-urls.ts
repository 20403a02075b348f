/** What the address of a plan's file is resolved against, and what the app was built with. */
type PlanPlace = { readonly folder: string; readonly builtWith: readonly string[] };

/**
 * Addresses of every file that a plan consists of, from the text of its catalogue: those that whoever
 * deployed the app has listed, and those that it was built with (`views/` is in no catalogue). Nothing
 * outside the folder of the catalogue; a text that is no catalogue lists nothing.
 */
export function planUrls(
  catalogueText: string,
  { folder, builtWith }: PlanPlace,
): readonly string[] {
  return inFolder(
    [...frameUrls(folder), ...layerUrls(catalogueText, folder), ...builtWith],
    folder,
  );
}

/**
 * Addresses of the files that make one figure: the catalogue, the counting rule, and the coastline and
 * zones that the catalogue names. They are kept, replaced and served as a set.
 */
export function setUrls(catalogueText: string, folder: string): readonly string[] {
  const audited = layerUrls(catalogueText, folder, ['coastline', 'zones']);
  return inFolder([...frameUrls(folder), ...audited], folder);
}

/** Addresses of the layers that a catalogue names, of some roles or of all. */
export function layerUrls(
  catalogueText: string,
  folder: string,
  roles?: readonly string[],
): readonly string[] {
  return layersOf(catalogueText)
    .filter((layer) => roles === undefined || roles.some((role) => role === field(layer, 'role')))
    .map((layer) => field(field(layer, 'source'), 'url'))
    .filter((url) => typeof url === 'string')
    .filter((url) => URL.canParse(url, folder))
    .map((url) => new URL(url, folder).href);
}

/** The files that every plan has, and that no catalogue names. */
function frameUrls(folder: string): readonly string[] {
  return [`${folder}catalogue.json`, `${folder}audit.json`];
}

function inFolder(addresses: readonly string[], folder: string): readonly string[] {
  return [...new Set(addresses)].filter((address) => address.startsWith(folder));
}

/** The app judges the catalogue and says what is wrong with it; here whatever names a file will do. */
function layersOf(text: string): readonly unknown[] {
  const layers = field(parsed(text), 'layers');
  return Array.isArray(layers) ? layers : [];
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
