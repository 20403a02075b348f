import { bytesBase64 } from '../../data/text/base64.ts';
import { type PhotoPicture, pictureSize } from '../../domain/field-photo/field-photo.ts';
import { sha256OfBytes } from '../persistence/sha256.ts';

const QUALITY = 0.8;

/** The picture of a file, upright and scaled, without the camera's data; undefined where the browser cannot decode it. */
export async function photoPicture(file: Blob): Promise<PhotoPicture | undefined> {
  const decoded = await createImageBitmap(file).catch(() => undefined);
  if (decoded === undefined) return undefined;
  const original = { width: decoded.width, height: decoded.height };
  const { width, height } = pictureSize(original);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(decoded, 0, 0, width, height);
  decoded.close();
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY),
  );
  if (blob === null) return undefined;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return {
    ...{ sha256: await sha256OfBytes(bytes), jpeg: bytesBase64(bytes) },
    ...{ width, height, original },
  };
}
