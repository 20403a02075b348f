import type { Language } from '../../domain/bilingual.ts';

const EN = {
  'kind_strict-zone': 'Strictly protected coast',
  'kind_restricted-zone': 'Coast of restricted use',
  'kind_optimised-zone': 'Coast for optimised use',
  'kind_ungraded-zone': 'Protection zone without a grade',
  'kind_natural-coast': 'Natural coastline',
  kind_setback: 'Within 30 m of the coast',
  'kind_study-setback': 'Within the study distance',
  'kind_protected-site': 'Reserve, wetland or other protected site',
  'rule_strict-zone': 'Its natural form is to stay as it is.',
  'rule_restricted-zone': 'Its form is largely intact and little used; use stays limited.',
  'rule_optimised-zone': 'Largely built already and meant for use: told, not counted.',
  'rule_ungraded-zone': 'The data do not say how strictly it is protected.',
  'rule_natural-coast': 'Natural and restored shore counts towards the ratio to be kept.',
  rule_setback:
    'Qingdao’s coastal zone regulation (2019): nothing new or extended within 30 m. Not the official setback line.',
  'rule_study-setback':
    '{{distance}}, set by the slider of the filter. A study, not a rule: told, not counted.',
  'rule_protected-site': 'The plan protects or restores it.',
  certain: 'certain',
  possible: 'possible',
  certainCount: '{{count}} certain',
  possibleCount: '{{count}} possible',
  inside: '{{size}} inside',
  shoreInside: '{{size}} of shore inside',
  touches: 'in contact',
  away: '{{distance}} away',
  none: 'None found.',
  unlocated: 'No site has been published: what it conflicts with cannot be said.',
  protects: 'It protects or restores, so it conflicts with nothing by purpose.',
  accuracyNote:
    'Certain: wherever the site may lie within {{accuracy}}. Possible: a better position may undo it. For two sketched sites both accuracies count.',
  accuracyUnknown: 'No accuracy is stated for this site, so nothing is certain.',
  more: '{{count}} more',
  metBy: 'Sites that meet it',
  byKind: 'Kind',
  bySureness: 'How sure',
  studyDistance: 'Study distance to the coast',
  studyNumber: 'Study distance in metres',
  filterNote:
    'Of sketches, with their stated accuracy. Coast for optimised use and the study distance are told, not counted.',
  cannotBeSaid: 'cannot be said',
};

/** A key of the words about conflicts. */
export type ConflictTextKey = keyof typeof EN;

const ZH: Readonly<Record<ConflictTextKey, string>> = {
  'kind_strict-zone': '严格保护岸线',
  'kind_restricted-zone': '限制开发岸线',
  'kind_optimised-zone': '优化利用岸线',
  'kind_ungraded-zone': '未分级保护区段',
  'kind_natural-coast': '自然岸线',
  kind_setback: '距岸 30 米以内',
  'kind_study-setback': '研究距离以内',
  'kind_protected-site': '保护区、湿地等保护对象',
  'rule_strict-zone': '岸线自然形态应予保持。',
  'rule_restricted-zone': '自然形态基本完整、利用程度低，应控制开发。',
  'rule_optimised-zone': '人工化程度高，可供利用：列出，不计入冲突数。',
  'rule_ungraded-zone': '数据未说明保护等级。',
  'rule_natural-coast': '自然岸线和整治修复岸线计入须保有的比例。',
  rule_setback: '青岛海岸带管理法规（2019 年施行）：30 米内不得新建、扩建。并非官方退缩线。',
  'rule_study-setback':
    '{{distance}}，由筛选栏的滑块设定。仅供研究，不是规定：列出，不计入冲突数。',
  'rule_protected-site': '计划予以保护或修复。',
  certain: '确定',
  possible: '可能',
  certainCount: '确定 {{count}} 项',
  possibleCount: '可能 {{count}} 项',
  inside: '重叠 {{size}}',
  shoreInside: '占用岸线 {{size}}',
  touches: '相接',
  away: '相距 {{distance}}',
  none: '未发现冲突。',
  unlocated: '选址未公布，无法判断冲突。',
  protects: '本项目以保护或修复为目的，不作冲突判断。',
  accuracyNote:
    '“确定”：在 {{accuracy}} 范围内无论实际位置如何都成立；“可能”：位置更精确后或可排除。两个示意位置之间，两者精度一并计入。',
  accuracyUnknown: '该选址未注明精度，均不能确定。',
  more: '另有 {{count}} 项',
  metBy: '与之相关的项目',
  byKind: '类型',
  bySureness: '确定程度',
  studyDistance: '距岸研究距离',
  studyNumber: '研究距离（米）',
  filterNote: '按示意图形及其注明精度判断。优化利用岸线和研究距离列出，不计入冲突数。',
  cannotBeSaid: '无法判断',
};

/** The words about conflicts in both languages: apart from the others, since few first views need them. */
export const CONFLICT_TEXTS: Readonly<Record<Language, Readonly<Record<ConflictTextKey, string>>>> =
  { en: EN, zh: ZH };
