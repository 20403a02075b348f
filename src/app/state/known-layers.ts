/** A choice of layers without unknown ones; undefined where all of the chosen layers are unknown. */
export function knownLayerIds(
  chosen: readonly string[] | undefined,
  known: readonly string[],
): readonly string[] | undefined {
  const kept = chosen?.filter((id) => known.includes(id));
  return kept?.length === 0 && chosen?.length !== 0 ? undefined : kept;
}
