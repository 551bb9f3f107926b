/** How deep the one hue of scores is: none at 100 points, deepest at 50 and below. */
export const scoreDepth = (score: number): string => `${Math.round(Math.min(1, Math.max(0, (100 - score) / 50)) * 45)}%`
