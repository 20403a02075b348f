import type { JSX } from 'preact';

/** Props of a button that chooses files. */
export type FileButtonProps = {
  readonly label: string;
  readonly isFolder?: boolean;
  readonly isPrimary?: boolean;
  readonly isSeveral?: boolean;
  /** The kinds of file to offer first, as suffixes. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A button that lets the user choose files, or a folder. */
export function FileButton({
  label,
  isFolder = false,
  isPrimary = false,
  isSeveral = false,
  accept,
  onFiles,
}: FileButtonProps): JSX.Element {
  return (
    <label class={`${isPrimary ? 'button button--primary' : 'text-button'} file-button`}>
      {label}
      <input
        type="file"
        multiple={isSeveral}
        {...(isFolder && { webkitdirectory: true })}
        {...(accept !== undefined && { accept })}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file can be chosen again, once it has been corrected.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
