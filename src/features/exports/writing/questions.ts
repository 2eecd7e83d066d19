import { literally } from '../../../platform/markdown.ts'
import { questionsBlock } from '../../../platform/markdown-dialect.ts'
import type { OutPost } from '../export.ts'

/** What stands below the text of a post: what readers may talk about, and under which word; empty for neither. Markdown. */
export function asked({ questions, hashtag }: Pick<OutPost, 'questions' | 'hashtag'>): string {
  const list = questions.map((question) => `- ${literally(question).replace(/\s+/g, ' ')}`).join('\n')
  const box = list === '' ? '' : `:::${questionsBlock}\n${list}\n:::`
  return [box, literally(hashtag)].filter(Boolean).join('\n\n')
}
