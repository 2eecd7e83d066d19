/** A picture as a text shows it. */
export type Shown = {
  /** In our library; null for one that did not come along. */
  id: string | null
  /** Where it was. */
  url: string
  alt: string
  caption: string
}

/** What surrounds a text in the blog it comes from. */
export type Around = {
  /** A file of the blog by where it was, in whatever size, or by its number. */
  fileAt(url: string): Shown | undefined
  fileOf(number: string): Shown | undefined
  /** Pictures that were put under this text, in their order; null where it is not known of any file. */
  filesUnder: readonly string[] | null
  /** Whether a page of the blog shows one of its files and nothing else. */
  isPageOfFile(url: string): boolean
  /** What stands where a text names a pattern of the blog by its number. */
  patternOf(number: string): string | undefined
  /** The path of the text whose file is named so, in full or by its end; undefined for none, or several. */
  textNamed(name: string): string | undefined
  /** What stands for an address of the blog itself; undefined for one of elsewhere. */
  ownPath(url: string): string | undefined
}

/** Whether a file is a picture, by its name. */
export const isPictureAt = (url: string): boolean => /\.(jpe?g|png|gif|webp|avif|tiff?)(\?.*)?$/i.test(url)

/** What could not come along as it was, by its code, and what it was. */
export type Remark = {
  code: 'shortcode' | 'block' | 'picture-missing' | 'gallery' | 'form' | 'table' | 'too-deep' | 'tangled'
  what: string
}

/** What stands below the folder of uploads of WordPress, or below Ghost's of pictures, in whatever size. */
export const belowUploads = (path: string): string =>
  path.replace(/^.*\/(?:uploads|files|content\/images(?:\/size\/w\d+(?:h\d+)?)?)\//, '')

/** The same for one file on whatever host and by whatever protocol. */
export const exactKey = (url: string): string =>
  belowUploads(URL.canParse(url, 'http://a') ? new URL(url, 'http://a').pathname : url).toLowerCase()

/**
 * The same for all sizes of one file, on whatever host and by whatever protocol: WordPress adds the size, `-scaled`, or the
 * time of an edit to its name.
 */
export const fileKey = (url: string): string =>
  withoutSize(exactKey(url)).replace(/-e\d{9,14}(\.[a-z0-9]{2,5})$/, '$1')

/** The path of a file as it was sent, from that of one in another size. */
export const withoutSize = (path: string): string =>
  path.replace(/(?:-scaled|-\d{1,5}x\d{1,5})(\.[a-z0-9]{2,5})$/i, '$1')
