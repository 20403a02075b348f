/** The words at the foot of the map and of its legend. */
export const EN_MAP_FOOT = {
  footScale: 'Scale of the map; type another and press Enter',
  footScaleHint:
    'Scale at the middle of the map on a screen of 96 dots per inch. Type another, such as 1:50 000 or 50k, and press Enter.',
  footScaleWrong: '“{{text}}” is no scale. Write one such as 1:50 000 or 50k.',
  footScaleClosest:
    'The map comes no closer than {{scale}}, so it does not show {{asked}}: its data hold no finer detail.',
  footScaleFarthest:
    'The map goes no farther out than {{scale}}, so it does not show {{asked}}: its base map ends there.',
  footDrawnFor: 'Drawn for {{scale}}',
  footDrawnForWhy:
    'The coastline was drawn for {{scale}}: seen closer, its corners are no more exact than there.',
  footPointer: 'Under the pointer:',
  footCentre: 'Centre:',
  footPlane: 'X (N) {{north}}, Y (E) {{east}} m',
  footPlaneWhy:
    'Metres in {{system}}, CGCS2000 / Gauss–Krüger around {{meridian}}° E: X to the north, Y to the east.',
  legendScale: 'Scale {{scale}} at the middle (screen of 96 dpi)',
  legendProjection: 'Web Mercator projection; measured on the CGCS2000 ellipsoid',
  legendCoast: '{{title}}: {{date}}',
  legendCoastFor: '{{title}}: {{date}}, drawn for {{scale}}',
} as const;
