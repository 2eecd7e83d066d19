import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import { type Formats, formats } from '../../../platform/formats.ts'
import {
  Actions,
  Button,
  ButtonLink,
  type Column,
  Empty,
  Facts,
  Form,
  type Frame,
  Notice,
  OfficePage,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import { checkInWords, memberPath } from '../../checkins/index.ts'
import { type Round, rematchPath, roundTitle } from '../../rounds/index.ts'
import { askTrioPath, withdrawTrioPath } from '../paths.ts'
import type { Candidate } from '../queries/candidates.ts'
import type { Offer } from '../queries/offers.ts'
import { answerDays } from '../trio.ts'
import { words } from '../words.ts'

type TrioProps = {
  frame: Frame
  round: Round
  zone: string
  /** Who waits. */
  person: { applicationId: string; name: string }
  /** Whether they still do: the page can be opened again once they have partners. */
  waits: boolean
  /** What they and a pair are asked now. */
  open: Offer | null
  /** Offers of before. */
  past: readonly Offer[]
  candidates: readonly Candidate[]
}

/** Who could take in somebody without a partner, and what came of asking. */
export const TrioPage = (props: TrioProps) => {
  const { frame, round, person, waits, open } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('office.title', { name: person.name })}
      lead={waits ? t('office.lead', { days: answerDays }) : undefined}
      crumbs={[
        {
          href: rematchPath(round.code),
          label: t('office.crumb', { round: roundTitle(frame.locale, round) }),
        },
      ]}
    >
      {waits ? null : (
        <Notice
          actions={
            <ButtonLink href={memberPath(round.code, person.applicationId)}>
              {t('office.over.see')}
            </ButtonLink>
          }
        >
          {t('office.over', { name: isolate(person.name, frame.locale) })}
        </Notice>
      )}
      {waits && open ? <Standing {...props} open={open} /> : null}
      {waits && !open ? <Candidates {...props} /> : null}
      <Past {...props} />
    </OfficePage>
  )
}

const pairIn = ({ people }: Offer, say: Formats) =>
  say.names(people.filter(({ isWaiting }) => !isWaiting).map(({ name }) => name))

/** What has been asked: whom, until when, and how many have agreed; who would rather not is nobody's business. */
const Standing = ({ frame, round, zone, person, open }: TrioProps & { open: Offer }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const agreed = open.people.filter(({ agrees }) => agrees).length
  return (
    <section>
      <Notice title={t('office.asked', { names: pairIn(open, say) })}>{t('office.asked.text')}</Notice>
      <Facts
        facts={[
          { term: t('office.asked.at'), detail: say.instant(open.madeAt) },
          { term: t('office.asked.until'), detail: say.instant(open.openUntil) },
          { term: t('office.asked.agreed'), detail: t('office.asked.count', { agreed }) },
        ]}
      />
      <Form action={withdrawTrioPath(round.code, person.applicationId)}>
        <Actions>
          <Button>{t('office.withdraw')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const Candidates = ({ frame, round, person, candidates }: TrioProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <section>
      <h2>{t('office.pairs')}</h2>
      <Table
        caption={t('office.pairs')}
        captionHidden
        rows={candidates}
        empty={<Empty title={t('office.none')} text={t('office.none.text')} />}
        columns={[
          whoColumn(frame.locale, round, say),
          { label: t('office.column.fit'), cell: ({ score }) => say.percent(score / 10_000) },
          {
            label: t('office.column.ask'),
            cell: ({ pair }) => (
              <Form action={askTrioPath(round.code, person.applicationId)} hidden={{ pairing: pair.id }}>
                <Button
                  label={t('office.ask.label', { names: say.names(pair.members.map(({ name }) => name)) })}
                >
                  {t('office.ask')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </section>
  )
}

/** The two, how each gets on, and whether they wrote that they would take two partners. */
const whoColumn = (locale: string, round: Round, say: Formats): Column<Candidate> => {
  const t = words(locale)
  return {
    label: t('office.column.pair'),
    head: true,
    cell: ({ pair, takeTwo }) => (
      <div class="people">
        {pair.members.map((one) => {
          const standing = checkInWords(locale)(`standing.${one.standing}`)
          return (
            <PersonChip
              name={one.name}
              country={say.country(one.country)}
              note={takeTwo.includes(one.applicationId) ? t('office.takes-two', { standing }) : standing}
              href={memberPath(round.code, one.applicationId)}
            />
          )
        })}
      </div>
    ),
  }
}

const Past = ({ frame, zone, past }: TrioProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  if (past.length === 0) return null
  return (
    <section>
      <h2>{t('office.past')}</h2>
      <ul>
        {past.map((offer) => (
          <li>
            {t('office.past.one', {
              names: pairIn(offer, say),
              day: say.day(dayIn(offer.madeAt, zone)),
              outcome: offer.outcome ?? 'lapsed',
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
