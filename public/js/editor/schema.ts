import { type DOMOutputSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'

/** On whatever lines and items stand in, which follow it: what has a `dir` of its own does not count for those around. */
const auto = { dir: 'auto' }

/** A picture that stands alone, or a part of a line: the same three words about it. */
const pictureAttrs = { src: { default: '' }, alt: { default: '' }, title: { default: '' } }

const ours = /^\/media\/[0-9a-f-]{36}$/

/** The largest file there is of ours is not known here: the address of the picture itself leads to a middle one. */
const pictureDom = (node: Node): DOMOutputSpec =>
  ours.test(node.attrs.src)
    ? ['img', { src: node.attrs.src, alt: node.attrs.alt }]
    : ['span', { class: 'elsewhere' }, node.attrs.alt || node.attrs.src]

const pictureRule = (tag: string) => ({
  tag,
  getAttrs: (img: HTMLElement) => {
    const src = img.getAttribute('src') ?? ''
    return ours.test(src) && { src, alt: img.getAttribute('alt') ?? '', title: img.title }
  },
})

const cells = tableNodes({
  tableGroup: 'block',
  cellContent: '(text | image | footnote | piece)*',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) => cell.getAttribute('align'),
      setDOMAttr: (value, attrs) => Object.assign(attrs, { align: value }),
    },
  },
})

const blocks: Record<string, NodeSpec> = {
  paragraph: {
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    attrs: { level: { default: 2 } },
    content: '(text | image | footnote | piece)*',
    group: 'block',
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: (node) => [`h${node.attrs.level}`, auto, 0],
  },
  quote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', auto, 0],
  },
  list: {
    attrs: { spread: { default: false } },
    content: 'item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', auto, 0],
  },
  numbered: {
    attrs: { start: { default: 1 }, spread: { default: false } },
    content: 'item+',
    group: 'block',
    parseDOM: [
      { tag: 'ol', getAttrs: (list: HTMLElement) => ({ start: Number(list.getAttribute('start') ?? 1) }) },
    ],
    toDOM: (node) => ['ol', { ...auto, start: node.attrs.start }, 0],
  },
  item: {
    attrs: { checked: { default: null }, spread: { default: false } },
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: ({ attrs }) => ['li', attrs.checked === null ? {} : { 'data-checked': String(attrs.checked) }, 0],
  },
  code: {
    attrs: { lang: { default: null }, meta: { default: null } },
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', { dir: 'ltr' }, ['code', 0]],
  },
  rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  figure: {
    attrs: pictureAttrs,
    group: 'block',
    draggable: true,
    parseDOM: [{ ...pictureRule('figure > img') }],
    toDOM: (node) => [
      'figure',
      pictureDom(node),
      ...(node.attrs.title ? [['figcaption', auto, node.attrs.title] as const] : []),
    ],
  },
  /** The text of a note, found by its mark. */
  note: {
    attrs: { label: { default: '1' } },
    content: 'block+',
    group: 'block',
    defining: true,
    isolating: true,
    toDOM: (node) => ['section', { class: 'note', 'data-label': node.attrs.label }, ['div', 0]],
    parseDOM: [{ tag: 'section[data-label]', getAttrs: labelOf }],
  },
  questions: {
    content: 'block+',
    group: 'block',
    defining: true,
    isolating: true,
    toDOM: () => ['section', { class: 'questions' }, 0],
    parseDOM: [{ tag: 'section.questions' }],
  },
  /** What only Markdown can say, shown as it is written. */
  raw: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    toDOM: () => ['pre', { class: 'raw', ...auto }, ['code', 0]],
    parseDOM: [{ tag: 'pre.raw', preserveWhitespace: 'full', priority: 60 }],
  },
  ...cells,
  table: { ...cells.table, toDOM: () => ['table', auto, ['tbody', 0]] },
}

function labelOf(element: HTMLElement) {
  return { label: element.dataset.label ?? '1' }
}

const inline: Record<string, NodeSpec> = {
  text: { group: 'inline' },
  break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  image: {
    attrs: pictureAttrs,
    inline: true,
    group: 'inline',
    draggable: true,
    parseDOM: [pictureRule('img')],
    toDOM: pictureDom,
  },
  /** The mark of a note in the text. */
  footnote: {
    attrs: { label: { default: '1' } },
    inline: true,
    group: 'inline',
    parseDOM: [{ tag: 'sup[data-label]', getAttrs: labelOf }],
    toDOM: (node) => ['sup', { 'data-label': node.attrs.label }, node.attrs.label],
  },
  /** A piece of a line that only Markdown can say. */
  piece: {
    attrs: { source: { default: '' } },
    inline: true,
    group: 'inline',
    parseDOM: [
      { tag: 'code[data-source]', getAttrs: (code: HTMLElement) => ({ source: code.dataset.source }) },
    ],
    toDOM: (node) => ['code', { 'data-source': node.attrs.source }, node.attrs.source],
  },
}

/** What a post may hold, as blocks to write in; marks stand in the order in which they are nested. */
export const schema = new Schema({
  nodes: { doc: { content: 'block+' }, ...blocks, ...inline },
  marks: {
    link: {
      attrs: { href: { default: '' }, title: { default: null } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (link: HTMLElement) => {
            const href = link.getAttribute('href') ?? ''
            return /^(https?:|mailto:|\/(?!\/)|#)/i.test(href) && { href, title: link.getAttribute('title') }
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href, title: attrs.title, rel: 'noopener' }, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        {
          tag: 'b',
          getAttrs: (bold: HTMLElement) => !/(^|;)\s*font-weight:\s*(normal|400)/.test(styleOf(bold)) && null,
        },
        styled(/(?:^|;)\s*font-weight:\s*(bold|[6-9]00)/),
      ],
      toDOM: () => ['strong', 0],
    },
    em: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }, styled(/font-style:\s*italic/)],
      toDOM: () => ['em', 0],
    },
    strike: {
      parseDOM: [{ tag: 'del' }, { tag: 's' }, { tag: 'strike' }, styled(/text-decoration[^;]*line-through/)],
      toDOM: () => ['del', 0],
    },
    verbatim: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
})

/** Styles are renamed before they are read, because our policy refuses them. */
function styleOf(element: HTMLElement): string {
  return element.dataset.style ?? ''
}

/** A mark that other programs say by a style; what else the same element says is read too. */
function styled(pattern: RegExp) {
  return {
    tag: 'span[data-style]',
    consuming: false,
    getAttrs: (span: HTMLElement) => (pattern.test(styleOf(span)) ? null : false),
  } as const
}
