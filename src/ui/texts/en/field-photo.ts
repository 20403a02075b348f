/** The words of photos from the field, in English. */
export const EN_FIELD_PHOTO = {
  photosShowAll: 'Show all {{count}} photos',
  photosOnMap:
    'On the map: a blue point where each was taken, with an arrow the way the camera looks.',
  photosTitle: 'Field photos',
  photosAdded: 'Photos added: {{count}}. Undo takes them away.',
  photosNote:
    'Pictures are scaled; position, bearing and time are as the file of each photo states them. A photo is no survey of a class.',
  photoNoStretch: 'No stretch',
  photosDismiss: 'Close these notes',
  photoOutcome_reading: 'is being read …',
  'photoOutcome_too-many': 'was not taken: the work holds at most 200 photos. Remove some first.',
  'photoOutcome_too-large': 'was not taken: it is larger than 50 MiB. Save it smaller.',
  photoOutcome_empty: 'was not taken: the file is empty. Copy it from the camera again.',
  'photoOutcome_not-a-photo':
    'was not taken: it cannot be read as JPEG or HEIC. Copy it from the camera again.',
  photoOutcome_unread:
    'was not taken: reading it broke off, or took longer than 15 s. Save it anew as JPEG, and add that.',
  photoOutcome_known: 'is here already.',
  'photoOutcome_no-picture':
    'was taken without its picture, which this browser cannot decode. For the picture, save it as JPEG and add that.',
  photoNoPlace_none: 'states no position.',
  photoNoPlace_damaged: 'has damaged camera data, so there is no position.',
  'photoNoPlace_out-of-range': 'states a position that is no place on earth.',
  photoNoPlace_zero: 'states 0° N 0° E: the camera had not found its position.',
  photoPinned: 'It was pinned to the selected stretch.',
  photoChooseFirst: 'It was not taken: select its stretch on the map, then add it again.',
  photoNoPicture: 'No picture',
  photoAlt: 'Photo {{file}}',
  photoNoTime: 'no time stated',
  photoBearing: 'looking {{degrees}}°',
  photoBearingMagnetic: 'looking {{degrees}}° magnetic',
  photoByUser: 'pinned by hand',
  photoDistance: '{{distance}} from the coastline',
  photoFar: 'no stretch within {{limit}}',
  photoOtherDatum: 'position in {{datum}}, not WGS 84: pin it by hand',
  photoStretchGone: 'its stretch {{id}} is gone',
  photoScaled: 'scaled to {{to}} from {{from}} pixels',
  photoPinTo: 'Pin to {{name}}',
  photoRemove: 'Remove photo',
} as const;
