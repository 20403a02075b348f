import type { EN_UNCERTAINTY } from '../en/uncertainty.ts';

/** The words of "How sure is it?", in Chinese. */
export const ZH_UNCERTAINTY: Readonly<Record<keyof typeof EN_UNCERTAINTY, string>> = {
  howSureTitle: '有多可靠',
  howSureRunning: '正在推算保有率有多可靠……',
  howSureFailed: '未能推算可靠程度：{{reason}}',
  doubtClasses: '分类，90% 区间',
  doubtChance: '达标可能性',
  doubtMeasured: '量算，90%',
  doubtRule: '各项现行规则',
  doubtBound: '外界限：所有疑点都不利/都有利',
  plusMinusPoints: '± {{points}} 个百分点',
  measuredParts:
    '量算：位置 {{position}}、概化程度 {{detail}}、地球模型 {{earth}} 个百分点（标准不确定度，按平方和合成）。',
  measuredNoPosition: '未注明',
  barCaption:
    '保有率 {{ratio}}（实线），90% 的模拟结果在 {{low}} 与 {{high}} 之间（横条），目标 {{target}}（虚线）',
  ruleName: '规则',
  ruleTable: '按哪项规则计',
  ruleNote: '这是选择，不是误差：每项规则一个比率，不合成区间。判定只看本次采用的规则和国家规则。',
  ruleComparison: '供对照',
  withRestored: '含修复',
  withoutRestored: '不含修复',
  zoneChances: '各区段',
  chance: '可能性',
  rulersTitle: '换用长短不同的量尺',
  rulerEdges: '折线边平均长 {{length}}：更短的量尺只能量到已绘出的岸线。',
  rulerChart: '50 至 500 米量尺下各类岸线的长度，两轴均为对数',
  rulerStep: '量尺',
  tolerance: '概化',
  surveyTitle: '先查勘哪里',
  surveyNote: '查清这些岸段最能缩窄 90% 区间；全部查清后由 {{before}} 个百分点缩至 {{after}} 个。',
  surveyRow: '{{points}} 个百分点，每公里 {{perKm}}',
  visitFile: '存为文件',
  sampleTitle: '抽样查勘',
  sampleNote:
    '按类型和可信度随机布点，疑点多处多布。实地所见给出带真实区间的比率，并取代假定的错误率。',
  samplePoints: '点数',
  sampleWidth: '预计 95% 半宽',
  sampleFile: '{{count}} 个点的清单',
};
