import type { Bilingual } from '../bilingual.ts';
import type { MeasurementError } from './measurement-error.ts';
import { Z_90 } from './normal.ts';
import type { DecidingDoubt, LikelyVerdict, Uncertainty } from './uncertainty.ts';

/** The sentences that go with the figures of an uncertainty, in the order in which they are read. */
export function uncertaintySentences(found: Uncertainty): readonly Bilingual[] {
  return [headline(found), DECIDES[found.decides ?? 'none'], assumptions(found), BOUND, SCALE];
}

/** The ratio with its interval and chance, as a reviewer would quote it. */
function headline({ overall }: Uncertainty): Bilingual {
  const { ratio, classification, measurement, target } = overall;
  if (ratio === undefined || classification === undefined || measurement === undefined)
    return { zh: '没有岸线，无比率。', en: 'There is no coast, hence no ratio.' };
  const { low, high, chance } = classification;
  const measured = measuredPoints(measurement);
  const [zh, en] = [VERDICTS[overall.verdict].zh, VERDICTS[overall.verdict].en];
  return {
    zh: `按现有分类为 ${percent(ratio, 'zh')}；考虑分类误差，90% 区间为 ${percent(low, 'zh')}–${percent(high, 'zh')}，达到 ${percent(target, 'zh')} 的可能性为 ${chanceInWords(chance, 'zh')}；量算误差 ±${measured} 个百分点（90%）。${zh}`,
    en: `${percent(ratio, 'en')} as classified; ${percent(low, 'en')} to ${percent(high, 'en')} with the errors of classes (90 %), ${chanceInWords(chance, 'en')} likely to keep ${percent(target, 'en')}; measured to ±${measured} points (90 %). ${en}`,
  };
}

const VERDICTS: Readonly<Record<LikelyVerdict, Bilingual>> = {
  keeps: {
    zh: '在各项现行规则下，达标的可能性均不低于 95%：达标。',
    en: 'Kept: at least 95 % likely under every rule in force.',
  },
  misses: {
    zh: '在各项现行规则下，达标的可能性均不高于 5%：不达标。',
    en: 'Missed: at most 5 % likely under every rule in force.',
  },
  open: {
    zh: '尚不能判定：并非在每项现行规则下都不低于 95%（或不高于 5%）。',
    en: 'Undecided: not at least 95 % (or at most 5 %) likely under every rule in force.',
  },
  'no-coast': { zh: '没有岸线。', en: 'There is no coast.' },
};

const DECIDES: Readonly<Record<DecidingDoubt | 'none', Bilingual>> = {
  classification: {
    zh: '决定结论的是岸线分类：各段类型判定的误差足以使比率越过目标。',
    en: 'The classes decide: errors in them can carry the ratio across the target.',
  },
  rule: {
    zh: '决定结论的是规则：换用另一项现行规则，比率就越过目标。',
    en: 'The rule decides: another rule in force puts the ratio on the other side of the target.',
  },
  measurement: {
    zh: '决定结论的是量算：位置、概化与地球模型的误差足以使比率越过目标。',
    en: 'The measurement decides: position, detail and earth model can carry the ratio across the target.',
  },
  none: {
    zh: '分类、量算、规则三者都不足以使比率越过目标。',
    en: 'None of the three, classes, measurement or rule, carries the ratio across the target.',
  },
};

function assumptions({ errors, draws, position, setAsideM }: Uncertainty): Bilingual {
  const { low, medium, high } = errors.rates;
  const shares = [low, medium, high].map((rate) => Number((rate * 100).toFixed(1)));
  const [zh, en] = errors.isSampled
    ? ['抽样所得', 'sampled']
    : ['抽样之前为假定', 'assumed until sampled'];
  const place = {
    zh: position === undefined ? '岸线位置精度未注明，未计入。' : '',
    en: position === undefined ? ' Nobody states how exact the positions are: not included.' : '',
  };
  const aside = {
    zh:
      setAsideM > 0
        ? `搁置的岸线中，属于或可能属于统计范围（大陆或海岛）的 ${Math.round(setAsideM)} 米按一半可能为自然岸线计。`
        : '',
    en:
      setAsideM > 0
        ? ` ${Math.round(setAsideM)} m set aside that are, or may be, of the counted coast (mainland or island) count as natural in half of all draws.`
        : '',
  };
  return {
    zh: `分类错误率（低/中/高可信度）${shares.join('/')}%，同类同用途之间相关 ${errors.correlation}：${zh}。模拟 ${draws} 次，随机种子取自数据，任何人重算结果相同。${place.zh}${aside.zh}`,
    en: `Error rates of classes (low/medium/high confidence) ${shares.join('/')} %, correlated by ${errors.correlation} within class and use: ${en}. ${draws} draws, seeded by the data, so that anyone gets the same numbers.${place.en}${aside.en}`,
  };
}

const BOUND: Bilingual = {
  zh: '外界限把区间的各项疑点全部按不利或有利相加，不是概率；它视中、高可信度为确定，因此分类区间可能超出它。',
  en: 'The outer bound adds up all doubts of the band, against or for: it is no probability. It takes medium and high confidence as certain, so that the interval of classes may reach beyond it.',
};

const SCALE: Bilingual = {
  zh: '岸线长度随比例尺而变：不同量尺下的比率不可互相比较，也不可与其他比例尺的测量结果比较。',
  en: 'A coast’s length depends on the scale: ratios at different rulers are not to be compared with each other, nor with a survey at another scale.',
};

/** A share as a percentage with one decimal. */
function percent(share: number, language: 'zh' | 'en'): string {
  return `${(share * 100).toFixed(1)}${language === 'zh' ? '%' : ' %'}`;
}

/**
 * Half the width of the 90 % interval of measurement, in points: two digits, so that a small part never reads as none,
 * and `<0.01` below that. The interval's own ends are cut at 0 and 100 %.
 */
export function measuredPoints({
  standardUncertainty,
}: Pick<MeasurementError, 'standardUncertainty'>): string {
  const points = 100 * Z_90 * standardUncertainty;
  if (points === 0) return '0';
  return points < 0.01 ? '<0.01' : String(Number(points.toPrecision(2)));
}

/** A chance as whole per cent; the rarest are a limit, as draws cannot tell them from never. */
export function chanceInWords(chance: number, language: 'zh' | 'en'): string {
  const sign = language === 'zh' ? '%' : ' %';
  if (chance < 0.01) return `<1${sign}`;
  if (chance > 0.99) return `>99${sign}`;
  return `${Math.round(chance * 100)}${sign}`;
}

/** The verdicts in a word. */
export const LIKELY_VERDICT_LABELS: Readonly<Record<LikelyVerdict, Bilingual>> = {
  keeps: { zh: '达标', en: 'keeps' },
  misses: { zh: '不达标', en: 'misses' },
  open: { zh: '未定', en: 'undecided' },
  'no-coast': { zh: '无岸线', en: 'no coast' },
};
