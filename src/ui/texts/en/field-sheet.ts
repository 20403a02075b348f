/** The words of field sheets, in English. */
export const EN_FIELD_SHEET = {
  fieldSave: 'Save field sheet',
  fieldOpen: 'Open field sheet',
  fieldHint:
    'The sheet lists these stretches with empty columns for class found, date and remark. Fill it in and open it here, as CSV or XLSX.',
  fieldReading: 'Reading {{file}} …',
  fieldFailed: 'The file could not be read: {{reason}}',
  fieldTitle: 'Field sheet {{file}}',
  fieldClose: 'Close without applying',
  fieldCancel: 'Cancel',
  fieldEffect: 'Ratio {{before}} → {{after}}',
  fieldBand: 'Band {{before}} → {{after}}',
  fieldChanges: 'Classes that change: {{count}}',
  fieldConfirmed: 'Confirmed: {{count}}',
  fieldConfirmedNote:
    'Class stays as drawn. Visited stretches get high confidence, unless their row states another.',
  fieldKindKept: 'found as natural; the kind stays',
  fieldRefused: 'Rows not taken: {{count}}',
  fieldBlanks: 'Rows without a class found: {{count}}',
  fieldTold: 'Taken, but partly unread: {{count}}',
  fieldNothing: 'No row can be taken. Nothing changes.',
  fieldApply: 'Apply to {{count}} stretches',
  fieldApplied: '{{file}}: classes changed: {{changed}}, confirmed: {{confirmed}}. Undo goes back.',
  fieldMore: 'Show all {{count}}',
  fieldRow: 'Row {{row}}',
  fieldOtherRow: 'row {{row}}',
  fieldSheetRow: '{{sheet}}, row {{row}}',
  fieldUnreadDate:
    'The date “{{text}}” cannot be read; it stays in the reason as written. Write it as 2026-05-03.',
  fieldUnreadConfidence:
    'The confidence “{{text}}” cannot be read; it stays as drawn. Write high, medium or low.',
  'fieldWhy_no-id': 'There is no id. Copy it from a list saved here.',
  'fieldWhy_unknown-id': 'Nothing here has the id “{{id}}”. Copy it from a list saved here.',
  'fieldWhy_sample-point':
    '“{{id}}” is a point of a sample. Open the file below “How sure is it?”, where such answers count.',
  'fieldWhy_set-aside': '“{{id}}” is in the data but could not be used. The Data panel says why.',
  'fieldWhy_class-unread':
    '“{{text}}” names no single class. Write for example sandy or artificial.',
  'fieldWhy_class-open': '“{{text}}” leaves the class open. Write the class that was found.',
  'fieldWhy_class-excluded': 'The rule leaves this class out of the total, so it answers nothing.',
  fieldWhy_elsewhere:
    '“{{id}}” lies on another stretch in this sample. The list is of another sample, or the coast has changed since.',
  fieldWhy_contradicted:
    'Other rows find another class at “{{id}}” ({{others}}): none is taken. Keep the one that holds.',
  fieldWhy_repeated: 'The same is found at “{{id}}” by a row that is taken ({{others}}).',
  fieldReason: 'field sheet {{file}}',
  answersOpen: 'Open answers',
  answersHint: 'Fill in the class found at each point of a list, and open the list here.',
  answersTitle: 'Answers from {{file}}',
  answersClose: 'Close the answers',
  answersCorrected: '{{ratio}} ± {{points}} points (90 %)',
  answersCount: '{{answered}} of {{count}} points answered; {{mapped}} as classified on the map.',
  answersUnanswered: 'Points without an answer: {{count}}',
  answersLeftOut:
    'They are left out of their stratum, as if they were like its answered ones. Visit them if there was a reason to avoid them.',
  answersThin: 'No ratio yet: each stratum needs two answers.',
  answersThinRow: '{{stratum}}: {{answered}} of {{count}}',
  answersCertain:
    'All answers within each stratum agree, so this interval is too narrow. Visit more points.',
  answersRefused: 'Rows not taken: {{count}}',
  'answersUnknown_no-points':
    'No row of {{file}} names a point of a sample. Points are P001 and so on.',
  answersUnknown_ambiguous:
    '{{file}} lists some points without their stretch: it may be of any sample. Keep the column “segment”.',
} as const;
