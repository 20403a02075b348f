/** The words of "How sure is it?", in English. */
export const EN_UNCERTAINTY = {
  howSureTitle: 'How sure is it?',
  howSureRunning: 'Working out how sure the ratio is …',
  howSureFailed: 'How sure the ratio is could not be worked out: {{reason}}',
  doubtClasses: 'Classes, 90 %',
  doubtChance: 'Chance of keeping the target',
  doubtMeasured: 'Measurement, 90 %',
  doubtRule: 'Named rules in force',
  doubtBound: 'Outer bound: all doubts against / for',
  plusMinusPoints: '± {{points}} points',
  measuredParts:
    'Measurement: position {{position}}, level of detail {{detail}}, earth model {{earth}} points (standard uncertainties, joined in quadrature).',
  measuredNoPosition: 'not stated',
  barCaption:
    'Ratio {{ratio}} (solid), 90 % of draws between {{low}} and {{high}} (bar), target {{target}} (dashed)',
  ruleName: 'Rule',
  ruleTable: 'Which rule counts',
  ruleNote:
    'A choice, not an error: one ratio each, no interval. Decisive are the rule here and national ones.',
  ruleComparison: 'for comparison',
  withRestored: 'with restored',
  withoutRestored: 'without',
  zoneChances: 'Zones',
  chance: 'Chance',
  rulersTitle: 'Longer or shorter rulers',
  rulerEdges:
    'The edges are {{length}} long in the mean: a shorter ruler finds only the coast as drawn.',
  rulerChart: 'Length of coast by class at rulers from 50 to 500 m, both axes logarithmic',
  rulerStep: 'Ruler',
  tolerance: 'Tolerance',
  surveyTitle: 'What to survey first',
  surveyNote:
    'These narrow the 90 % interval most; with all of them known, from {{before}} to {{after}} points.',
  surveyRow: '{{points}} points, {{perKm}} a km',
  visitFile: 'As a file',
  sampleTitle: 'A sample to visit',
  sampleNote:
    'Points drawn at random by class and confidence, most where most is in doubt. What is found there gives a ratio with a true interval and replaces the assumed error rates.',
  samplePoints: 'Points',
  sampleWidth: 'Expected, 95 %',
  sampleFile: 'List of {{count}} points',
} as const;
