/** The words of the app without a network, and of its next version. */
export const EN_OFFLINE = {
  updateTitle: 'New version',
  updateNote: 'A new version is ready. Your changes are kept.',
  updateNow: 'Load it now',
  updateLater: 'Later',
  updateWaits: 'Another tab is presenting: load the new version when it has ended.',
  kept_nothing:
    'Not kept for use without a network: this browser or this address does not allow it.',
  kept_some: 'Being kept for use without a network …',
  kept_all: 'Kept in this browser: opens without a network.',
} as const;
