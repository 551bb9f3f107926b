// What is too small for a thumb on the phone's screen that is shown: less than 48 px high or wide.
(() => {
  const LEAST = 47.5
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const controls = 'button, a[href], [role=button], [role=tab], [role=switch], [role=checkbox], input, select, textarea'
  // A label, or the cell around a field, is tapped as well as what it names.
  const target = (element) => element.closest('label, .van-cell, .van-switch') ?? element
  return [...document.querySelectorAll(controls)].flatMap((element) => {
    if (!shown(element) || element.type === 'hidden' || element.closest('.sw-hidden, [inert]')) return []
    const { width, height } = target(element).getBoundingClientRect()
    if (width <= 1 || height <= 1 || (width >= LEAST && height >= LEAST)) return []
    return [`small ${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`]
  })
})()
