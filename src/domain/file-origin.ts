/**
 * Why the service worker gave a page the kept copy of a file (`src/offline/judge-answer.ts`): what the
 * server answered instead of the file, or that it did not answer.
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

/** One of the reasons above. */
export type KeptReason = (typeof KEPT_REASONS)[number];

/** Where a file of the plan came from in this visit. Times are ISO 8601. */
export type FileOrigin =
  | { readonly kind: 'network'; readonly at: string }
  | {
      readonly kind: 'kept';
      /** When the copy was taken from the server. */
      readonly keptAt: string;
      readonly reason: KeptReason;
      /** The file that was the cause: itself, or another one that is shown together with it. */
      readonly about: string;
    };

/** What the server did wrong with some files, and of when the copies are that are shown instead. */
export type KeptNotice = {
  readonly reason: KeptReason;
  readonly files: readonly string[];
  /** The oldest of the copies. */
  readonly keptAt: string;
};

/**
 * The kept copies that the user is told of, by reason. Without a network kept copies are expected, and
 * nothing is said.
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
