import hongKongVariants from 'opencc-js/dict/HKVariantsRev';
import traditionalCharacters from 'opencc-js/dict/TSCharacters';

/** Character by character: names are short, and both sides of a comparison are written so. */
const SIMPLIFIED = simplifiedForms();

/** The text with traditional characters, those of Hong Kong included, written as simplified ones (OpenCC). */
export function simplify(text: string): string {
  return text.replace(/\p{sc=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
}

function simplifiedForms(): ReadonlyMap<string, string> {
  const forms = new Map(pairsOf(traditionalCharacters));
  for (const [variant, traditional] of pairsOf(hongKongVariants))
    forms.set(variant, forms.get(traditional) ?? forms.get(variant) ?? variant);
  return forms;
}

function pairsOf(pairs: string): readonly (readonly [string, string])[] {
  return pairs.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to];
  });
}
