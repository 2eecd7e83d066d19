import type { Page } from 'playwright-core'

/** What does not fit on a page: an element that reaches out of the screen or whose letters are cut off, by so many pixels. */
export type Misfit = { path: string; at: string; by: number; says: string }

/**
 * What does not fit among pages that are laid out one after the other in one tab: no server, no scripts and no pictures, so
 * that each takes some ten milliseconds.
 *
 * @param page of a browser whose screen is as wide as is to be looked at
 * @param styles all stylesheets together
 */
export async function misfitsOn(
  page: Page,
  styles: string,
  pages: readonly { path: string; html: string }[],
): Promise<Misfit[]> {
  await page.setContent('<!doctype html><html><head></head><body></body></html>')
  await page.addStyleTag({ content: styles })
  return page.evaluate(look, pages)
}

/** Runs in the browser. */
function look(pages: readonly { path: string; html: string }[]): Misfit[] {
  const wide = document.documentElement.clientWidth
  const parser = new DOMParser()
  const isCut = (element: Element, style: CSSStyleDeclaration) =>
    /hidden|clip/.test(style.overflowX) &&
    element.scrollWidth > element.clientWidth + 1 &&
    element.clientWidth > 1 &&
    element.textContent?.trim() !== ''
  /** What may be moved sideways, or is not there to be seen. */
  const isApart = (element: Element | null): boolean => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const { overflowX, position, clipPath, visibility } = getComputedStyle(one)
      if (/auto|scroll/.test(overflowX) || visibility === 'hidden') return true
      if (position === 'absolute' && (clipPath !== 'none' || one.clientWidth <= 1)) return true
    }
    return false
  }
  const nameOf = (element: Element) =>
    [element.parentElement, element]
      .map(
        (one) =>
          `${one?.localName ?? ''}${one?.className ? `.${String(one.className).replaceAll(' ', '.')}` : ''}`,
      )
      .join(' > ')
  return pages.flatMap(({ path, html }) => {
    const { documentElement: root, body } = parser.parseFromString(html, 'text/html')
    for (const { name, value } of root.attributes) document.documentElement.setAttribute(name, value)
    for (const { name } of [...document.body.attributes]) document.body.removeAttribute(name)
    for (const { name, value } of body.attributes) document.body.setAttribute(name, value)
    document.body.replaceChildren(...body.childNodes)
    const isWide = document.documentElement.scrollWidth > wide
    return [...document.body.querySelectorAll('*')].flatMap((element) => {
      // Looked at first, since it costs nothing once the page is laid out.
      const isInside = !isWide && element.scrollWidth <= element.clientWidth + 1
      if (isInside) return []
      const { left, right, width } = element.getBoundingClientRect()
      const out = isWide && width > 1 ? Math.max(right - wide, -left) : 0
      const cut = isCut(element, getComputedStyle(element)) ? element.scrollWidth - element.clientWidth : 0
      const by = Math.round(Math.max(out, cut))
      if (by <= 1 || isApart(element)) return []
      return [{ path, at: nameOf(element), by, says: (element.textContent ?? '').trim().slice(0, 60) }]
    })
  })
}
