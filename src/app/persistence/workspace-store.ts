/** Where work is saved between visits: texts under keys. */
export type WorkspaceStore = {
  /** Takes the store for this page until the signal is aborted; false while another page has it. */
  readonly hold: (until?: AbortSignal) => Promise<boolean>;
  readonly keys: () => Promise<readonly string[]>;
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, text: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};
