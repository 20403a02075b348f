/** The replacement of a word, or a function that gives it. */
type Replacement = string | ((match: string, ...groups: string[]) => string);

const asSigns: Replacement = (_, degrees, minutes, seconds) =>
  `${degrees}°${minutes}'${seconds === undefined ? '' : `${seconds}"`}`;

/**
 * Words and their replacements, applied in this order. φ and λ mean latitude and longitude, → and ↑
 * easting and northing; a semicolon separates two angles or axes; words for coordinates in general are
 * removed.
 */
const WORDS: readonly (readonly [RegExp, Replacement])[] = [
  [/\beastings?\b|[东東横橫](?:坐标|座標)/gi, '→'],
  [/\bnorthings?\b|[北纵縱](?:坐标|座標)/gi, '↑'],
  [/经纬度|經緯度|(?:大地)?(?:坐标|座標)系?|位置|位于|地点|中心点?/g, ' '],
  [/约|大约|附近|左右|前往|读取|按(?=\s)/g, ' '],
  [/\b(?:approx(?:imately)?\.?|about|read as|go to)(?=\s)/gi, ' '],
  [/\b(?:coord(?:inate)?s?|position|location|centre|center|gps)\b/gi, ' '],
  [/(?:大地)?(?:纬度|緯度)|\blat(?:itude)?\b\.?|Φ/gi, 'φ'],
  [/(?:大地)?(?:经度|經度)|\b(?:lng|lon(?:g(?:itude)?)?)\b\.?|Λ/gi, 'λ'],
  [/\bB\s*[=:]\s*(?=[-+\d])/g, 'φ'],
  [/\bL\s*[=:]\s*(?=[-+\d])/g, 'λ'],
  [/北(?:纬|緯)?|\bnorth\b/gi, 'N'],
  [/[东東](?:经|經)?|\beast\b/gi, 'E'],
  [/南(?:纬|緯)?|\bsouth\b/gi, 'S'],
  [/西(?:经|經)?|\bwest\b/gi, 'W'],
  [/度/g, '°'],
  [/分/g, "'"],
  [/秒/g, '"'],
  // An `s` means seconds after `d` and `m`; a capital `S` does so only if the hemisphere still follows.
  [
    /(\d)\s*d(?:eg(?:rees?)?)?\s*(\d+(?:\.\d+)?)\s*m(?:in(?:utes?)?)?(?:\s*(\d+(?:\.\d+)?)\s*s(?:ec(?:onds?)?)?(?![a-z]))?/g,
    asSigns,
  ],
  [/(\d)\s*D\s*(\d+(?:\.\d+)?)\s*M(?:\s*(\d+(?:\.\d+)?)\s*S(?=\s*[NSEW]))?/g, asSigns],
  [/(?<=\d)\s*(?:deg(?:rees?)?|d)(?![a-z])|(?<=\d)o(?=\s*\d)/gi, '°'],
  [/(?<=\d)\s*min(?:utes?)?\b/gi, "'"],
  [/(?<=\d)\s*sec(?:onds?)?\b/gi, '"'],
  [/(?<=\d)\s*(?:m|met(?:re|er)s?|米)(?![a-z])/gi, ' '],
  [/\band\b|[和与、及/|&]/gi, ' ; '],
  [/[()[\]{}<>（）〔〕【】「」『』《》〈〉=:_]/g, ' '],
  [/(?<=\s|^)·|·(?=\s|$)/g, ' ; '],
];

/** Replaces words in a text by plain signs. Words that are not about positions stay as they are. */
export function withSignsForWords(text: string): string {
  let plain = text;
  // One call for both kinds of replacement: TypeScript's overloads take no union.
  for (const [word, sign] of WORDS)
    plain = typeof sign === 'string' ? plain.replace(word, sign) : plain.replace(word, sign);
  return (
    plain
      .toUpperCase()
      .replace(/Φ/g, 'φ')
      .replace(/Λ/g, 'λ')
      .replace(/(?<=[NSEW])\.(?!\d)/g, ' ')
      // Astronomers write the sign of the unit before the point: 57′.5 is 57.5′.
      .replace(/(?<![\d.])(\d+)(['"°])\.(\d+)/g, '$1.$3$2')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
