import { type Dispose, listen } from './disposer.ts';

/** A file with its name. */
export type OfferedFile = { readonly name: string; readonly blob: Blob };

/** Whether a part of the page takes a file. */
export type TakeFile = (file: OfferedFile) => Promise<boolean>;

const OFFER = 'file-offer';

/** A file that was dropped on the page, offered to the parts of it that are open. */
class FileOffer extends Event {
  readonly file: OfferedFile;
  readonly answers: Promise<boolean>[] = [];

  constructor(file: OfferedFile) {
    super(OFFER);
    this.file = file;
  }
}

/** Offers a file to every open part of the page; true if one takes it. */
export async function offerFile(page: EventTarget, file: OfferedFile): Promise<boolean> {
  const offer = new FileOffer(file);
  page.dispatchEvent(offer);
  return (await Promise.all(offer.answers)).includes(true);
}

/** Answers offers of files until it is disposed. */
export function takeOffers(page: EventTarget, take: TakeFile): Dispose {
  return listen(page, OFFER, (event) => {
    if (event instanceof FileOffer) event.answers.push(take(event.file));
  });
}
