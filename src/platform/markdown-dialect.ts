import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** The one block of our own: what partners may talk about, between `:::questions` and `:::`. */
export const questionsBlock = 'questions'

/**
 * Blocks between lines of colons. Of what the extension reads, only these: `10:30` and `::name` stay text, as people
 * type them.
 */
function colonBlocks(this: Processor): void {
  const data = this.data() as Record<string, unknown[] | undefined>
  const add = (name: string, extension: unknown) => {
    data[name] = [...(data[name] ?? []), extension]
  }
  add('micromarkExtensions', { flow: { 58: [directive().flow?.[58]].flat()[0] } })
  add('fromMarkdownExtensions', directiveFromMarkdown())
  add('toMarkdownExtensions', {
    handlers: { containerDirective: directiveToMarkdown().handlers?.containerDirective },
    unsafe: [{ atBreak: true, character: ':', after: '::' }],
  })
}

/** Markdown as the site reads it and the editor writes it: with tables, footnotes and blocks of questions. */
export const dialect = () => unified().use(remarkParse).use(remarkGfm).use(colonBlocks)
