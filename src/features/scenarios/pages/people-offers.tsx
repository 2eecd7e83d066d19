import { isolate } from '../../../platform/bidi.ts'
import { joining } from '../../../platform/joining.ts'
import { branch } from '../../../platform/words.ts'
import { Actions, Button, Disclosure, Empty, Form, type Frame, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { alternativesPath, pinPath, pricePath, swapPath } from '../paths.ts'
import type { Named } from '../queries/people.ts'
import type { Offer, PersonInPlan } from '../queries/prices-person.ts'
import { leftBehind } from '../scenario/swap.ts'
import { type Voice, voiceFor } from '../telling.ts'
import { NamedChip } from './named.tsx'
import { nameAndCountry, share, tellCost } from './pricing.ts'

type OffersProps = { frame: Frame; round: Round; found: PersonInPlan }

/** Whom someone could have as a partner: the part of the page that is asked for again once prices are exact. */
export const OfferList = ({ frame, round, found }: OffersProps) => {
  const voice = voiceFor(frame.locale)
  const { t } = voice
  const { person, figures } = found
  return (
    <div
      class="priced"
      data-done={figures.isExact ? '' : undefined}
      data-say={figures.isExact ? t('price.done') : t('price.stage', { stage: figures.stage })}
    >
      <Unplaced found={found} round={round} voice={voice} />
      {figures.isExact ? (
        <Behind behind={figures.behind} voice={voice} />
      ) : (
        <p class="hint">
          {joining(voice.locale).joined([t('price.stage', { stage: figures.stage }), t('offers.pending')])}{' '}
          <a
            id="exact-figures"
            href={`${alternativesPath(round.code, person.applicationId)}?exact=yes#partners`}
          >
            {t('offers.exact')}
          </a>
        </p>
      )}
      {figures.isExact && figures.offers.some(({ price }) => price === null) ? (
        <p class="hint">{t(whyInexact(figures))}</p>
      ) : null}
      <OfferTable frame={frame} round={round} found={found} voice={voice} />
    </div>
  )
}

/** Why there are costs that are not exact: too many people for that, and nothing known since something changed, or bounds. */
function whyInexact({ isMany, offers }: PersonInPlan['figures']) {
  if (!isMany) return 'offers.bounds'
  return offers.some(({ atLeast }) => atLeast !== null) ? 'offers.many' : 'offers.untold'
}

/** How far the plan as it stands is from the one that prices are told against. */
const Behind = ({ behind, voice }: { behind: number | null; voice: Voice }) =>
  behind === null ? null : (
    <p class="hint">
      {behind === 0
        ? voice.t('offers.baseline')
        : voice.t(behind > 0 ? 'offers.baseline.behind' : 'offers.baseline.ahead', {
            points: Math.abs(behind),
          })}
    </p>
  )

/** People who stand in each other's way, and the only ones who could help. */
const Unplaced = ({ found, round, voice }: { found: PersonInPlan; round: Round; voice: Voice }) => {
  const { unplaced } = found.figures
  // Of an odd number of people anyone could have been the one: there is nobody to name.
  if (unplaced === null || found.waits?.reason.kind === 'odd-number') return null
  const { t } = voice
  const { rivals, blocking } = unplaced
  const names = (people: readonly Named[]) => (
    <ul class="inline-list">
      {people.map((one) => (
        <li>
          <a href={alternativesPath(round.code, one.applicationId)}>{nameAndCountry(one, voice)}</a>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <p>
        {blocking.length === 0
          ? t('unplaced.odd', { people: rivals.length })
          : t('unplaced', { people: rivals.length, partners: blocking.length })}
      </p>
      {blocking.length === 0 ? null : names(blocking)}
      <Disclosure summary={t('unplaced.rivals', { people: rivals.length })}>{names(rivals)}</Disclosure>
    </>
  )
}

const OfferTable = ({ frame, round, found, voice }: OffersProps & { voice: Voice }) => {
  const { t, f } = voice
  const { person, figures, served } = found
  const name = isolate(person.givenName, voice.locale)
  return (
    <Table
      caption={t('offers.caption', { count: figures.offers.length })}
      captionHidden
      keys
      rows={figures.offers}
      empty={
        <Empty
          title={t('offers.none.title')}
          text={t('offers.none', { why: branch(figures.none ?? 'nobody') })}
        />
      }
      columns={[
        {
          label: t('column.partner'),
          head: true,
          cell: ({ id }) => <NamedChip one={figures.people.get(id)} round={round} voice={voice} />,
        },
        {
          label: t('offers.column.served', { name }),
          cell: (offer) => gainInWords(offer, served, voice),
        },
        { label: t('offers.column.pair'), numeric: true, cell: ({ score }) => f.percent(score / 10_000) },
        {
          label: t('offers.column.pin'),
          cell: (offer) => <PinCell frame={frame} round={round} found={found} offer={offer} voice={voice} />,
        },
        {
          label: t('offers.column.swap'),
          cell: (offer) => <SwapCell frame={frame} round={round} found={found} offer={offer} voice={voice} />,
        },
      ]}
    />
  )
}

/** What the person would gain or lose. */
function gainInWords({ served: after }: { served: number }, before: number | null, voice: Voice): string {
  const { t } = voice
  if (before === null) return share(after, voice)
  const args = { before: share(before, voice), after: share(after, voice) }
  if (args.before === args.after) return t('compare.served.same', args)
  return t(after > before ? 'compare.served.better' : 'compare.served.worse', args)
}

type CellProps = OffersProps & { offer: Offer; voice: Voice }

const PinCell = ({ round, found: { person, figures }, offer, voice }: CellProps) => {
  const { t } = voice
  const two = [person.applicationId, offer.id] as const
  const partner = figures.people.get(offer.id)?.name ?? ''
  return (
    <>
      <p>
        {figures.isExact || figures.isMany || (offer.atLeast ?? 0) > 0
          ? tellCost(offer.price, offer.atLeast, voice, figures.isMany)
          : t('value.none')}
      </p>
      {offer.price ? <p class="hint">{t('price.others', { people: offer.price.changed.length })}</p> : null}
      <Form action={pinPath(round.code)} hidden={{ one: person.applicationId, other: offer.id }}>
        <Actions>
          <Button label={t('price.pin.label', { name: person.name, partner })}>{t('price.pin')}</Button>
          <a
            href={pricePath(round.code, two)}
            aria-label={t('price.see.label', { name: person.name, partner })}
          >
            {t('price.see')}
          </a>
        </Actions>
      </Form>
    </>
  )
}

const SwapCell = ({ round, found: { person, figures }, offer, voice }: CellProps) => {
  const { t } = voice
  const { swap } = offer
  if (!swap.allowed) return <>{t('swap.not', { why: branch(swap.reason) })}</>
  const left = leftBehind(swap).map((id) => figures.people.get(id)?.name ?? '')
  const partner = figures.people.get(offer.id)?.name ?? ''
  return (
    <>
      <p>{t(swap.cost < 0 ? 'cost.gain' : 'cost', { points: Math.abs(swap.cost) })}</p>
      {left.length > 0 ? (
        <p class="hint">
          {t(swap.toReserve.length > 0 ? 'swap.left.reserve' : 'swap.left', {
            names: voice.f.names(left),
            served: share(offer.leftServed ?? 0, voice),
          })}
        </p>
      ) : null}
      <Form action={swapPath(round.code, person.applicationId)} hidden={{ with: offer.id }}>
        <Button label={t('swap.now.label', { name: person.name, partner })}>{t('swap.now')}</Button>
      </Form>
    </>
  )
}
