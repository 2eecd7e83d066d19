import type { PageName } from './page.ts'

export const aboutPath = '/about'
export const howItWorksPath = '/how-it-works'
export const conductPath = '/code-of-conduct'
export const privacyPath = '/privacy'
export const contactPath = '/contact'
/** What those who write for the network should know. */
export const guidelinesPath = '/guidelines'

export const pagePath = (page: PageName) => (page === 'welcome' ? '/' : `/${page}`)
/** An earlier version of the code of conduct, `2016-02-21`. */
export const versionPath = (version: string) => `${conductPath}/${version}`

export const pagesPath = '/office/pages'
export const officePagePath = (page: PageName, locale: string) => `${pagesPath}/${page}/${locale}`
export const editPath = (page: PageName, locale: string) => `${officePagePath(page, locale)}/edit`
/** The form, filled in with an earlier text. */
export const restorePath = (page: PageName, locale: string, number: number) =>
  `${editPath(page, locale)}?from=${number}`
/** @param since what to compare it with: the text before it, or the one that is shown now */
export const revisionPath = (
  { page, locale }: { page: PageName; locale: string },
  number: number,
  since: 'before' | 'now' = 'before',
) => `${officePagePath(page, locale)}/${number}${since === 'now' ? '?with=now' : ''}`
