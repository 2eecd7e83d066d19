import type { WordPress } from './machine.ts'

/** A comment, as a database of WordPress holds it. */
export type SaidComment = {
  id: number
  parent: number
  name: string
  email: string
  url: string
  at: string
  text: string
  state: string
  type: string
  user: number
}

/** A text, a file or anything else that WordPress keeps among its posts. */
export type SaidText = {
  id: number
  type: string
  status: string
  title: string
  excerpt: string
  body: string
  slug: string
  /** UTC, and by the clock of the site; zeros for none. */
  at: string
  local: string
  /** The name that is shown; null for one who is gone. */
  author: string | null
  password: string
  parent: number
  link: string
  sticky: boolean
  picture: number
  language: string
  /** Of a file: where it stands, and all of its sizes. */
  url: string
  urls: string[]
  mime: string
  alt: string
  terms: { taxonomy: 'category' | 'post_tag'; slug: string; name: string }[]
  comments: SaidComment[]
}

export type Said = {
  texts: SaidText[]
  authors: { id: number; login: string; name: string; link: string }[]
  terms: { id: number; taxonomy: 'category' | 'post_tag'; slug: string; name: string; link: string }[]
}

/** All that the database of a WordPress holds of its blog. */
export const saidOf = async (site: WordPress): Promise<Said> => JSON.parse(await site.run('said.php')) as Said

export const isText = ({ type }: SaidText) => type === 'post' || type === 'page'
export const isFile = ({ type }: SaidText) => type === 'attachment'

/** What WordPress says of a time; null for none. */
export const instantOf = (said: string): Date | null =>
  said.startsWith('0000') ? null : new Date(`${said.replace(' ', 'T')}Z`)

/** How a thing is named in what is found. */
export const named = ({ type, id, title }: Pick<SaidText, 'type' | 'id' | 'title'>) =>
  `${type} ${id} "${title.slice(0, 40)}"`
