import { isolate } from '../../../platform/bidi.ts'
import { joining } from '../../../platform/joining.ts'
import { branch } from '../../../platform/words.ts'
import { Actions, Button, Disclosure, Figures, Form, type Frame, Notice, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { pinPath, pricePath, swapPath } from '../paths.ts'
import type { Named } from '../queries/people.ts'
import type { PinOffer } from '../queries/prices-pin.ts'
import type { Price } from '../scenario/prices.ts'
import { leftBehind } from '../scenario/swap.ts'
import { type Voice, voiceFor } from '../telling.ts'
import { nameAndCountry, partnersInWords, share, tellCost } from './pricing.ts'

type FigureProps = { frame: Frame; round: Round; two: readonly [Named, Named]; offer: PinOffer }

/** The price of a pin, or how far it is known, and only then the button: asked for again until it is exact. */
export const PriceFigure = ({ frame, round, two, offer }: FigureProps) => {
  const voice = voiceFor(frame.locale)
  const { t } = voice
  const { price, atLeast, problem, isMany } = offer
  const ids = [two[0].applicationId, two[1].applicationId] as const
  const isPending = price === null && !isMany
  if (problem !== null) {
    const failed = t('run.failed', { problem: branch(problem) })
    return (
      <div class="priced" data-done="" data-say={failed}>
        <Notice tone="danger">{failed}</Notice>
      </div>
    )
  }
  return (
    <section
      class="priced"
      data-done={isPending ? undefined : ''}
      data-say={isPending ? t('price.stage', { stage: offer.stage }) : t('price.done')}
    >
      <h2>{t('price.heading')}</h2>
      {price === null ? (
        <>
          {atLeast === null ? null : <p>{t('price.bound', { points: Math.max(0, atLeast) })}</p>}
          <p class="hint">
            {isMany ? (
              t('price.many')
            ) : (
              <>
                {joining(voice.locale).joined([t('price.stage', { stage: offer.stage }), t('price.working')])}{' '}
                <a id="exact-figures" href={`${pricePath(round.code, ids)}&exact=yes`}>
                  {t('offers.exact')}
                </a>
              </>
            )}
          </p>
        </>
      ) : (
        <Exact price={price} offer={offer} voice={voice} />
      )}
      {isPending ? null : <Acts frame={frame} round={round} two={two} offer={offer} voice={voice} />}
    </section>
  )
}

const Exact = ({ price, offer, voice }: { price: Price; offer: PinOffer; voice: Voice }) => {
  const { t, f } = voice
  const { before, after } = price.worst
  return (
    <>
      <Figures
        figures={[
          { value: tellCost({ ...price, placed: 0 }, null, voice), label: t('price.figure.points') },
          {
            value: f.number(Math.abs(price.placed)),
            label: t(price.placed < 0 ? 'price.figure.more' : 'price.figure.fewer'),
          },
          { value: f.number(price.changed.length), label: t('price.figure.others') },
        ]}
      />
      <p>
        {before === after
          ? t('price.worst.same', { worst: share(before ?? 0, voice) })
          : t('price.worst', { before: share(before ?? 0, voice), after: share(after ?? 0, voice) })}
      </p>
      {isRaised(price) ? (
        <p>
          {t('price.worst-other', {
            before: share(price.worstOther.before ?? 0, voice),
            after: share(price.worstOther.after ?? 0, voice),
          })}
        </p>
      ) : null}
      <p class="hint">
        {offer.atLeast === null
          ? t('price.how')
          : t('price.how.bound', { points: Math.max(0, offer.atLeast) })}
      </p>
      {price.changed.length === 0 ? null : <Changed price={price} people={offer.people} voice={voice} />}
    </>
  )
}

/** Whether the others are spared something worse because the two no longer count among them. */
const isRaised = ({ worstOther: { before, after } }: Price) => (after ?? 0) > (before ?? 0)

const Changed = ({ price, people, voice }: { price: Price; people: Map<string, Named>; voice: Voice }) => {
  const { t } = voice
  const count = price.changed.length
  return (
    <Disclosure summary={t('price.changed', { people: count })} open={count <= 12}>
      <Table
        caption={t('price.changed', { people: count })}
        captionHidden
        rows={price.changed}
        columns={[
          {
            label: t('compare.column.person'),
            head: true,
            cell: ({ id }) => nameAndCountry(people.get(id), voice),
          },
          { label: t('price.column.without'), cell: ({ before }) => partnersInWords(before, people, voice) },
          { label: t('price.column.with'), cell: ({ after }) => partnersInWords(after, people, voice) },
        ]}
      />
    </Disclosure>
  )
}

const Acts = ({ round, two, offer, voice }: FigureProps & { voice: Voice }) => {
  const { t, f } = voice
  const [one, other] = two
  const { swap } = offer
  return (
    <>
      <Form action={pinPath(round.code)} hidden={{ one: one.applicationId, other: other.applicationId }}>
        <Actions>
          <Button kind="primary">
            {t('price.pin.two', { names: f.list(two.map(({ name }) => isolate(name, voice.locale))) })}
          </Button>
        </Actions>
        <p class="hint">{t('price.pin.hint')}</p>
      </Form>
      {swap.allowed ? (
        <Form action={swapPath(round.code, one.applicationId)} hidden={{ with: other.applicationId }}>
          <p class="hint">
            {t(swap.toReserve.length > 0 ? 'price.swap.reserve' : 'price.swap', {
              served: share(offer.leftServed ?? 0, voice),
              cost: t(swap.cost < 0 ? 'cost.gain' : 'cost', { points: Math.abs(swap.cost) }),
              names: f.list(
                leftBehind(swap).map((id) => isolate(offer.people.get(id)?.name ?? '', voice.locale)),
              ),
              count: leftBehind(swap).length,
            })}
          </p>
          <Button>{t('swap.now')}</Button>
        </Form>
      ) : null}
    </>
  )
}
