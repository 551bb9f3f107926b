// What anybody would stumble over on the screen that is shown: returns sentences, none for a sound screen.
({ prefixes, width, lang }) => {
  const faults = []
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown)
  const textOf = (ids) => (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const pictures = (element) => [...element.querySelectorAll('img[alt], svg[aria-label]')]
  const nameOf = (element) =>
    [
      element.getAttribute('aria-label') ?? '',
      textOf(element.getAttribute('aria-labelledby')),
      element.innerText ?? '',
      element.textContent ?? '',
      element.title ?? '',
      ...[...(element.labels ?? [])].map((label) => label.textContent),
      ...pictures(element).map((picture) => picture.getAttribute('alt') ?? picture.getAttribute('aria-label')),
    ]
      .join(' ')
      .trim()
  const outline = (element) => element.outerHTML.slice(0, 140)

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (!parent.closest('script, style') && parent.checkVisibility()) texts.push(walker.currentNode.data)
  }
  const words = [document.title, ...texts]
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    words.push(...[...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)))
  const key = new RegExp(`\\b(?:${prefixes.join('|')})(?:\\.[a-zA-Z_]+)+\\b`, 'g')
  for (const found of new Set(words.join('\n').match(key))) faults.push(`raw key: ${found}`)
  if (/\{\w+\}/.test(words.join('\n'))) faults.push(`unfilled place: ${/.*\{\w+\}.*/.exec(words.join('\n'))[0]}`)
  if (/\b(undefined|NaN|Invalid Date|\[object Object\])/.test(document.body.innerText))
    faults.push(`no value: ${/.*(undefined|NaN|Invalid Date|\[object Object\]).*/.exec(document.body.innerText)[0]}`)

  if (document.documentElement.scrollWidth > width) faults.push(`wider than ${width}: ${document.documentElement.scrollWidth}`)
  if (!document.documentElement.lang.startsWith(lang)) faults.push(`lang is ${document.documentElement.lang}`)
  if (all('h1').length !== 1) faults.push(`${all('h1').length} first headings`)
  if (all('main').length !== 1) faults.push(`${all('main').length} main parts`)
  for (const element of all('button, a[href], [role=button], [role=dialog], input, select, textarea'))
    if (element.type !== 'hidden' && nameOf(element) === '') faults.push(`no name: ${outline(element)}`)
  for (const element of all('img:not([alt])')) faults.push(`no alt: ${outline(element)}`)
  for (const element of all('img')) if (element.complete && element.naturalWidth === 0) faults.push(`broken: ${outline(element)}`)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push(`id twice: ${id}`)
  return faults
}
