/** The words of comparisons on the map, in English. */
export const EN_COMPARE = {
  compareTitleMap: 'Comparison',
  compareManner: 'How to compare',
  compareSwipe: 'Swipe',
  compareBeside: 'Side by side',
  compareSwap: 'Swap the sides',
  compareEnd: 'End the comparison (Esc)',
  compareFailed: 'The second map could not be drawn here. Close other maps, then compare again.',
  compareShares: 'Room for {{left}} and {{right}}',
  compareShare: '{{left}}: {{share}} of the map',
  side_left: 'Left side',
  side_right: 'Right side',
  side_now: 'As on the desk now',
  side_today: 'Today: what exists',
  side_plan: 'The whole plan',
  sidesPlan: 'Plan',
  sideAsDrawn: 'Coast as drawn. Planned sites count only once they are tried as a scenario.',
  sideOwnCounting: 'Counted as this view was saved, not as the desk counts now.',
  viewCompare: 'Compare with another view',
  shareIncludes_comparison: 'two compared states and the line between them',
  shareOmits_comparedScenarios:
    'a comparison with a scenario: save a view with each scenario, and compare the views',
} as const;
