import { addPhotos } from '../field-photo/add-photos.ts';
import { isPhotoFile } from '../field-photo/photo-files.ts';
import { offerFile } from '../lifecycle/file-offer.ts';
import type { Model } from '../state/model.ts';
import type { NamedBlob } from '../state/own-data-model.ts';

/** The most files that are taken from dropped folders. */
const MOST_FILES = 10_000;

/** What a drop holds, as far as a browser tells it during the event. */
type Drop = {
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
};

/** Opens the import with what was dropped, unless an open part of the page takes it. */
export async function addDropped(
  model: Pick<Model, 'ownData' | 'page' | 'workspace' | 'selection'>,
  drop: Drop,
): Promise<void> {
  const files = await readDropped(drop);
  const [only] = files;
  if (only !== undefined && files.length === 1 && (await offerFile(window, only))) return;
  model.page.openPanel('data');
  const photos = files.filter(isPhotoFile);
  const others = files.filter((file) => !isPhotoFile(file));
  if (others.length > 0 || photos.length === 0) model.ownData.add(others);
  if (photos.length > 0) await addPhotos(model, photos);
}

/** Lists the files of a drop, those in folders with their paths. */
async function readDropped({ entries, files }: Drop): Promise<readonly NamedBlob[]> {
  if (entries.length === 0) return files.map((file) => ({ name: file.name, blob: file }));
  const found: NamedBlob[] = [];
  for (const entry of entries) await collect(entry, '', found);
  return found;
}

async function collect(entry: FileSystemEntry, folder: string, into: NamedBlob[]): Promise<void> {
  if (into.length >= MOST_FILES) return;
  const name = `${folder}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    into.push({ name, blob: file });
  } else if (isDirectory(entry)) {
    for (const child of await childrenOf(entry)) await collect(child, `${name}/`, into);
  }
}

/** A browser gives the members of a folder in portions, the last of them empty. */
async function childrenOf(
  directory: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
