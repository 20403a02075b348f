/** Style of the head of a table. */
export const BOLD = { font: { bold: true } } as const;
