/** Rows of Chinese characters in GB/T 2312-1980, which GBK encodes with these first and second bytes. */
const [FIRST_ROW, LAST_ROW, FIRST_CELL, LAST_CELL] = [0xb0, 0xf7, 0xa1, 0xfe] as const;
/** Characters of GB/T 2312-1980 that OpenCC knows as traditional or regional forms of others: 後 of 后, 乾 of 干. */
const DOUBLE_PART = '乾後於徵夥麴麽薹菸榘醣袷吒咤拚捱摺';
/** Words of the coast beyond GB/T 2312-1980 that are the same in simplified writing: 潟湖 is a lagoon. */
const ALSO_SIMPLIFIED = '潟';

/**
 * Returns a test for texts that may hold traditional characters: anything Chinese beyond the 6 763 simplified characters
 * of GB/T 2312-1980. It tells whether the dictionary of traditional characters is worth fetching; a text that it lets
 * through is not changed by the dictionary.
 */
export function createTraditionalTest(): (text: string) => boolean {
  const simplified = simplifiedCharacters();
  for (const character of ALSO_SIMPLIFIED) simplified.add(character);
  for (const character of DOUBLE_PART) simplified.delete(character);
  return (text) =>
    text.match(/\p{sc=Han}/gu)?.some((character) => !simplified.has(character)) ?? false;
}

function simplifiedCharacters(): Set<string> {
  const bytes: number[] = [];
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1)
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell += 1) bytes.push(row, cell);
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
}
