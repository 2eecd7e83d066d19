import { formats } from '../../../platform/formats.ts'
import { Actions, Button, ButtonLink, Empty, Form, type Frame, PersonChip, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { alternativesPath, liftRulePath, previewPath, trioPath } from '../paths.ts'
import type { Waiting } from '../queries/pairs.ts'
import type { Named, Rule } from '../queries/people.ts'
import type { TrioOffer } from '../reserve.ts'
import { sectorName, words } from '../words.ts'
import { type DeskCounts, DeskPage } from './desk.tsx'
import { tellReserve } from './telling.ts'

type ReserveProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  waiting: { person: Waiting; offers: TrioOffer[] }[]
  /** Everyone named in the offers, by id of their application. */
  people: Map<string, Named>
  isReleased: boolean
}

/** Who has no partner, why, and which pairs could take each of them in. */
export const ReservePage = ({ frame, round, counts, waiting, people, isReleased }: ReserveProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  const voice = { t, f, locale: frame.locale }
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="reserve"
      counts={counts}
      title={t('reserve.title')}
      lead={t('reserve.lead')}
    >
      {waiting.length === 0 ? <Empty title={t('reserve.empty.title')} text={t('reserve.empty')} /> : null}
      {waiting.map(({ person, offers }) => (
        <section>
          <h2>
            <PersonChip
              name={person.name}
              country={f.country(person.country)}
              sector={sectorName(frame.locale, person.sector)}
            />
          </h2>
          <p>{tellReserve(person.reason, 'they', voice)}</p>
          {isReleased ? null : (
            <>
              {offers.length > 0 ? <p>{t('reserve.offers', { name: person.givenName })}</p> : null}
              {offers.map((offer) => (
                <Offer frame={frame} round={round} offer={offer} people={people} />
              ))}
              <Actions>
                <ButtonLink href={alternativesPath(round.code, person.applicationId)}>
                  {t('reserve.find', { name: person.givenName })}
                </ButtonLink>
                <a href={previewPath(round.code, person.applicationId)}>
                  {t('pair.preview', { name: person.givenName })}
                </a>
              </Actions>
            </>
          )}
        </section>
      ))}
    </DeskPage>
  )
}

type OfferProps = { frame: Frame; round: Round; offer: TrioOffer; people: Map<string, Named> }

const Offer = ({ frame, round, offer, people }: OfferProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  const [id, middle, end] = offer.members
  const pair = f.list([middle, end].map((one) => people.get(one)?.name ?? ''))
  const score = f.percent(offer.worst / 10_000)
  return (
    <Form action={trioPath(round.code)} token={frame.formToken} hidden={{ person: id, middle }}>
      <Button label={t('reserve.trio.label', { pair, score, name: people.get(id)?.name ?? '' })}>
        {t('reserve.trio', { pair, score })}
      </Button>
    </Form>
  )
}

type RulesProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  rules: Rule[]
  isReleased: boolean
  zone: string
}

/** Pins and bans in force, each with a way to lift it. */
export const RulesPage = ({ frame, round, counts, rules, isReleased, zone }: RulesProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="rules"
      counts={counts}
      title={t('rules.title')}
      lead={t('rules.lead')}
    >
      <Table
        caption={t('rules.caption')}
        captionHidden
        rows={rules}
        empty={<Empty title={t('rules.empty.title')} text={t('rules.empty')} />}
        columns={[
          {
            label: t('column.pair'),
            head: true,
            cell: ({ first, second }) => f.list([first.name, second.name]),
          },
          { label: t('column.rule'), cell: ({ kind }) => t(`rule.${kind}`) },
          {
            label: t('column.by'),
            cell: ({ madeBy, madeAt }) =>
              t('rule.by', { name: madeBy ?? t('terminal'), at: f.instant(madeAt) }),
          },
          {
            label: t('column.act'),
            cell: ({ kind, first, second }) =>
              isReleased ? null : (
                <Form
                  action={liftRulePath(round.code)}
                  token={frame.formToken}
                  hidden={{ kind, first: first.applicationId, second: second.applicationId }}
                >
                  <Button label={t('rule.lift.label', { names: f.list([first.name, second.name]) })}>
                    {t('rule.lift')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </DeskPage>
  )
}
