/** A choice of layers without those nobody knows; a choice of which nothing is left is none. */
export function knownLayerIds(
  chosen: readonly string[] | undefined,
  known: readonly string[],
): readonly string[] | undefined {
  const kept = chosen?.filter((id) => known.includes(id));
  return kept?.length === 0 && chosen?.length !== 0 ? undefined : kept;
}
