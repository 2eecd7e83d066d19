import type { Speaker } from '../../../platform/words.ts'
import { Actions, Button, ButtonLink, Form, type Frame, Page } from '../../../ui/index.ts'
import { type Round, roundInText, roundPath, roundTitle } from '../../rounds/index.ts'
import { saidOf } from '../emails.ts'
import { tellMePath } from '../paths.ts'
import type { Leaver } from '../queries/leavers.ts'
import { words } from '../words.ts'

/** Whether someone is told of the next call: they are, they can apply already, or they can ask for it. */
export type NextCall =
  | { kind: 'waits'; stop: string }
  | { kind: 'open'; calls: readonly Round[] }
  | { kind: 'ask' }

export type FarewellProps = {
  frame: Frame
  /** The network, which may word what its email says in its own way. */
  speaker: Speaker
  leaver: Leaver
  round: Round
  next: NextCall
  /** Where this page is: by its link, or signed in. */
  base: string
  /** Where the name on the certificate is written; null for who has earned none, nor lacks but the survey, and for one that was withdrawn. */
  certificate: string | null
  isEarned: boolean
  /** The page about the partner, while it shows how to reach them; null where this reader may not open it. */
  partner: string | null
}

/** What was, how to stay in touch, and how to go on. The address may be a key: no search engine keeps it. */
export const FarewellPage = (props: FarewellProps) => {
  const { frame, speaker, leaver, round, partner, certificate, isEarned } = props
  const t = words(frame.locale)
  const said = saidOf(leaver, round, frame.locale, frame.now)
  return (
    <Page
      frame={frame}
      title={t('page.title', { round: roundInText(frame.locale, round) })}
      lead={words(frame.locale, speaker)(`end.${leaver.ending}`, said)}
      isUnlisted
    >
      {leaver.partners.length > 0 ? (
        <section>
          <h2>{t('page.touch')}</h2>
          <p>{t('touch', said)}</p>
          {partner ? (
            <p>
              <a href={partner}>{t('page.partner', { count: leaver.partners.length })}</a>
            </p>
          ) : null}
        </section>
      ) : null}
      {certificate ? (
        <section>
          <h2>{t('page.certificate')}</h2>
          <p>{t(isEarned ? 'page.certificate.text' : 'page.certificate.waits')}</p>
          <Actions>
            <ButtonLink href={certificate}>
              {t(isEarned ? 'page.certificate.link' : 'page.certificate.missing')}
            </ButtonLink>
          </Actions>
        </section>
      ) : null}
      <section>
        <h2>{t('page.next')}</h2>
        <NextCallPart {...props} />
      </section>
    </Page>
  )
}

/** One press is enough. */
export const NextCallPart = ({ frame, next, base }: Pick<FarewellProps, 'frame' | 'next' | 'base'>) => {
  const t = words(frame.locale)
  if (next.kind === 'open')
    return (
      <p>
        {t('page.next.open')}{' '}
        {next.calls.map((round) => (
          <a href={roundPath(round.code)}>{roundTitle(frame.locale, round)}</a>
        ))}
      </p>
    )
  if (next.kind === 'waits')
    return (
      <p>
        {t('page.next.on')} <a href={next.stop}>{t('page.next.stop')}</a>
      </p>
    )
  return (
    <>
      <p>{t('page.next.ask')}</p>
      <Form action={tellMePath(base)}>
        <Actions>
          <Button kind="primary">{t('page.next.button')}</Button>
        </Actions>
      </Form>
    </>
  )
}
