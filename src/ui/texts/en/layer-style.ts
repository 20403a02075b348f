/** The words of how layers are drawn, in English. */
export const EN_LAYER_STYLE = {
  layerOpacity: 'Opacity',
  layerOpacityValue: '{{percent}} %',
  layerOrder: 'Order of drawing',
  layerOrderPlace: '{{place}} of {{all}} layers of its kind, from below',
  layerOrderWhy_projects:
    'Project areas lie below the coast, lines and sites above it, names on top: the order changes among projects only.',
  layerOrderWhy_zones:
    'Zones lie at the bottom, so that they hide neither coast nor projects: the order changes among zones only.',
  layerOrderWhy_coastline:
    'The coast lies above all areas, below lines and sites of projects: the order changes among coastlines only.',
  layerOrderWhy_shown:
    'Areas that are only shown lie above zones, below project areas and the coast; their lines and dots above the coast, below project sites: the order changes among such layers only.',
  layerForward: 'Forward',
  layerBackward: 'Backward',
  layerStyleReset: 'Look as at first',
  layerColour: 'Colour',
  layerWidth: 'Width of lines',
  layerWidthUnit: 'px',
  layerColourBy: 'Colour by',
  layerColourBy_none: 'One colour for all',
  layerColourBy_categories: 'Values of an attribute',
  layerColourBy_quantile: 'Classes of as many members each',
  'layerColourBy_natural-breaks': 'Classes at natural breaks',
  layerField: 'Attribute',
  layerClasses: 'Classes',
  layerPalette: 'Ramp',
  layerPalette_viridis: 'Viridis (violet to yellow)',
  layerPalette_cividis: 'Cividis (blue to yellow)',
  layerNoField: 'No feature has an attribute with values.',
  layerNoNumbers:
    'This attribute has fewer than two different numbers: choose another, or colour by values.',
  layerFewerClasses: 'Only {{count}} classes: its numbers do not make more.',
  layerMoreValues: 'The six most frequent values have a colour each; the others are grey.',
} as const;
