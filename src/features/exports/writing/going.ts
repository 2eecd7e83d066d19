import type {
  ExportWish,
  OutAuthor,
  OutHead,
  OutPage,
  OutPicture,
  OutPost,
  OutRound,
  OutSite,
  Pictures,
} from '../export.ts'

/** A blog on its way out: what is known from the beginning, and its posts one after the other. */
export type Going = {
  site: OutSite
  wish: ExportWish
  authors: readonly OutAuthor[]
  rounds: readonly OutRound[]
  heads: readonly OutHead[]
  pages: readonly OutPage[]
  posts(): AsyncIterable<{ post: OutPost; pictures: Pictures }>
  picturesOf(ids: readonly string[]): Promise<Pictures>
  /** Pictures that a text has shown so far, by their ids. */
  shown: Map<string, OutPicture>
}

/** Where a file of an export goes: into a folder, or into a ZIP. */
export type Sink = {
  put(place: string, content: Buffer): Promise<void>
  /** A file of any length, in pieces. */
  putPieces(place: string, pieces: AsyncIterable<string>): Promise<void>
}

/** Remembers that these pictures are shown. */
export function show({ shown }: Pick<Going, 'shown'>, pictures: Pictures, ids: readonly string[]): void {
  for (const id of ids) {
    const picture = pictures.get(id)
    if (picture) shown.set(picture.id, picture)
  }
}
