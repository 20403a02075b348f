/** The words of the table of projects and of the statistics per zone, in English. */
export const EN_PROJECTS = {
  siteKind_line: 'a line',
  siteKind_area: 'an area',
  siteKind_point: 'a point',
  siteKind_unlocated: 'no site',
  siteKinds_line: 'lines: {{count}}',
  siteKinds_area: 'areas: {{count}}',
  siteKinds_point: 'points: {{count}}',
  siteKinds_unlocated: 'without a site: {{count}}',
  tableSumCount: '{{count}} projects',
  tableSumOf: '{{count}} of {{all}}',
  tableSumNote:
    'Measured on the sketches, on the ellipsoid (CGCS2000); ground that two projects share is in the sum twice.',
  tableSumNoLength: 'Not in the length: {{left}}.',
  tableSumNoArea: 'Not in the area: {{left}}.',
  sizesFailed: 'The sites could not be measured: {{reason}}',
  columnWidth: 'Width of the column {{column}}',
  columnWidthHint: 'Drag, or press ← →',
  columnWidthsReset: 'Reset widths',
} as const;
