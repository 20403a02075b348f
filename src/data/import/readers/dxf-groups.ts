/** The text of a drawing as far as it is sound. */
export type DxfText = {
  readonly text: string;
  /** The line, from 1, from which on the text is damaged; undefined where nothing is lost. */
  readonly damagedFrom: number | undefined;
};

/** The ends of a section and of the file. */
const ENDS = ['0', 'ENDSEC', '0', 'EOF'];

/**
 * Reads the groups of a DXF, a code and a value on a line each, up to the end of the file. Where a line that should
 * be a code is none, as after a lost line, nothing behind it can be trusted: the entity that it stands in is left
 * out, and the text ends there. Groups whose code no version of the format has are passed over, as it asks of
 * readers.
 */
export function soundGroups(text: string): DxfText {
  const lines = text.split(/\r\n|\r|\n/);
  let lastEntity = 0;
  let kept: string[] | undefined;
  for (let at = 0; ; at += 2) {
    const [written, value] = [lines[at], lines[at + 1]?.trim()];
    const code =
      written !== undefined && /^\s*-?\d+\s*$/.test(written) ? Number(written) : undefined;
    if (code === undefined || value === undefined) {
      const before = (kept ?? lines).slice(0, lastEntity);
      // Nothing is lost where only the mark of the end is missing.
      const isWhole = lines.slice(at).every((line) => line.trim() === '') && endsSection(before);
      const damagedFrom = isWhole ? undefined : Math.min(at + 1, lines.length);
      return { text: [...before, ...(isWhole ? ENDS.slice(2) : ENDS), ''].join('\n'), damagedFrom };
    }
    if (code === 0 && value === 'EOF') break;
    if (code === 0 && !PARTS.has(value)) lastEntity = kept?.length ?? at;
    if (code === 0 && value === 'ENDSEC') lastEntity += 2;
    if (isKnown(code)) kept?.push(written ?? '', lines[at + 1] ?? '');
    else kept ??= lines.slice(0, at);
  }
  if (kept === undefined) return { text, damagedFrom: undefined };
  return { text: [...kept, ...ENDS.slice(2), ''].join('\n'), damagedFrom: undefined };
}

function endsSection(lines: readonly string[]): boolean {
  return lines.at(-1)?.trim() === 'ENDSEC';
}

/** Entities that are parts of the one before them. */
const PARTS: ReadonlySet<string> = new Set(['VERTEX', 'SEQEND', 'ATTRIB']);

/** The codes that have a type, as AutoCAD's DXF reference lists them. */
const RANGES = [
  [-5, 149],
  [160, 179],
  [210, 239],
  [270, 481],
  [999, 1071],
] as const;

function isKnown(code: number): boolean {
  return RANGES.some(([from, to]) => code >= from && code <= to);
}
