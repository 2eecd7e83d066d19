import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { type FormError, type Frame, OfficePage, Tabs } from '../../../ui/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import { contactsPath, countriesPath, countryPath, kitPath, notesPath, ofCall, reportPath } from '../paths.ts'
import { mayInviteAmbassadors, ownCountries } from '../policy.ts'
import { words } from '../words.ts'

const views = {
  numbers: countryPath,
  kit: kitPath,
  contacts: contactsPath,
  notes: notesPath,
  report: reportPath,
}
type View = keyof typeof views

/** Where a page of one country belongs. */
export type Place = { frame: Frame; actor: Actor; country: string }

type FrameProps = Place & {
  view: View
  /** Of a page under one of the views: its own title. */
  title?: string
  lead?: Child
  faults?: readonly FormError[]
  children: Child
}

/** A page of one country, with the way to the others. */
export const CountryFrame = ({ frame, actor, country, view, title, lead, faults, children }: FrameProps) => {
  const t = words(frame.locale)
  const name = formats(frame.locale, 'UTC').country(country)
  const hasMany = mayInviteAmbassadors(actor) || ownCountries(actor).length > 1
  return (
    <OfficePage
      frame={frame}
      title={title ?? t(`${view}.title`, { country: name })}
      lead={lead}
      faults={faults ?? []}
      crumbs={[
        ...(hasMany ? [{ href: countriesPath, label: t('countries.title') }] : []),
        ...(title ? [{ href: views[view](country), label: t(`${view}.title`, { country: name }) }] : []),
      ]}
    >
      {title ? null : (
        <Tabs
          label={name}
          tabs={(Object.keys(views) as View[]).map((one) => ({
            href: views[one](country),
            label: t(`tab.${one}`),
            current: one === view,
          }))}
        />
      )}
      {children}
    </OfficePage>
  )
}

type OtherProps = Pick<Place, 'frame' | 'country'> & {
  others: readonly Round[]
  pathOf: (country: string) => string
}

/** The way to the same page of other calls. */
export const OtherCalls = ({ frame, country, others, pathOf }: OtherProps) => {
  if (others.length === 0) return null
  return (
    <section>
      <h2>{words(frame.locale)('calls')}</h2>
      <ul class="inline-list">
        {others.map((round) => (
          <li>
            <a href={ofCall(pathOf(country), round)}>{roundTitle(frame.locale, round)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
