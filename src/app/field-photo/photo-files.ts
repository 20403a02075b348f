import type { NamedBlob } from '../state/own-data-model.ts';

/** Whether a file is a photo by its name. */
export function isPhotoFile({ name }: Pick<NamedBlob, 'name'>): boolean {
  return /\.(?:jpe?g|hei[cf])$/i.test(name);
}
