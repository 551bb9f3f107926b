/** How deep the one hue of scores is (score.css): none at 100 points, deepest at 50 and below. */
export const scoreShade = (score: number): string =>
  `d-shade d-shade-${Math.round(Math.min(1, Math.max(0, (100 - score) / 50)) * 9)}`
