import { type Formats, formats } from '../../../platform/formats.ts'
import { listPage } from '../../../platform/paging.ts'
import { pagerOf, platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  Pager,
  PersonChip,
  Table,
  Tag,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { matchingPath, previewPath } from '../../rounds/index.ts'
import {
  alternativesPath,
  findPricePath,
  holdPath,
  liftRulePath,
  reservePath,
  rulesPath,
  trioPath,
} from '../paths.ts'
import type { Waiting } from '../queries/pairs.ts'
import type { Named, Rule } from '../queries/people.ts'
import type { TrioOffer } from '../scenario/reserve.ts'
import { tellWaiting } from '../telling.ts'
import { type ScenarioWords, sectorName, words } from '../words.ts'
import { type DeskCounts, DeskPage } from './desk.tsx'

type ReserveProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  waiting: { person: Waiting; offers: TrioOffer[] }[]
  /** Which part of everyone who waits. */
  pages: { page: number; pages: number }
  /** Everyone named in the offers, by id of their application. */
  people: Map<string, Named>
  isReleased: boolean
}

/** Who has no partner, why, and which pairs could take each of them in. */
export const ReservePage = (props: ReserveProps) => {
  const { frame, round, counts, waiting, people, isReleased } = props
  const pager = pagerOf(frame.locale, props.pages, (page) => reservePath(round.code, page))
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
      listPart={props.pages.pages > 1 ? pager.position : undefined}
      lead={t('reserve.lead')}
    >
      {counts.pairs === 0 && waiting.length === 0 ? (
        <Empty title={t('matching.empty.title')} text={t('release.empty')}>
          <ButtonLink href={matchingPath(round.code)}>{t('release.to-matching')}</ButtonLink>
        </Empty>
      ) : waiting.length === 0 ? (
        <Empty title={t('reserve.empty.title')} text={t('reserve.empty')} />
      ) : null}
      {waiting.map(({ person, offers }) => (
        <section>
          <h2>
            <PersonChip
              name={person.name}
              country={f.country(person.country)}
              sector={sectorName(frame.locale, person.sector)}
            />
          </h2>
          {person.isHeld ? <Tag tone="brass">{t('shape.held.tag')}</Tag> : null}
          <p>{tellWaiting(person, voice)}</p>
          {isReleased ? null : (
            <>
              {offers.length > 0 ? <p>{t('reserve.offers', { name: person.name })}</p> : null}
              {offers.map((offer) => (
                <Offer frame={frame} round={round} offer={offer} people={people} />
              ))}
              <Actions>
                <ButtonLink href={alternativesPath(round.code, person.applicationId)}>
                  {t('reserve.find', { name: person.name })}
                </ButtonLink>
                <HoldForm frame={frame} round={round} person={person} />
                <a href={previewPath(round.code, person.applicationId)}>
                  {t('pair.preview', { name: person.name })}
                </a>
              </Actions>
            </>
          )}
        </section>
      ))}
      <Pager {...pager} />
    </DeskPage>
  )
}

const HoldForm = ({ frame, round, person }: { frame: Frame; round: Round; person: Waiting }) => {
  const t = words(frame.locale)
  const { applicationId, name, isHeld } = person
  return isHeld ? (
    <Form action={liftRulePath(round.code)} hidden={{ kind: 'hold', first: applicationId }}>
      <Button>{t('shape.hold.lift', { name })}</Button>
    </Form>
  ) : (
    <Form action={holdPath(round.code)} hidden={{ person: applicationId }}>
      <Button>{t('shape.hold', { name })}</Button>
    </Form>
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
    <Form action={trioPath(round.code)} hidden={{ person: id, middle }}>
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
  page: number
  isReleased: boolean
  zone: string
}

const namesIn = ({ first, second }: Rule, f: Formats) =>
  f.list([first.name, ...(second ? [second.name] : [])])

type LiftProps = { rule: Rule; round: Round; names: string; t: ScenarioWords }

const Lift = ({ rule: { kind, first, second }, round, names, t }: LiftProps) => {
  const act = kind === 'hold' ? 'end' : 'lift'
  const two = { first: first.applicationId, ...(second ? { second: second.applicationId } : {}) }
  return (
    <Form action={liftRulePath(round.code)} hidden={{ kind, ...two }}>
      <Button label={t(`rule.${act}.label`, { names })}>{t(`rule.${act}`)}</Button>
    </Form>
  )
}

const rulesPerPage = 50

/** Pins, bans and holds in force, each with a way to lift it. */
export const RulesPage = (props: RulesProps) => {
  const { frame, round, counts, rules, isReleased, zone } = props
  const part = listPage(rules, props.page, rulesPerPage)
  const pager = pagerOf(frame.locale, part, (page) => rulesPath(round.code, page))
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="rules"
      counts={counts}
      title={t('rules.title')}
      listPart={part.pages > 1 ? pager.position : undefined}
      lead={t('rules.lead')}
      actions={
        isReleased ? null : <ButtonLink href={findPricePath(round.code)}>{t('rules.pin-two')}</ButtonLink>
      }
    >
      <Table
        caption={t('rules.caption')}
        captionHidden
        rows={part.shown}
        empty={
          <Empty title={t('rules.empty.title')} text={t('rules.empty')}>
            <ButtonLink href={matchingPath(round.code)}>{t('rules.to-pairs')}</ButtonLink>
          </Empty>
        }
        columns={[
          {
            label: t('column.pair'),
            head: true,
            cell: (rule) => namesIn(rule, f),
          },
          { label: t('column.rule'), cell: ({ kind }) => t(`rule.${kind}`) },
          {
            label: t('column.by'),
            cell: ({ madeBy, madeAt }) =>
              t('rule.by', {
                name: madeBy ?? platformWords(frame.locale)('terminal'),
                at: f.instant(madeAt),
              }),
          },
          {
            label: t('column.act'),
            cell: (rule) =>
              isReleased ? null : <Lift rule={rule} round={round} names={namesIn(rule, f)} t={t} />,
          },
        ]}
      />
      <Pager {...pager} />
    </DeskPage>
  )
}
