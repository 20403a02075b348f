/** The words of checking a deck before a meeting, in English. */
export const EN_CHECK = {
  deckCheck: 'Check all figures',
  deckChecking: 'Each view is being worked out …',
  deckAccept: 'Take the new figures of {{count}} views',
  deckAcceptNote: 'Captions stay as written: read them again. Cameras stay too.',
  deckAccepted: 'New figures taken, views: {{count}}',
  deckCheckedNone: 'Checked views: {{count}}. All figures are as saved.',
  deckCheckedSome: 'Checked views: {{count}}, with other figures than saved: {{changed}}.',
  deckCheckFailed: 'The deck could not be checked: {{reason}}',
} as const;
