import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { confirmWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, ButtonLink, Confirm, Empty, Facts, Form, Table } from '../../../ui/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import type { Ambassador, CountryRow, CountryStanding } from '../country.ts'
import { countryPath, endTermPath, invitePath, uninvitePath } from '../paths.ts'
import { mayInviteAmbassadors } from '../policy.ts'
import { words } from '../words.ts'
import { CountryFrame, OtherCalls, type Place } from './frame.tsx'
import { CountryFigures, Traits, voiceOf, Weeks, whenLine } from './numbers.tsx'

type PeopleOf = Pick<CountryRow, 'ambassadors' | 'invited'>

type NumbersProps = {
  standing: CountryStanding | null
  /** The other calls that can be looked at. */
  others: readonly Round[]
}

/** One country in the call that is followed: its numbers, and who speaks for it. */
export const CountryPage = (props: Place & PeopleOf & NumbersProps) => {
  const { frame, actor, standing } = props
  const voice = voiceOf(frame.locale)
  const { t } = voice
  const round = standing ? roundTitle(frame.locale, standing.round) : undefined
  const when = standing && whenLine(standing, frame, actor.zone)
  const lead = round && when ? t('numbers.lead', { round, when }) : round
  return (
    <CountryFrame {...props} view="numbers" lead={lead}>
      {standing ? (
        <>
          <CountryFigures standing={standing} voice={voice} />
          <Weeks standing={standing} voice={voice} />
          <Traits standing={standing} voice={voice} />
        </>
      ) : (
        <Empty title={t('numbers.none')} text={t('numbers.none.text')} />
      )}
      <Ambassadors {...props} />
      <OtherCalls {...props} pathOf={countryPath} />
    </CountryFrame>
  )
}

/** Who speaks for the country; for coordinators, with what they may do about it. */
const Ambassadors = ({ frame, actor, country, ambassadors, invited }: Place & PeopleOf) => {
  const t = words(frame.locale)
  const may = mayInviteAmbassadors(actor)
  return (
    <section>
      <h2>{t('ambassadors.title')}</h2>
      {ambassadors.length === 0 ? <p>{t('ambassadors.none')}</p> : null}
      <Facts
        facts={ambassadors.map((one) => ({
          term: isolate(one.name, frame.locale),
          detail: (
            <>
              {termOf(one, frame.locale)}{' '}
              {may ? (
                <a
                  href={endTermPath(country, one.grantId)}
                  aria-label={t('ambassadors.end.of', { name: one.name })}
                >
                  {t('ambassadors.end')}
                </a>
              ) : null}
            </>
          ),
        }))}
      />
      {may ? <Invited {...{ frame, actor, country, invited }} /> : null}
      {may ? (
        <Actions>
          <ButtonLink href={invitePath(country)} kind={ambassadors.length === 0 ? 'primary' : 'quiet'}>
            {t('ambassadors.invite')}
          </ButtonLink>
        </Actions>
      ) : null}
    </section>
  )
}

function termOf({ startsOn, endsOn }: Ambassador, locale: string): string {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  const from = say.shortDay(startsOn)
  return endsOn
    ? t('ambassadors.span', { from, until: say.shortDay(endsOn) })
    : t('ambassadors.since', { from })
}

const Invited = ({ frame, actor, country, invited }: Place & Pick<PeopleOf, 'invited'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  if (invited.length === 0) return null
  return (
    <Table
      caption={t('invited.title')}
      columns={[
        { label: t('invited.name'), head: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { label: t('invited.email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
        {
          label: t('invited.at'),
          cell: ({ invitedAt }) => say.shortDay(dayIn(invitedAt, actor.zone)),
        },
        {
          label: t('invited.act'),
          cell: ({ id, name }) => (
            <Form action={uninvitePath(country, id)}>
              <Button label={t('invited.withdraw.of', { name })}>{t('invited.withdraw')}</Button>
            </Form>
          ),
        },
      ]}
      rows={invited}
    />
  )
}

/** Asks before the term of an ambassador ends. */
export const EndTermPage = ({ frame, actor, country, one }: Place & { one: Ambassador }) => {
  const t = words(frame.locale)
  const { name } = one
  const said = formats(frame.locale, 'UTC').country(country)
  return (
    <CountryFrame
      {...{ frame, actor, country }}
      view="numbers"
      title={t('end.title', { name, country: said })}
    >
      <Confirm
        action={endTermPath(country, one.grantId)}
        words={confirmWords(frame.locale)}
        what={[t('end.what.1'), t('end.what.2')]}
        whom={name}
        undo={t('end.undo')}
        button={t('end.button')}
        danger
        cancel={{ href: countryPath(country), label: platformWords(frame.locale)('cancel') }}
      />
    </CountryFrame>
  )
}
