/** The words of a map embedded in another page. */
export const EN_EMBED = {
  openFullView: 'Open full view',
} as const;
