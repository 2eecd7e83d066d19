import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { boxQuestions } from '../../../platform/markdown.ts'
import { dialect } from '../../../platform/markdown-dialect.ts'
import { cleanText, isTangled } from '../../../platform/typed-text.ts'
import { text as escaped } from '../../../platform/xml.ts'
import type { CameText } from '../arrival.ts'
import type { Around, Remark } from './around.ts'
import { markdownOfHtml, type Written } from './markdown-of.ts'
import { withoutTemplates } from './templates.ts'

const reader = dialect()
type Markdown = ReturnType<typeof reader.parse>

const translator = unified().use(remarkRehype, {
  allowDangerousHtml: true,
  handlers: {
    footnoteReference: (_state: unknown, { identifier }: { identifier: string }) => ({
      ...{ type: 'element' as const, tagName: 'sup', properties: { dataFn: identifier }, children: [] },
    }),
    // What stands in quotes behind a picture is said below it, as generators of sites print it.
    image: (_state: unknown, { url, alt, title }: { url: string; alt?: string; title?: string }) => ({
      ...{ type: 'element' as const, tagName: 'img', children: [] },
      properties: { src: url, alt: alt ?? '', dataCaption: title || undefined },
    }),
  },
})

/** Writes also what was typed as HTML, as it stands: it is cleaned with all else when it is read again. */
const writer = unified().use(rehypeStringify, { allowDangerousHtml: true })

/**
 * A text of another site's Markdown as ours. It may hold HTML, so that it goes by way of HTML: pictures, links, forms and what is
 * embedded have one way in, and nothing that we would not print gets through.
 */
export function markdownOfMarkdown({ body }: Pick<CameText, 'body'>, around: Around): Written {
  const text = cleanText(body)
  if (isTangled(text)) return { markdown: text.trim(), remarks: [{ code: 'tangled', what: '' }] }
  const remarks: Remark[] = []
  const { html, notes } = htmlOfMarkdown(
    withoutTemplates(text, {
      tell: (what) => remarks.push({ code: 'shortcode', what }),
      textNamed: around.textNamed,
    }),
  )
  const written = markdownOfHtml({ body: html, notes }, around)
  return { markdown: written.markdown, remarks: [...remarks, ...written.remarks] }
}

/** What a text of Markdown shows as HTML, not safe to print; its footnotes apart. */
export function htmlOfMarkdown(markdown: string): { html: string; notes: CameText['notes'] } {
  const text = cleanText(markdown)
  if (isTangled(text)) return { html: `<p>${escaped(text)}</p>`, notes: [] }
  const tree = reader.parse(text)
  boxQuestions(tree.children, text)
  tickBoxes(tree.children)
  const definitions = tree.children.filter(({ type }) => type === 'definition')
  const notes = tree.children.flatMap((node) =>
    node.type === 'footnoteDefinition'
      ? [
          {
            id: node.identifier,
            text: htmlOf({ type: 'root', children: [...definitions, ...node.children] }),
          },
        ]
      : [],
  )
  return { html: htmlOf(tree), notes }
}

const htmlOf = (tree: Markdown): string => writer.stringify(translator.runSync(tree) as never)

/** A box that was ticked is a sign among the words: our lists have none. */
function tickBoxes(nodes: Markdown['children']): void {
  for (const node of nodes) {
    if (!('children' in node)) continue
    tickBoxes(node.children as Markdown['children'])
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') continue
    const [first] = node.children
    if (first?.type === 'paragraph')
      first.children.unshift({ type: 'text', value: node.checked ? '☑ ' : '☐ ' })
    node.checked = null
  }
}
