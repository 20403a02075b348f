let address: string | undefined;

/** Where the licences of the software can be read: a text that the page carries in itself. */
export function licencesUrl(): string {
  const text = document.querySelector('script[data-file="licences/third-party.txt"]');
  address ??= URL.createObjectURL(
    new Blob([text?.textContent ?? ''], { type: 'text/plain; charset=utf-8' }),
  );
  return address;
}
