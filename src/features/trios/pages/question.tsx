import { formats } from '../../../platform/formats.ts'
import type { Speaker } from '../../../platform/words.ts'
import { Actions, Button, ButtonLink, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { partnerPath } from '../../pairings/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import { sayingTo } from '../emails.ts'
import { answerTrioPath } from '../paths.ts'
import type { Asked, Offer } from '../queries/offers.ts'
import { words } from '../words.ts'

type QuestionProps = {
  frame: Frame
  /** The network, which may word the question in its own way. */
  speaker: Speaker
  round: Round
  offer: Offer
  asked: Asked
  isOpen: boolean
  /** Where it is answered: by the link of the email, or signed in. */
  base: string
}

/** Whether somebody would be one of three: who the others are, what comes of an answer, and two buttons. */
export const QuestionPage = (props: QuestionProps) => {
  const { frame, speaker, round, offer, asked, isOpen } = props
  const t = words(frame.locale)
  const said = sayingTo({ offer, asked }, { round, speaker, locale: frame.locale })
  return (
    <Page
      frame={frame}
      title={isOpen ? said.question : t(offer.outcome === 'joined' ? 'joined.title' : 'over.title')}
      kicker={roundTitle(frame.locale, round)}
      // The address may be a key: no search engine keeps it.
      isUnlisted
    >
      {isOpen ? (
        <>
          {asked.agrees ? <Notice title={t('said')}>{t('said.yes', { until: said.until })}</Notice> : null}
          <p>{said.why}</p>
          <p>{said.how}</p>
          <p>{t('mail.until', { until: said.until })}</p>
          <Choices {...props} />
        </>
      ) : (
        <Settled {...props} />
      )}
    </Page>
  )
}

const Choices = ({ frame, asked, base }: QuestionProps) => {
  const t = words(frame.locale)
  return (
    <Form action={answerTrioPath(base)}>
      <Actions>
        {asked.agrees ? null : (
          <Button name="agrees" value="yes" kind="primary">
            {t('give.yes')}
          </Button>
        )}
        <Button name="agrees" value="no" kind="quiet">
          {t('give.no')}
        </Button>
      </Actions>
    </Form>
  )
}

/** What became of it, as far as whoever reads it is concerned. */
const Settled = ({ frame, offer, asked }: QuestionProps) => {
  const t = words(frame.locale)
  const isIn = offer.outcome === 'joined'
  const side = asked.isWaiting ? 'waiting' : 'pair'
  return (
    <>
      <Notice tone={isIn ? 'success' : 'info'}>
        {isIn
          ? t('joined.text', { names: othersOf(offer, asked, frame.locale) })
          : t(`over.${asked.agrees === false ? 'declined' : side}`)}
      </Notice>
      <Actions>
        <ButtonLink href={partnerPath}>{t('ended.button')}</ButtonLink>
      </Actions>
    </>
  )
}

const othersOf = ({ people }: Offer, asked: Asked, locale: string) =>
  formats(locale, 'UTC').names(people.filter((one) => one !== asked).map(({ name }) => name))
