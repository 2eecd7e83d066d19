import type { Child } from 'hono/jsx'
import type { Config } from '../../../platform/config.ts'
import { formats } from '../../../platform/formats.ts'
import { fromOf } from '../../../platform/mail/index.ts'
import { type Network, ourAccent, textsIn } from '../../../platform/network/index.ts'
import { licenceName } from '../../../platform/say.ts'
import { type Fact, Facts, type Frame, Notice, OfficePage, OwnWords, Sign } from '../../../ui/index.ts'
import {
  citingPath,
  elsewherePath,
  languagesPath,
  lookPath,
  machinesPath,
  namesPath,
  startPath,
  writingPath,
} from '../paths.ts'
import { choiceOf } from '../shades.ts'
import { words } from '../words.ts'
import { languageName } from './form.ts'
import { Swatch } from './swatch.tsx'

type Props = { frame: Frame; network: Network; config: Config }
type OverviewProps = Props & {
  /** Before the first round: the steps to it are found again here. */
  isStarting: boolean
}

/** All that a director sets, as it is, and what is the operator's. */
export const NetworkPage = ({ frame, network, config, isStarting }: OverviewProps) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('network.title')}
      lead={t('network.lead')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
    >
      {network.isNamed ? null : <Unnamed frame={frame} />}
      {network.isNamed && isStarting ? <p>{wayToStart(frame)}</p> : null}
      <Part
        title={t('names.title')}
        href={namesPath}
        change={t('change.names')}
        facts={namesOf(frame, network)}
      />
      <Part
        title={t('look.title')}
        href={lookPath}
        change={t('change.look')}
        facts={lookOf(frame, network)}
      />
      <Part
        title={t('languages.title')}
        href={languagesPath}
        change={t('change.languages')}
        facts={languagesOf(frame, network)}
      />
      <Part
        title={t('writing.title')}
        href={writingPath}
        change={t('change.writing')}
        facts={writingOf(frame, network, config)}
      />
      <Part
        title={t('elsewhere.title')}
        href={elsewherePath}
        change={t('change.elsewhere')}
        facts={network.links.map(({ label, href }) => ({ term: label, detail: <bdi dir="ltr">{href}</bdi> }))}
        empty={t('elsewhere.none')}
      />
      <Part
        title={t('citing.title')}
        href={citingPath}
        change={t('change.citing')}
        facts={citingOf(frame, network)}
      />
      <Part
        title={t('machines.title')}
        href={machinesPath}
        change={t('change.machines')}
        facts={machinesOf(frame, network)}
      />
      <Operators {...{ frame, network, config }} />
    </OfficePage>
  )
}

const wayToStart = (frame: Frame) => <a href={startPath}>{words(frame.locale)('start.link')}</a>

const Unnamed = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Notice tone="warning" title={t('unnamed.title')} actions={wayToStart(frame)}>
      {t('unnamed.text')}
    </Notice>
  )
}

const Operators = ({ frame, network, config }: Props) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('operator.title')}</h2>
      <p>{t('operator.text')}</p>
      <Facts facts={operatorsOf(frame, network, config)} />
    </section>
  )
}

type PartProps = { title: string; href: string; change: string; facts: Fact[]; empty?: string }

const Part = ({ title, href, change, facts, empty }: PartProps) => (
  <section>
    <h2>{title}</h2>
    {facts.length > 0 ? <Facts facts={facts} /> : <p>{empty}</p>}
    <p>
      <a href={href}>{change}</a>
    </p>
  </section>
)

function namesOf(frame: Frame, network: Network): Fact[] {
  const t = words(frame.locale)
  return network.locales.map((locale) => {
    const { name, tagline } = textsIn(network, locale)
    return {
      term: t('names.in', { language: languageName(frame, locale) }),
      detail: (
        <>
          <OwnWords>{name}</OwnWords>
          <br />
          <span class="quiet">
            <OwnWords>{tagline}</OwnWords>
          </span>
        </>
      ),
    }
  })
}

function lookOf(frame: Frame, { accent }: Network): Fact[] {
  const t = words(frame.locale)
  const choice = choiceOf(accent)
  const name: Child = choice === 'own' ? <bdi dir="ltr">{accent}</bdi> : t(`shade.${choice}`)
  return [
    { term: t('look.sign'), detail: <Sign sign={frame.site.sign} size={32} /> },
    {
      term: t('look.accent'),
      detail: (
        <>
          <Swatch colour={accent ?? ourAccent} /> {name}
        </>
      ),
    },
  ]
}

function languagesOf(frame: Frame, { locales, zone }: Network): Fact[] {
  const t = words(frame.locale)
  const names = locales.map((locale) => languageName(frame, locale))
  return [
    { term: t('languages.offered'), detail: formats(frame.locale, 'UTC').list(names) },
    { term: t('languages.first'), detail: names[0] },
    { term: t('languages.zone'), detail: <bdi dir="ltr">{zone}</bdi> },
  ]
}

function writingOf(frame: Frame, network: Network, config: Config): Fact[] {
  const t = words(frame.locale)
  const { name, address } = fromOf({ config }, network, frame.locale)
  const { signature } = textsIn(network, frame.locale)
  return [
    { term: t('writing.from'), detail: <bdi>{name ? `${name} <${address}>` : address}</bdi> },
    {
      term: t('writing.reply-to'),
      detail: network.replyTo ? <bdi>{network.replyTo}</bdi> : t('writing.same'),
    },
    { term: t('writing.signature'), detail: signature ? <OwnWords>{signature}</OwnWords> : t('none') },
    { term: t('writing.postal'), detail: network.postal ? <OwnWords>{network.postal}</OwnWords> : t('none') },
  ]
}

function citingOf(frame: Frame, { licence, issn }: Network): Fact[] {
  const t = words(frame.locale)
  return [
    {
      term: t('citing.licence'),
      detail: licence === null ? t('citing.licence.none') : licenceName(frame.locale, licence),
    },
    { term: t('citing.issn'), detail: issn === null ? t('none') : <bdi dir="ltr">{issn}</bdi> },
  ]
}

function machinesOf(frame: Frame, { crawlers, indexNowKey }: Network): Fact[] {
  const t = words(frame.locale)
  const names = crawlers.map((kind) => t(`machines.${kind}`))
  return [
    {
      term: t('machines.crawlers'),
      detail: names.length === 0 ? t('none') : formats(frame.locale, 'UTC').list(names),
    },
    {
      term: t('machines.index-now'),
      detail: t(indexNowKey === null ? 'machines.index-now.off' : 'machines.index-now.on'),
    },
  ]
}

/** Where these stand nobody may change them from a page: see docs/running/settings.md. */
function operatorsOf(frame: Frame, network: Network, { mail }: Config): Fact[] {
  const t = words(frame.locale)
  return [
    { term: t('operator.address'), detail: <bdi dir="ltr">{network.origin}</bdi> },
    { term: t('operator.from'), detail: <bdi dir="ltr">{mail.from}</bdi> },
    { term: t('operator.transport'), detail: t(`operator.transport.${mail.transport}`) },
  ]
}
