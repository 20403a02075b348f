/** A blank between a number and its unit or its Chinese counter; captions are typed with plain ones. */
const BEFORE_UNIT = /(?<=\d) (?=%|(?:k?m²?|Mt|MW|ha)(?![a-z])|[公万亿个年米项种页])/g;

/** A text whose numbers keep their units in one line. */
export function withUnits(text: string): string {
  return text.replace(BEFORE_UNIT, '\u00A0');
}
