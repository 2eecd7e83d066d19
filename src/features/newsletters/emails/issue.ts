import type { App } from '../../../platform/app.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { letterhead, type Network } from '../../../platform/network/index.ts'
import { dirOf } from '../../../platform/words.ts'
import { type Block, letter } from '../../../ui/index.ts'
import { keptLink } from '../../people/index.ts'
import { newsletterList } from '../../subscribers/index.ts'
import { nobody } from '../../wordings/index.ts'
import type { Issue, IssueText } from '../issue.ts'
import { archivePath, issuePagePath } from '../paths.ts'
import type { Told } from '../queries/news.ts'
import { words } from '../words.ts'
import { ownLink } from './for-reader.ts'
import { articlesOf } from './posts.ts'
import { plainWelcome, welcomeHtml } from './welcome.ts'

type Said = {
  issue: Pick<Issue, 'number'>
  text: IssueText
  posts: readonly Told[]
  network: Network
  /** Whether it goes to an editor alone, who may not read the newsletter: then it has no way to leave it. */
  isTest?: boolean
}

/** An issue in one of its languages. Its own link is nobody's yet: see `forReader`. */
export function issueEmail(app: App, { issue, text, posts, network, isTest = false }: Said): Email {
  const { locale, subject, preview, welcome } = text
  const t = words(locale, network)
  const head = letterhead(locale, network)
  const page = issue.number === null ? archivePath : issuePagePath(issue.number, locale)
  const browser = { href: network.origin + page, label: t('mail.issue.browser') }
  const prose: Block[] =
    welcome === ''
      ? []
      : [
          {
            kind: 'prose',
            html: welcomeHtml(welcome, locale, network.origin),
            text: plainWelcome(welcome, locale, network.origin),
            lang: locale,
            dir: dirOf(locale),
          },
        ]
  const drawn = letter({
    ...head,
    kind: 'issue',
    to: { email: '', personId: null },
    subject,
    ...(preview && { preview }),
    heading: subject,
    why:
      issue.number === null
        ? t('mail.issue.why', { site: head.site.name })
        : t('mail.issue.why.number', { site: head.site.name, number: issue.number }),
    blocks: [
      ...prose,
      ...articlesOf(posts, locale, network),
      { kind: 'text', text: { text: t('mail.issue.page'), link: browser } },
    ],
    footer: {
      text: t(isTest ? 'mail.test.footer' : 'mail.news.footer', { site: head.site.name }),
      ...(!isTest && { stop: { href: ownLink(app, nobody), label: t('mail.stop') } }),
      own: keptLink(locale, network.origin),
    },
  })
  return { ...drawn, list: newsletterList, subscriberId: nobody }
}
