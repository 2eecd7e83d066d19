import { renderToString } from 'hono/jsx/dom/server'
import type { Locale } from '../../../platform/words.ts'
import type { Chapter } from '../chapters.ts'
import { picturePath } from '../paths.ts'
import { pictureName, takenPictures } from '../queries.ts'

/** The picture of a chapter, as HTML; until there is one in a language, the English one. @param alt what it shows, for those who do not see it */
export function pictureOf(chapter: Chapter, locale: Locale, alt: string): string {
  const all = takenPictures()
  const own = pictureName(chapter, locale)
  const name = own in all ? own : pictureName(chapter, 'en')
  const taken = all[name]
  if (!taken) throw new Error(`no picture ${name} for the handbook`)
  const src = picturePath(name, taken.version)
  return renderToString(
    <figure class="shown">
      <img {...{ src, width: taken.width, height: taken.height }} alt={alt} loading="lazy" decoding="async" />
    </figure>,
  )
}
