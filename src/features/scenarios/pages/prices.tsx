import { branch } from '../../../platform/words.ts'
import { type Frame, Live, Notice, OfficePage, Spread } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { alternativesPath, priceFigurePath } from '../paths.ts'
import type { Named } from '../queries/people.ts'
import type { PinOffer } from '../queries/prices-pin.ts'
import { type Voice, voiceFor } from '../telling.ts'
import { sectorName } from '../words.ts'
import { deskCrumbs } from './desk.tsx'
import { PriceFigure } from './prices-figure.tsx'
import { type Asked, FindTwo } from './prices-find.tsx'
import { share } from './pricing.ts'

type PriceProps = {
  frame: Frame
  round: Round
  asked: Asked
  /** Once both are known. */
  chosen: { two: readonly [Named, Named]; offer: PinOffer } | null
}

/** What it would cost everyone else to pin two people, before it is done. */
export const PricePage = ({ frame, round, asked, chosen }: PriceProps) => {
  const voice = voiceFor(frame.locale)
  const { t } = voice
  return (
    <OfficePage
      frame={frame}
      title={
        chosen
          ? t('price.title.two', { names: voice.f.list(chosen.two.map(({ name }) => name)) })
          : t('prices.title')
      }
      lead={t('price.lead')}
      crumbs={deskCrumbs(round, frame.locale)}
    >
      {chosen ? <Chosen frame={frame} round={round} chosen={chosen} voice={voice} /> : null}
      <FindTwo round={round} asked={asked} voice={voice} />
    </OfficePage>
  )
}

type ChosenProps = { frame: Frame; round: Round; chosen: NonNullable<PriceProps['chosen']>; voice: Voice }

const Chosen = ({ frame, round, chosen, voice }: ChosenProps) => {
  const { t } = voice
  const { two, offer } = chosen
  const [one, other] = two
  const figure = <PriceFigure frame={frame} round={round} two={two} offer={offer} />
  return (
    <>
      {offer.not === 'same-person' ? null : (
        <Spread
          label={voice.f.list(two.map(({ name }) => name))}
          pages={[leafOf(one, offer.served[0], round, voice), leafOf(other, offer.served[1], round, voice)]}
          shared={{
            title: t('price.together'),
            items: [t('price.score', { score: share(offer.score, voice) })],
          }}
        />
      )}
      {offer.not === null ? (
        <Live src={priceFigurePath(round.code, [one.applicationId, other.applicationId])} everySeconds={1}>
          {figure}
        </Live>
      ) : (
        <Notice tone={offer.not === 'pinned-already' ? 'success' : 'warning'} title={t('price.not.title')}>
          {t('price.not', { why: branch(offer.not) })}
        </Notice>
      )}
    </>
  )
}

function leafOf(person: Named, served: PinOffer['served'][number] | undefined, round: Round, voice: Voice) {
  const { t, f } = voice
  const { before = null, after = 0 } = served ?? {}
  return {
    name: person.name,
    href: alternativesPath(round.code, person.applicationId),
    country: f.country(person.country),
    sector: sectorName(voice.locale, person.sector),
    facts: [
      {
        term: t('price.served-now'),
        detail: before === null ? t('price.in-reserve') : share(before, voice),
      },
      { term: t('price.served-then'), detail: share(after, voice) },
    ],
  }
}
