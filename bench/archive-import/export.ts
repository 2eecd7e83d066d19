import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const words =
  'library reader shelf catalogue village archive loan school mentor partner story quiet border evening question lending'.split(
    ' ',
  )

/** Words of one text, the same for the same number. */
const text = (seed: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => words[(seed * 31 + at * 7 + ((seed * at) % 13)) % words.length],
  ).join(' ')

const field = (name: string, value: string) => `<${name}><![CDATA[${value}]]></${name}>`
const two = (number: number) => String(number).padStart(2, '0')
const dayOf = (number: number) =>
  `${2007 + (number % 10)}-${two((number % 12) + 1)}-${two((number % 28) + 1)} 08:00:${two(number % 60)}`

const comment = (id: number, parent: number) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id>${field('wp:comment_author', `Reader ${id % 700}`)}${field('wp:comment_author_email', `reader${id % 700}@x.example`)}${field('wp:comment_content', text(id, 40))}<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id><wp:comment_date_gmt>2015-01-01 10:00:00</wp:comment_date_gmt></wp:comment>`

function bodyOf(number: number, count: number): string {
  const paragraph = (at: number) => text(number + at, count)
  return number % 2 === 0
    ? `${paragraph(1)}\n\n<strong>${text(number, 4)}</strong> ${paragraph(2)}\n\n<ul>\n<li>${text(number, 9)}</li>\n<li>${text(number, 7)}</li>\n</ul>\n\n${paragraph(3)} [gallery]\n\n${paragraph(4)}`
    : [1, 2, 3, 4]
        .map(
          (at) =>
            `<!-- wp:paragraph -->\n<p>${paragraph(at)} <a href="http://old.example/?p=${number}">${text(at, 2)}</a></p>\n<!-- /wp:paragraph -->`,
        )
        .join('\n\n')
}

/** The size of an invented blog; of each paragraph so many words. */
export type Size = { posts: number; comments: number; words: number }

/** Writes an export of an invented blog, as WordPress would. */
export async function writeExport(path: string, { posts, comments, words: count }: Size): Promise<void> {
  const out = createWriteStream(path)
  const write = async (piece: string) => {
    if (!out.write(piece)) await once(out, 'drain')
  }
  const terms = Array.from(
    { length: 30 },
    (_, at) =>
      `<wp:category><wp:term_id>${at + 1}</wp:term_id><wp:category_nicename>c-${at}</wp:category_nicename><wp:cat_name>Subject ${at}</wp:cat_name></wp:category>`,
  )
  await write(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Old</title><link>http://old.example</link><language>en</language>${terms.join('')}`,
  )
  const each = comments / posts
  for (let number = 0; number < posts; number += 1) {
    const own = Array.from(
      { length: Math.round((number + 1) * each) - Math.round(number * each) },
      (_, at) => {
        const id = Math.round(number * each) + at + 1
        return comment(id, at > 0 && at % 3 === 0 ? id - 1 : 0)
      },
    )
    await write(
      `<item>${field('title', `${text(number, 5)} ${number}`)}<link>http://old.example/${dayOf(number).slice(0, 7).replace('-', '/')}/post-${number}/</link>${field('dc:creator', `writer${number % 40}`)}<wp:post_id>${number + 1}</wp:post_id>${field('wp:post_name', `post-${number}`)}<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_date_gmt>${dayOf(number)}</wp:post_date_gmt><category domain="category" nicename="c-${number % 30}">Subject ${number % 30}</category><category domain="post_tag" nicename="t-${number % 200}">tag ${number % 200}</category>${field('content:encoded', bodyOf(number, count))}${own.join('')}</item>\n`,
    )
  }
  await write('</channel></rss>')
  out.end()
  await once(out, 'finish')
}
