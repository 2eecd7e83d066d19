import type { App } from '../../platform/app.ts'
import { formats } from '../../platform/formats.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { platformWords } from '../../platform/say.ts'
import { dirOf } from '../../platform/words.ts'
import { EmailFrame, EmailList, EmailText } from '../../ui/index.ts'
import { creditText, type Picture, picturePath } from '../media/index.ts'
import type { InCharge } from '../people/index.ts'
import { postPath } from '../posts/index.ts'
import type { Round } from '../rounds/index.ts'
import { topicPath } from './paths.ts'
import type { Recipient } from './queries.ts'
import { type Company, companyOf, TOPICS_LIST, type Topic } from './topic.ts'
import { words } from './words.ts'

/**
 * Tells a participant about a new topic: what it is about, what to talk over, where to read it. Speaks of partners
 * only to those who have them.
 */
export function topicEmail(app: App, topic: Topic, round: Round, to: Recipient): Email {
  const t = words(to.locale)
  const names = { number: topic.number, title: topic.title }
  const stop = unsubscribeLink(app, to.personId, TOPICS_LIST)
  const link = app.origin + postPath(topic.slug)
  const site = platformWords(to.locale)('site')
  const company = companyOf(to.partners)
  const why = t(`mail.why.${company}`, { name: to.givenName, code: round.code })
  const subject = t('mail.subject', names)
  const text = [
    why,
    topic.title,
    topic.summary,
    `${t(`mail.questions.${company}`)}\n${topic.questions.map((question, index) => `${index + 1}. ${question}`).join('\n')}`,
    `${t('mail.read')}\n${link}`,
    ...(topic.hashtag ? [t('mail.hashtag', { hashtag: topic.hashtag })] : []),
    t(`mail.closing.${company}`),
    `-- \n${t('mail.footer', { site })}\n${t('mail.stop')}: ${stop}`,
  ]
  return {
    kind: 'topic',
    to: to.email,
    toName: to.name,
    personId: to.personId,
    list: TOPICS_LIST,
    locale: to.locale,
    subject,
    text: `${text.join('\n\n')}\n`,
    html: String(
      <TopicEmail app={app} topic={topic} to={to} said={{ subject, why, link, stop, site, company }} />,
    ),
  }
}

type Said = { subject: string; why: string; link: string; stop: string; site: string; company: Company }

const TopicEmail = (props: { app: App; topic: Topic; to: Recipient; said: Said }) => {
  const { app, topic, to, said } = props
  const t = words(to.locale)
  return (
    <EmailFrame
      locale={to.locale}
      dir={dirOf(to.locale)}
      subject={said.subject}
      preview={topic.summary}
      site={{ name: said.site, href: app.origin }}
      heading={topic.title}
      why={said.why}
      button={{ href: said.link, label: t('mail.read'), below: t('mail.below') }}
      closing={<EmailText>{t(`mail.closing.${said.company}`)}</EmailText>}
      footer={{
        text: t('mail.footer', { site: said.site }),
        stop: { href: said.stop, label: t('mail.stop') },
      }}
    >
      {topic.picture ? (
        <EmailPicture picture={topic.picture} app={app} topic={topic} locale={to.locale} />
      ) : null}
      <EmailText>
        <Said text={topic.summary} topic={topic} />
      </EmailText>
      <EmailList
        title={t(`mail.questions.${said.company}`)}
        items={topic.questions.map((question) => <Said text={question} topic={topic} />)}
        numbered
      />
      {topic.hashtag ? <EmailText>{t('mail.hashtag', { hashtag: topic.hashtag })}</EmailText> : null}
    </EmailFrame>
  )
}

/** Words of the topic in a mail that may be in another language and run the other way. */
const Said = ({ text, topic }: { text: string; topic: Topic }) => (
  <span lang={topic.locale} dir={dirOf(topic.locale)}>
    {text}
  </span>
)

/** The same address for everyone: it shows the picture and tells us nothing. */
const EmailPicture = (props: { picture: Picture; app: App; topic: Topic; locale: string }) => {
  const { picture, app, topic, locale } = props
  const width = picture.widths.find((kept) => kept >= 960) ?? picture.width
  return (
    <div style="margin:8px 0 20px">
      <img
        src={app.origin + picturePath(picture.id, width, 'jpeg')}
        alt={picture.alt}
        lang={topic.locale}
        width="600"
        style="display:block;width:100%;max-width:600px;height:auto"
      />
      <p class="quiet" style="margin:8px 0 0;font-size:14px;line-height:1.4">
        <Said text={picture.caption} topic={topic} />
        <br />
        {creditText(picture, locale)}
      </p>
    </div>
  )
}

/** Tells an editor that a topic came out and nobody was written to, and where to decide what is done about it. */
export function missedEmail(app: App, topic: Topic, round: Round, to: InCharge): Email {
  const t = words(to.locale)
  const { number, title } = topic
  const at = topic.publishAt ? formats(to.locale, round.zone).instant(topic.publishAt) : ''
  const link = app.origin + topicPath(round.code, number)
  const site = platformWords(to.locale)('site')
  const subject = t('missed-mail.subject', { number, code: round.code })
  const why = t('missed-mail.why', { name: to.givenName, number, code: round.code, title, at })
  const next = t('missed-mail.next')
  const footer = t('missed-mail.footer', { site })
  const button = { href: link, label: t('missed-mail.link', { number }), below: t('mail.below') }
  return {
    kind: 'topic-missed',
    to: to.email,
    toName: to.name,
    personId: to.id,
    locale: to.locale,
    subject,
    text: `${[why, next, `${button.label}\n${link}`, `-- \n${footer}`].join('\n\n')}\n`,
    html: String(
      <EmailFrame
        locale={to.locale}
        dir={dirOf(to.locale)}
        subject={subject}
        site={{ name: site, href: app.origin }}
        heading={subject}
        why={why}
        button={button}
        footer={{ text: footer }}
      >
        <EmailText>{next}</EmailText>
      </EmailFrame>,
    ),
  }
}
