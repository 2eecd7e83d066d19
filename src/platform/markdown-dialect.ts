import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkCjkFriendly from 'remark-cjk-friendly'
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

/**
 * Markdown as the site reads it and the editor writes it: with tables, footnotes and blocks of questions. Marks end beside Chinese,
 * Japanese and Korean punctuation as writers mean them, where CommonMark takes them for letters.
 */
export const dialect = () =>
  // Boxes in lists are written by the one that comes last.
  unified().use(remarkParse).use(remarkCjkFriendly).use(remarkGfm).use(colonBlocks)
