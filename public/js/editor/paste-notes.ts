import { Fragment, type Node, Slice } from 'prosemirror-model'

/**
 * Footnotes as Word, LibreOffice, Google Docs and pages of the web have them: two links that lead to each other, one in the text and
 * one beside the note.
 */
export function notesOfOthers(page: HTMLElement): void {
  const pairs = [...page.querySelectorAll('a')].flatMap((mark) => {
    const back = otherEnd(page, mark)
    const holder = back && holderOf(back, mark)
    return holder ? [{ mark, back, holder }] : []
  })
  const labels = new Map<Element, string>()
  for (const { holder } of pairs) if (!labels.has(holder)) labels.set(holder, String(labels.size + 1))
  for (const { mark, back, holder } of pairs) {
    const sup = page.ownerDocument.createElement('sup')
    sup.dataset.label = labels.get(holder) ?? ''
    wholeMark(mark).replaceWith(sup)
    wholeMark(back).remove()
  }
  for (const [holder, label] of labels) page.append(noteOf(holder, label))
}

/** What a link leads to within the page, also by an address that Word gives to the page. */
function within(page: HTMLElement, link: Element): Element | null {
  const [, name = ''] = /^(?:file:[^#]*)?#(.+)$/.exec(link.getAttribute('href') ?? '') ?? []
  const quoted = CSS.escape(name)
  return name === '' ? null : page.querySelector(`[id="${quoted}"], [name="${quoted}"]`)
}

/** The link at the note, for one in the text before it. */
function otherEnd(page: HTMLElement, mark: Element): Element | null {
  const target = within(page, mark)
  if (!target || !(mark.compareDocumentPosition(target) & 4)) return null
  const links = target.matches('a') ? [target] : [...target.querySelectorAll('a')]
  return (
    links.find((link) => {
      const place = within(page, link)
      return place !== null && (place.contains(mark) || mark.contains(place))
    }) ?? null
  )
}

/** The note alone: a part of the page with nothing of the text and no other note in it. */
function holderOf(back: Element, mark: Element): Element | null {
  const part = back.closest('li, div')
  const isAlone = part !== null && !part.contains(mark) && part.querySelectorAll('p').length > 0
  const others = part?.querySelectorAll('a[href*="#"]').length ?? 0
  return isAlone && others === 1 ? part : (back.closest('p') ?? (part?.contains(mark) ? null : part))
}

/** A mark with the raised part around it that holds nothing else. */
function wholeMark(link: Element): Element {
  const around = link.closest('sup')
  return around && around.textContent === link.textContent ? around : link
}

function noteOf(holder: Element, label: string): Element {
  while (holder.previousElementSibling?.matches('hr, br')) holder.previousElementSibling.remove()
  const note = holder.ownerDocument.createElement('section')
  note.dataset.label = label
  if (holder.matches('p')) note.append(holder)
  else {
    note.append(...holder.childNodes)
    holder.remove()
  }
  return note
}

/** Notes that are pasted get labels that the text has for none of its own. */
export function withOwnLabels(slice: Slice, doc: Node): Slice {
  const [taken, brought] = [labelsOf(doc.content), labelsOf(slice.content)]
  const highest = Math.max(0, ...[...taken, ...brought].map((label) => Number(label) || 0))
  const clashing = [...brought].filter((label) => taken.has(label))
  if (clashing.length === 0) return slice
  const anew = new Map(clashing.map((label, index) => [label, String(highest + index + 1)]))
  return new Slice(relabelled(slice.content, anew), slice.openStart, slice.openEnd)
}

function labelsOf(content: Fragment): Set<string> {
  const labels = new Set<string>()
  content.descendants((node) => {
    if (node.type.name === 'note') labels.add(node.attrs.label)
  })
  return labels
}

const relabelled = (content: Fragment, anew: ReadonlyMap<string, string>): Fragment =>
  Fragment.from(
    content.content.map((node) => {
      if (node.isText) return node
      const isOfNote = node.type.name === 'note' || node.type.name === 'footnote'
      const label = (isOfNote ? anew.get(node.attrs.label) : undefined) ?? node.attrs.label
      return node.type.create({ ...node.attrs, label }, relabelled(node.content, anew), node.marks)
    }),
  )
