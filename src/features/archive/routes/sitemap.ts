import {
  aboutPath,
  conductPath,
  contactPath,
  guidelinesPath,
  howItWorksPath,
  privacyPath,
} from '../../pages/index.ts'
import { router } from '../../people/index.ts'
import {
  authorPath,
  countryPostsPath,
  languagePath,
  publicAnswer,
  roundPostsPath,
  sitemapPart,
  tagPath,
  yearPath,
} from '../../posts/index.ts'
import { archivePath, sitemapPath } from '../paths.ts'
import type { Doors } from '../queries/doors.ts'
import { shownDoors } from './doors.ts'

export const sitemapRoutes = router()

sitemapRoutes.get(sitemapPath, (c) =>
  publicAnswer(c, {
    type: 'application/xml; charset=utf-8',
    seconds: 3600,
    make: async () => {
      const paths = [archivePath, ...ofTheNetwork, ...listsOf(await shownDoors(c.var))]
      return sitemapPart(paths.map((path) => ({ url: c.var.app.origin + path })))
    },
  }),
)

const ofTheNetwork = [aboutPath, howItWorksPath, conductPath, contactPath, privacyPath, guidelinesPath]

const listsOf = ({ rounds, authors, tags, years, countries, locales }: Doors): string[] => [
  ...rounds.map(({ code }) => roundPostsPath(code)),
  ...authors.map(({ slug }) => authorPath(slug)),
  ...tags.map(({ key }) => tagPath(key)),
  ...years.map(({ year }) => yearPath(year)),
  ...countries.map(({ code }) => countryPostsPath(code)),
  ...locales.map(({ locale }) => languagePath(locale)),
]
