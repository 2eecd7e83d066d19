/** Drawn in strokes on a field of 20 by 20, so that they hold in one colour and either theme. */
const drawings = {
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h6M5 16h6M12 4 8 16',
  heading: 'M4 4v12M12 4v12M4 10h8M15 11.5c1-1 2.5-.5 2.5.7 0 1.3-2.5 2.3-2.5 3.800h2.7',
  subheading: 'M4 6v10M11 6v10M4 11h7M14.5 11.500h3l-1.7 2c2.2 0 2 2.7-.2 2.5-.6 0-1-.3-1.3-.6',
  link: 'M8.5 11.500a3 3 0 0 0 4.3 0l2.7-2.700a3 3 0 0 0-4.3-4.300L10 5.700M11.5 8.500a3 3 0 0 0-4.3 0l-2.7 2.700a3 3 0 0 0 4.3 4.300l1.2-1.2',
  list: 'M8 5h8M8 10h8M8 15h8M4 5h.01M4 10h.01M4 15h.01',
  numbered: 'M9 5h7M9 10h7M9 15h7M3.5 4.3 5 3.500V8M3.5 12.500c1-.8 2.3-.2 2 .8-.2.8-2 1.5-2 2.700h2.3',
  quote: 'M4 4v12M8 6h8M8 10h8M8 14h5',
  picture: 'M3 4h14v12H3zM3 13l4-4 4 4M10 12l3-3 4 4M13 7h.01',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M10 4v12',
  footnote: 'M3 16 7 5l4 11M4.5 12.500h5M14 4.5 15.5 4v5M14 9h3',
  questions: 'M4 4h12v9h-6l-3 3v-3H4zM8.5 7c.3-1.3 3-1.3 3 0 0 .9-1.5 1-1.5 2M10 11h.01',
  code: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  rule: 'M3 10h14M8 5h4M8 15h4',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M7 5 4 8l3 3',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M13 5l3 3-3 3',
  note: 'M4 4h12v8l-4 4H4zM12 16v-4h4M7 8h6',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  'row-after': 'M3 4h14v5H3zM10 12v5M7.5 14.500h5',
  'row-remove': 'M3 4h14v5H3zM7.5 14.500h5',
  'column-after': 'M4 3h5v14H4zM14.5 7.500v5M12 10h5',
  'column-remove': 'M4 3h5v14H4zM12 10h5',
  'table-remove': 'M3 4h14v12H3zM7 7l6 6M13 7l-6 6',
} as const

export type Drawing = keyof typeof drawings

const svg = 'http://www.w3.org/2000/svg'

export function icon(name: Drawing): SVGElement {
  const drawing = document.createElementNS(svg, 'svg')
  const path = document.createElementNS(svg, 'path')
  drawing.setAttribute('viewBox', '0 0 20 20')
  drawing.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', drawings[name])
  drawing.append(path)
  return drawing
}
