import {
  type ExportWish,
  type OutAuthor,
  type OutHead,
  type OutPage,
  type OutPicture,
  type OutPost,
  type OutRound,
  type OutSite,
  type Pictures,
  pictureIds,
} from '../export.ts'

/** A blog on its way out: what is known from the beginning, and its posts one after the other. */
export type Going = {
  site: OutSite
  wish: ExportWish
  authors: readonly OutAuthor[]
  rounds: readonly OutRound[]
  heads: readonly OutHead[]
  /** The slug of each tag. */
  tagSlugs: ReadonlyMap<string, string>
  pages: readonly OutPage[]
  posts(): AsyncGenerator<{ post: OutPost; pictures: Pictures }>
  picturesOf(ids: readonly string[]): Promise<Pictures>
  /** Pictures that a text has shown so far, by their ids, each with the day of the first one. */
  shown: Map<string, OutPicture & { since: Date | null }>
}

/** Where a file of an export goes: into a folder, or into a ZIP. */
export type Sink = {
  put(place: string, content: Buffer): Promise<void>
  /** A file of any length, in pieces. */
  putPieces(place: string, pieces: AsyncIterable<string>): Promise<void>
}

/** Its posts, one after the other; their pictures are shown from then on. */
export async function* shownPosts(going: Going): ReturnType<Going['posts']> {
  for await (const one of going.posts()) {
    show(going, one.pictures, { ids: pictureIds(one.post), since: one.post.publishAt })
    yield one
  }
}

/** The pictures of a page, which are shown from then on. */
export async function shownOn(going: Going, { body }: OutPage): Promise<Pictures> {
  const ids = pictureIds({ body, mediaId: null })
  const pictures = await going.picturesOf(ids)
  show(going, pictures, { ids, since: null })
  return pictures
}

type Showing = { ids: readonly string[]; since: Date | null }

function show({ shown }: Going, pictures: Pictures, { ids, since }: Showing): void {
  for (const id of ids) {
    const picture = pictures.get(id)
    if (picture) shown.set(picture.id, { ...picture, since: shown.get(picture.id)?.since ?? since })
  }
}
