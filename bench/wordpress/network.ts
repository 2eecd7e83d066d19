import type pg from 'pg'

/** What became of a thing, as Twinleaf keeps it. */
export type Fate = {
  kind: string
  id: string
  outcome: string
  reason: string
  remarks: string[]
  postId: string | null
  mediaId: string | null
  commentId: string | null
}

export type OurPost = {
  id: string
  slug: string
  title: string
  summary: string
  body: string
  publishAt: Date | null
  tags: string[]
  authors: string[]
  mediaId: string | null
}

export type OurComment = {
  id: string
  number: number
  postId: string
  parentId: string | null
  name: string
  text: string
  sentAt: Date
  state: string
  isAuthor: boolean
}

export type OurMedia = { id: string; alt: string; caption: string }

/** All of the blog that a Twinleaf holds. */
export type Ours = {
  fates: Map<string, Fate>
  posts: Map<string, OurPost>
  comments: Map<string, OurComment>
  media: Map<string, OurMedia>
}

export async function oursOf(client: pg.Client): Promise<Ours> {
  const rows = async <Row extends pg.QueryResultRow>(sql: string) => (await client.query<Row>(sql)).rows
  const fates = await rows<Fate>(
    `select kind, source_id as id, outcome, reason, remarks, post_id as "postId", media_id as "mediaId", comment_id as "commentId"
       from arrival_item`,
  )
  const posts = await rows<OurPost>(
    `select id, slug, title, summary, body, publish_at as "publishAt", tags, media_id as "mediaId",
       array(select author.name from post_author join author on author.id = author_id where post_id = post.id order by place) as authors
       from post`,
  )
  const comments = await rows<OurComment>(
    `select id, number::int, post_id as "postId", parent_id as "parentId", name, text, sent_at as "sentAt", state,
       person_id is not null as "isAuthor" from comment order by number`,
  )
  const media = await rows<OurMedia>('select id, alt, caption from media')
  return {
    fates: new Map(fates.map((fate) => [`${fate.kind} ${fate.id}`, fate])),
    ...{ posts: byId(posts), comments: byId(comments), media: byId(media) },
  }
}

const byId = <One extends { id: string }>(list: readonly One[]) => new Map(list.map((one) => [one.id, one]))

/** The same as long as nothing of the blog changes. */
export async function stateOf(client: pg.Client): Promise<string> {
  const tables = ['post', 'comment', 'media', 'author', 'post_author', 'old_address', 'post_revision']
  const sums: string[] = []
  for (const table of tables) {
    const left = table === 'old_address' ? " - 'arrival_id'" : ''
    const { rows } = await client.query<{ sum: string }>(
      `select md5(coalesce(string_agg(said, '' order by said), '')) as sum from
         (select (to_jsonb(${table})${left})::text as said from ${table}) as all_rows`,
    )
    sums.push(rows[0]?.sum ?? '')
  }
  return sums.join(' ')
}
