import { formats } from '../../../platform/formats.ts'
import { type Network, textsIn } from '../../../platform/network/index.ts'
import { dirOf, type Locale } from '../../../platform/words.ts'
import { Actions, Button, CopyText, Empty, Form, type Frame, Qr } from '../../../ui/index.ts'
import { callPicture, shortPath } from '../../calls/index.ts'
import { deadline, type Round } from '../../rounds/index.ts'
import { shortenPath } from '../paths.ts'
import { words } from '../words.ts'
import { CountryFrame, type Place } from './frame.tsx'

type KitProps = Place & {
  /** The call that people apply for, or that opens next; null while there is none, and while the network is paused. */
  round: Round | null
  /** Code of the short address; null while there is none. */
  code: string | null
  network: Network
}

/** What an ambassador sends around: a short address that is counted, and texts ready to be sent. */
export const KitPage = ({ round, code, network, ...place }: KitProps) => {
  const { frame, actor, country } = place
  const t = words(frame.locale)
  return (
    <CountryFrame {...place} view="kit" lead={t('kit.lead')}>
      {code === null ? (
        <Form action={shortenPath(country)}>
          <p>{t('kit.none')}</p>
          <Actions>
            <Button kind="primary">{t('kit.shorten')}</Button>
          </Actions>
        </Form>
      ) : (
        <>
          <Address frame={frame} address={network.origin + shortPath(code)} />
          {round ? (
            <Texts
              {...{ frame, round, network }}
              zone={actor.zone}
              address={network.origin + shortPath(code)}
            />
          ) : frame.paused ? null : (
            <Empty title={t('kit.no-call')} text={t('kit.no-call.text')} />
          )}
        </>
      )}
    </CountryFrame>
  )
}

const Address = ({ frame, address }: { frame: Frame; address: string }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('kit.address')}</h2>
      <CopyText
        id="address"
        label={t('kit.address.label')}
        text={address}
        {...{ lang: 'en', dir: 'ltr', rows: 1, words: copyWords(frame) }}
      />
      <p class="hint">{t('kit.address.hint')}</p>
      <h3>{t('kit.picture')}</h3>
      <p>{t('kit.picture.text')}</p>
      <Qr text={address} label={t('kit.picture.label', { address })} />
    </section>
  )
}

const copyWords = ({ locale }: Frame) => ({
  copy: words(locale)('kit.copy'),
  copied: words(locale)('kit.copied'),
})

/** Lines that each kind of text takes on a page. */
const kinds = { list: 12, post: 6, short: 4 } as const
type Kind = keyof typeof kinds

type TextsProps = { frame: Frame; round: Round; network: Network; zone: string; address: string }

/** Each text in each language of the network, the reader's first. */
const Texts = (props: TextsProps) => {
  const { frame, network } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const locales = network.locales.toSorted((a, b) => Number(b === frame.locale) - Number(a === frame.locale))
  return (
    <>
      {locales.map((locale) => (
        <section>
          <h2>{t('kit.texts', { language: say.language(locale) })}</h2>
          {(Object.keys(kinds) as Kind[]).map((kind) => (
            <CopyText
              id={`${kind}-${locale}`}
              label={t(`kit.kind.${kind}`)}
              text={textFor(kind, locale, props)}
              {...{ lang: locale, dir: dirOf(locale), rows: kinds[kind], words: copyWords(frame) }}
            />
          ))}
          <Card {...props} locale={locale} />
        </section>
      ))}
      <p class="hint">{t('kit.other-languages')}</p>
    </>
  )
}

/** The picture that goes with a shared link, to be sent by itself. */
const Card = ({ frame, round, network, locale }: TextsProps & { locale: Locale }) => {
  const { href, alt } = callPicture(network, locale, { round, now: frame.now })
  return (
    <p>
      <img src={href} alt={alt} lang={locale} width="480" height="252" loading="lazy" />
      <br />
      <a href={href} download={`${round.code}-${locale}.png`}>
        {words(frame.locale)('kit.card')}
      </a>
    </p>
  )
}

/** A text as it is sent around: plain, and with the deadline on the reader's clock. */
function textFor(
  kind: Kind,
  locale: Locale,
  { round, network, zone, address }: Omit<TextsProps, 'frame'>,
): string {
  const say = formats(locale, round.zone)
  return words(locale)(`text.${kind}`, {
    network: textsIn(network, locale).name,
    until: deadline(locale, round, zone),
    from: say.shortDay(round.startsOn),
    to: say.shortDay(round.endsOn),
    address,
  })
}
