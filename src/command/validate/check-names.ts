import type { Finding } from '../../data/finding.ts';
import { type JsonRecord, textOf } from '../../data/record.ts';

const HAN = /\p{Script=Han}/u;
/** Two lower-case letters in a row are a word; `G204` or `LNG` are codes that are valid in any language. */
const LATIN_WORD = /[a-z]{2}/;

/** Reports texts in the wrong language: `…_zh` without Chinese characters, `…_en` with them. */
export function checkNames(properties: JsonRecord): readonly Finding[] {
  return ['name', 'summary', 'notes'].flatMap((stem) => {
    const [zh, en] = [textOf(properties, `${stem}_zh`), textOf(properties, `${stem}_en`)];
    const found: Finding[] = [];
    if (zh !== undefined && !HAN.test(zh) && LATIN_WORD.test(zh)) {
      found.push(mixedUp(`${stem}_zh`, { zh: '没有汉字', en: 'holds no Chinese characters' }));
    }
    if (en !== undefined && HAN.test(en) && (zh === en || !LATIN_WORD.test(en))) {
      found.push(mixedUp(`${stem}_en`, { zh: '是中文', en: 'is Chinese' }));
    }
    return found;
  });
}

function mixedUp(name: string, what: Finding['message']): Finding {
  return {
    code: 'language-mixed-up',
    kind: 'thematic-accuracy',
    severity: 'error',
    path: ['properties', name],
    message: { zh: `${name} ${what.zh}。`, en: `${name} ${what.en}.` },
    cure: {
      zh: '中文写入 …_zh，英文写入 …_en；两者可能写反了。',
      en: 'Chinese belongs into …_zh, English into …_en; the two may be swapped.',
    },
  };
}
