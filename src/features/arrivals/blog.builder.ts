import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { TestApp } from '../../../test/harness.ts'
import { terminal } from '../people/index.ts'
import { bringIn } from './actions/bringing.ts'
import type { Wish } from './mapping.ts'
import type { Count } from './queries/report.ts'
import { readWxr } from './reading/wxr.ts'

/** Where the blog was. */
export const address = 'http://interlibnet.example'
export const field = (name: string, value: string) => `<${name}><![CDATA[${value}]]></${name}>`

export const comment = (
  id: number,
  { parent = 0, approved = '1', email = 'reader@x.example', text = 'I agree', type = '' } = {},
) =>
  `<wp:comment>${field('wp:comment_id', String(id))}${field('wp:comment_author', 'Ada')}${field('wp:comment_author_email', email)}${field('wp:comment_content', text)}${field('wp:comment_approved', approved)}${field('wp:comment_type', type)}<wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id>${field('wp:comment_date_gmt', `2016-02-1${id % 8} 10:00:00`)}</wp:comment>`

type Text = { id: number; title: string; body?: string; status?: string; type?: string; more?: string }
export const text = ({ id, title, body = 'Words', status = 'publish', type = 'post', more = '' }: Text) =>
  `<item>${field('title', title)}<link>${address}/2015/10/post-${id}/</link><dc:creator>kate</dc:creator><wp:post_id>${id}</wp:post_id>${field('wp:post_name', `post-${id}`)}${field('wp:status', status)}${field('wp:post_type', type)}${field('wp:post_date_gmt', '2015-10-12 08:00:00')}${field('content:encoded', body)}${more}</item>`

export const blog = (
  items: string,
) => `<rss version="2.0"><channel><title>ILN</title><link>${address}</link><language>en-US</language>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login>kate</wp:author_login><wp:author_email>kate@library.example</wp:author_email><wp:author_display_name>Kate Byrne</wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>round-2015b</wp:category_nicename><wp:cat_name>Round 2015B</wp:cat_name></wp:category>
<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>copyright</wp:category_nicename><wp:cat_name>Copyright</wp:cat_name></wp:category>
${items}</channel></rss>`

export const categories =
  '<category domain="category" nicename="round-2015b">Round 2015B</category><category domain="category" nicename="copyright">Copyright</category><category domain="post_tag" nicename="law">law</category>'

export const picture = `<item>${field('title', 'desk')}<link>${address}/2015/10/post-1/desk/</link><wp:post_id>9</wp:post_id><wp:post_parent>1</wp:post_parent>${field('wp:post_type', 'attachment')}${field('wp:attachment_url', `${address}/wp-content/uploads/2015/10/desk.jpg`)}<wp:postmeta>${field('wp:meta_key', '_wp_attachment_image_alt')}${field('wp:meta_value', 'A desk')}</wp:postmeta></item>`

/** A folder of uploads with that picture in it. */
export async function media(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-uploads-'))
  await mkdir(join(folder, '2015/10'), { recursive: true })
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  await writeFile(join(folder, '2015/10/desk.jpg'), bytes)
  return folder
}

type How = { wish?: Wish; isRehearsal?: boolean; source?: () => AsyncIterable<Uint8Array> }
/** Brings in what such a blog exports. @param media the folder of its uploads */
export const bringerOf =
  (app: TestApp, media: string) =>
  (file: string, { wish = {}, isRehearsal = false, source }: How = {}) =>
    bringIn(app, terminal, {
      ...{ kind: 'wordpress', fileName: 'iln.xml', read: readWxr, wish, media, isRehearsal },
      source:
        source ??
        async function* () {
          yield Buffer.from(file)
        },
    })

/** What became of things, in words. */
export const short = (counts: readonly Count[]) =>
  counts
    .map(({ kind, outcome, reason, count }) => [count, kind, outcome, reason].filter(Boolean).join(' '))
    .toSorted()
