/**
 * The reasons why the service worker served the kept copy of a file (`src/offline/judge-answer.ts`): the
 * server's answer instead of the file, or that it did not answer.
 */
export const KEPT_REASONS = [
  'web-page',
  'redirected',
  'empty',
  'cut-off',
  'not-json',
  'wrong-kind',
  'missing',
  'refused',
  'server-error',
  'no-answer',
  'too-slow',
] as const;

/** One reason from `KEPT_REASONS`. */
export type KeptReason = (typeof KEPT_REASONS)[number];

/** Where a file of the plan came from in this visit. Times are ISO 8601. */
export type FileOrigin =
  | { readonly kind: 'network'; readonly at: string }
  | {
      readonly kind: 'kept';
      /** The time when the copy was fetched from the server. */
      readonly keptAt: string;
      readonly reason: KeptReason;
      /** The file that caused this: the file itself, or another one that is shown together with it. */
      readonly about: string;
    };

/** A fault of the server with some files, and the age of the copies that the app shows instead. */
export type KeptNotice = {
  readonly reason: KeptReason;
  readonly files: readonly string[];
  /** The time of the oldest copy. */
  readonly keptAt: string;
};

/**
 * The notices about kept copies that the user sees, by reason. Without a network, kept copies are
 * expected, so there is no notice.
 */
export function keptNotices(origins: ReadonlyMap<string, FileOrigin>): readonly KeptNotice[] {
  const kept = [...origins.values()].filter((origin) => origin.kind === 'kept');
  return KEPT_REASONS.filter((reason) => reason !== 'no-answer').flatMap((reason) => {
    const origins = kept.filter((origin) => origin.reason === reason);
    const [keptAt] = origins.map((origin) => origin.keptAt).sort();
    if (keptAt === undefined) return [];
    return [{ reason, files: [...new Set(origins.map(({ about }) => about))], keptAt }];
  });
}
