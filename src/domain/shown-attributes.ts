import type { ShownFeature } from './shown-feature.ts';

/** The attributes that the file itself gave, in its order; not the id and the names, which an import adds. */
export function ownAttributes({
  properties,
}: Pick<ShownFeature, 'properties'>): readonly (readonly [field: string, value: unknown])[] {
  return Object.entries(properties).filter(
    ([field, value]) =>
      !IDENTITY.has(field) && value !== null && value !== undefined && value !== '',
  );
}

const IDENTITY = new Set(['id', 'name_zh', 'name_en']);
