// Which texts stand out too little from what is behind them (WCAG 2.2, 1.4.3): returns sentences, none for a legible screen.
// axe judges contrast too, but leaves out what lies on a hatch, as what nobody visited does.
() => {
  const WANTED = 4.5
  const channels = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number)
    return color.startsWith('color(srgb') ? [red * 255, green * 255, blue * 255, alpha] : [red, green, blue, alpha]
  }
  const linear = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  const over = (upper, lower) => [0, 1, 2].map((at) => upper[at] * upper[3] + lower[at] * (1 - upper[3]))
  // The colours behind an element, from the nearest solid one up; null over a picture.
  const behind = (element) => {
    const layers = []
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at)
      if (backgroundImage.includes('url(')) return null
      const stripe = /rgba?\([^)]+\)/.exec(backgroundImage)
      const color = channels(stripe ? stripe[0] : backgroundColor)
      if (color[3] > 0) layers.unshift(color)
      if (color[3] === 1) break
    }
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255])
  }
  const faults = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const said = walker.currentNode.data.trim()
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    // What is switched off, hidden from the eye, or drawn on a photo is not judged.
    if (said === '' || !shown || element.closest('script, style, svg, .sw-hidden, [disabled], .m-camera')) continue
    const below = behind(element)
    if (!below) continue
    const [one, other] = [luminance(over(channels(getComputedStyle(element).color), below)), luminance(below)]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (ratio < WANTED) faults.add(`contrast ${ratio.toFixed(1)}: ${said.slice(0, 40)}`)
  }
  return [...faults]
}
