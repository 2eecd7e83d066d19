import { formats } from '../../../platform/formats.ts'
import type { CampaignProgress, Email } from '../../../platform/mail/index.ts'
import { dirOf, locales } from '../../../platform/words.ts'
import { Empty, Figures, type Frame, OfficePage, Tabs } from '../../../ui/index.ts'
import { officeRoundPath, phaseOf, type Round, releasePath, roundTitle } from '../../rounds/index.ts'
import { type Ending, endings } from '../farewell.ts'
import { campaignMailsPath, farewellOfficePath } from '../paths.ts'
import type { Leaver } from '../queries/leavers.ts'
import { words } from '../words.ts'

type OfficeProps = {
  frame: Frame
  round: Round
  leavers: readonly Leaver[]
  /** One email for each way in which the round ends for somebody. */
  previews: readonly { ending: Ending; email: Email }[]
  /** The language of these. */
  locale: string
  campaign: CampaignProgress | null
}

/** What everyone is told when the round ends, and how far that has got. */
export const FarewellOfficePage = (props: OfficeProps) => {
  const { frame, round, leavers } = props
  const t = words(frame.locale)
  const isOver = phaseOf(round, frame.now) === 'ended'
  const day = formats(frame.locale, round.zone).day(round.endsOn)
  return (
    <OfficePage
      frame={frame}
      title={t('office.title')}
      lead={t(isOver ? 'office.lead.after' : 'office.lead.before', { day })}
      crumbs={[{ href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) }]}
    >
      {leavers.length === 0 ? (
        <Empty title={t('office.none.title')} text={t('office.none')}>
          {round.releasedAt ? null : <a href={releasePath(round.code)}>{t('office.none.link')}</a>}
        </Empty>
      ) : (
        <>
          <People {...props} />
          <Emails {...props} />
        </>
      )}
    </OfficePage>
  )
}

const People = ({ frame, leavers, campaign }: OfficeProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const told = campaign?.total ?? 0
  return (
    <section>
      <h2>{t('office.people')}</h2>
      <Figures
        figures={[
          ...endings.map((ending) => ({
            value: say.number(leavers.filter((one) => one.ending === ending).length),
            label: t(`office.${ending}`),
          })),
          ...(campaign
            ? [
                { value: say.number(told), label: t('office.told'), href: campaignMailsPath(campaign.id) },
                { value: say.number(Math.max(0, leavers.length - told)), label: t('office.untold') },
              ]
            : []),
        ]}
      />
    </section>
  )
}

const Emails = ({ frame, round, previews, locale }: OfficeProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <section>
      <h2>{t('office.emails')}</h2>
      <p>{t('office.emails.differ')}</p>
      <Tabs
        label={t('office.language')}
        tabs={locales.map((one) => ({
          href: farewellOfficePath(round.code, one),
          label: say.language(one),
          current: one === locale,
        }))}
      />
      {previews.map(({ ending, email }) => (
        <section>
          <h3>{t(`office.${ending}`)}</h3>
          <div lang={locale} dir={dirOf(locale)}>
            <p>
              <strong>{email.subject}</strong>
            </p>
            <p class="copy">{email.text}</p>
          </div>
        </section>
      ))}
    </section>
  )
}
