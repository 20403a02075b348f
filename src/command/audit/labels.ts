import type { Verdict } from '../../domain/audit/audit.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { CoastlineClass, CoastlineUse, RealmChoice } from '../../domain/coastline.ts';

/** Labels of the shore classes, by class and language. */
export const CLASS_LABELS: Readonly<Record<CoastlineClass, Bilingual>> = {
  bedrock: { zh: '基岩岸线', en: 'bedrock' },
  sandy: { zh: '砂质岸线', en: 'sandy' },
  muddy: { zh: '粉砂淤泥质岸线', en: 'muddy' },
  biogenic: { zh: '生物岸线', en: 'biogenic' },
  natural: { zh: '自然岸线（类型未分）', en: 'natural (kind not stated)' },
  estuary: { zh: '河口岸线', en: 'estuary' },
  restored: { zh: '整治修复岸线', en: 'restored' },
  artificial: { zh: '人工岸线', en: 'artificial' },
};

/** Labels of the uses of artificial coastline, by use and language. */
export const USE_LABELS: Readonly<Record<CoastlineUse, Bilingual>> = {
  port: { zh: '港口', en: 'port' },
  shipyard: { zh: '船厂', en: 'shipyard' },
  aquaculture: { zh: '养殖围堤', en: 'aquaculture' },
  'salt-pan': { zh: '盐田', en: 'salt pan' },
  revetment: { zh: '护岸', en: 'revetment' },
  reclamation: { zh: '填海造地', en: 'reclamation' },
  road: { zh: '道路', en: 'road' },
  'fishing-harbour': { zh: '渔港', en: 'fishing harbour' },
  other: { zh: '其他', en: 'other' },
};

/** Labels of the realms that an audit counts, by realm and language. */
export const REALM_LABELS: Readonly<Record<RealmChoice, Bilingual>> = {
  mainland: { zh: '大陆岸线', en: 'mainland coastline' },
  island: { zh: '海岛岸线', en: 'island coastline' },
  all: { zh: '全部岸线', en: 'all coastline' },
};

/** Labels of the verdicts, by verdict and language. */
export const VERDICT_LABELS: Readonly<Record<Verdict, Bilingual>> = {
  pass: { zh: '达标', en: 'pass' },
  fail: { zh: '不达标', en: 'fail' },
  'too-close': { zh: '临界', en: 'too close' },
  'no-coast': { zh: '无岸线', en: 'no coast' },
};
