import { licenceOf } from '../../platform/licences.ts'

/** A picture with what must be printed beside it. */
export type Picture = {
  id: string
  /** The id by which it was asked for: another one, where it has been replaced since. */
  named: string
  /** Of the largest file we keep, in pixels. */
  width: number
  height: number
  /** Widths we keep, ascending, in pixels. */
  widths: number[]
  /** The same of AVIF, which is made later; none until then. */
  avifWidths: number[]
  /** What must stay in sight where it is cut: parts of its width and height, from the left and the top. */
  focusX: number
  focusY: number
  /** Size of the largest JPEG, which feeds name. */
  jpegBytes: number
  /** What someone who cannot see the picture should know. */
  alt: string
  caption: string
  author: string
  /** Where it was found: an address, or words such as "own work". */
  source: string
  licence: string
}

/** What an editor writes about a picture. */
export type Credit = Pick<Picture, 'alt' | 'caption' | 'author' | 'source' | 'licence'>
export type CreditField = keyof Credit

const CREDIT_FIELDS: readonly CreditField[] = ['alt', 'caption', 'author', 'source', 'licence']

/** What is still to be said about a picture before it may be published, in the order of the form. */
export function missingCredit(credit: Credit): CreditField[] {
  return CREDIT_FIELDS.filter((field) =>
    field === 'licence' ? licenceOf(credit.licence) === null : credit[field].trim() === '',
  )
}

/** What a picture that is public would lose, of what none comes out without. */
export const lostCredit = (before: Credit, after: Credit): CreditField[] => {
  const lacked = missingCredit(before)
  return missingCredit(after).filter((field) => field !== 'caption' && !lacked.includes(field))
}

/** The source as a link, when it is the address of a web page. */
export function sourceUrl(source: string): string | null {
  if (!URL.canParse(source)) return null
  const { protocol, href } = new URL(source)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/** The height at which a picture is shown at one of its widths, in whole pixels. */
export const heightAt = ({ width, height }: Pick<Picture, 'width' | 'height'>, shown: number): number =>
  Math.max(1, Math.round((height * shown) / width))

/** A part of the whole in steps of ten, for which there are styles. */
export const tenths = (part: number): number => Math.round(part * 10)

/** How wide a picture is shown where its focus is set, in pixels: as wide as the smallest phone allows. */
export const focusWidth = 288

/** Where somebody pressed on a picture of that width, as parts of it; from 0 to 1, also for a press beside it. */
export function focusAt(picture: Pick<Picture, 'width' | 'height'>, { x, y }: { x: number; y: number }) {
  const within = (part: number) => Math.min(1, Math.max(0, Math.round(part * 100) / 100))
  return { focusX: within(x / focusWidth), focusY: within(y / heightAt(picture, focusWidth)) }
}

/** A picture with what a text says of it in its own words, where it does. */
export const saidHere = (picture: Picture, said: { alt?: string; caption?: string }): Picture => ({
  ...picture,
  alt: said.alt || picture.alt,
  caption: said.caption || picture.caption,
})
