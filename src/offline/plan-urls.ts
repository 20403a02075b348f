/** The base of the plan's addresses, and the files that the app was built with. */
type PlanPlace = { readonly folder: string; readonly builtWith: readonly string[] };

/**
 * Returns the addresses of every file of a plan, from the text of its catalogue: those in the deployed
 * catalogue, and those that the app was built with (`views/` is in no catalogue). Addresses outside the
 * catalogue's folder are left out; a text that is not a catalogue adds none.
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
 * Returns the addresses of the files behind a figure: the catalogue, the counting rule, and the coastline
 * and zones that the catalogue names. They are kept, replaced and served as a set.
 */
export function setUrls(catalogueText: string, folder: string): readonly string[] {
  const audited = layerUrls(catalogueText, folder, ['coastline', 'zones']);
  return inFolder([...frameUrls(folder), ...audited], folder);
}

/** Returns the addresses of a catalogue's layers, of some roles or of all. */
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

/** The files that every plan has and that no catalogue names. */
function frameUrls(folder: string): readonly string[] {
  return [`${folder}catalogue.json`, `${folder}audit.json`];
}

function inFolder(addresses: readonly string[], folder: string): readonly string[] {
  return [...new Set(addresses)].filter((address) => address.startsWith(folder));
}

/** The app checks the catalogue and reports its errors; here every entry that names a file is used. */
function layersOf(text: string): readonly unknown[] {
  const layers = field(parsed(text), 'layers');
  return Array.isArray(layers) ? layers : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The app reports a broken catalogue; there is nothing to keep.
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
