import type { Context } from 'hono'
import { NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { publicAnswer, sitemapPart } from '../../posts/index.ts'
import { ArchivePage, IssueArchivePage } from '../pages/archive.tsx'
import { archivePath, issuePagePath, sitemapPath } from '../paths.ts'
import { mappedIssues, publicIssue, publicIssues } from '../queries/archive.ts'

/** Past issues, for everyone. */
export const archiveRoutes = router()

const HTML = 'text/html; charset=UTF-8'

archiveRoutes.get('/newsletter', (c) => {
  const { app, frame } = c.var
  return publicAnswer(c, {
    type: HTML,
    make: async () => String(<ArchivePage frame={frame} issues={await publicIssues(app.db, frame.locale)} />),
  })
})

archiveRoutes.get(sitemapPath, (c) => {
  const { app } = c.var
  return publicAnswer(c, {
    type: 'application/xml; charset=utf-8',
    seconds: 3600,
    make: async () => {
      const issues = await mappedIssues(app.db)
      const front = issues
        .slice(0, 1)
        .map(({ begunAt }) => ({ url: app.origin + archivePath, updatedAt: begunAt }))
      return sitemapPart([...front, ...issues.flatMap((issue) => pagesOf(issue, app.origin))])
    },
  })
})

/** An issue has a page in each of its languages. */
function pagesOf(
  { number, begunAt, locales }: { number: number; begunAt: Date; locales: string[] },
  origin: string,
) {
  const pages = locales.map((locale) => ({ locale, url: origin + issuePagePath(number, locale) }))
  return pages.map((page) => ({
    ...page,
    updatedAt: begunAt,
    translations: pages.filter((other) => other !== page),
  }))
}

archiveRoutes.get('/newsletter/:number', (c) => issuePage(c))
archiveRoutes.get('/newsletter/:number/:locale', (c) => issuePage(c, c.req.param('locale')))

function issuePage(c: Context<Env>, asked?: string) {
  const { app, frame } = c.var
  const typed = c.req.param('number') ?? ''
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new NotFound('no-such-issue')
  return publicAnswer(c, {
    type: HTML,
    make: async () => {
      const wish = { locale: asked ?? frame.locale, isAsked: asked !== undefined }
      const issue = await publicIssue(app.db, Number(typed), wish, app.now())
      return String(<IssueArchivePage frame={frame} issue={issue} origin={app.origin} />)
    },
  })
}
