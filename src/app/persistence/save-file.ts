/** Hands a file to the browser's downloads. Nothing leaves the machine. */
export function saveFile(
  name: string,
  content: string | Blob | Uint8Array<ArrayBuffer>,
  type: string,
): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has taken its copy by the time timers run.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
