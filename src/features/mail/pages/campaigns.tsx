import { type Formats, formats } from '../../../platform/formats.ts'
import type { CampaignProgress } from '../../../platform/mail/index.ts'
import { Actions, Button, Empty, Form, Progress, Tag } from '../../../ui/index.ts'
import { officeMailsOf, resumePath, stopPath } from '../paths.ts'
import { type MailWords, words } from '../words.ts'

export type CampaignsProps = Naming & {
  locale: string
  zone: string
  campaigns: readonly CampaignProgress[]
}

/** How campaigns are called. */
export type Naming = {
  /** Codes of rounds by their id. */
  rounds: ReadonlyMap<string, string>
  /** The name of what goes out together, by its kind; undefined when no feature knows it. */
  nameOf(kind: string): string | undefined
}

/** Whether there is still something to watch. */
export const isMoving = (campaigns: readonly CampaignProgress[]) =>
  campaigns.some(({ waiting, stoppedAt }) => waiting > 0 && stoppedAt === null)

/** What goes out together: how far it is, and the way to stop it. Also the fragment that keeps itself fresh. */
export const Campaigns = (props: CampaignsProps) => {
  const t = words(props.locale)
  if (props.campaigns.length === 0)
    return <Empty title={t('office.campaign.none.title')} text={t('office.campaign.none.text')} />
  return (
    <div class="campaigns" data-done={isMoving(props.campaigns) ? undefined : ''}>
      {props.campaigns.map((campaign) => (
        <Campaign {...props} campaign={campaign} t={t} say={formats(props.locale, props.zone)} />
      ))}
    </div>
  )
}

type CampaignProps = Naming & {
  campaign: CampaignProgress
  t: MailWords
  say: Formats
}

const Campaign = ({ campaign, t, say, rounds, nameOf }: CampaignProps) => {
  const { id, total, waiting, sent, stoppedAt } = campaign
  const code = campaign.roundId ? rounds.get(campaign.roundId) : undefined
  const name = nameOf(campaign.kind) ?? t('office.campaign.other', { kind: campaign.kind })
  return (
    <section class="campaign" aria-label={code ? `${name}, ${code}` : name}>
      <Progress
        label={name}
        done={total - waiting}
        total={total}
        text={t('office.campaign.progress', { sent: say.number(sent), total })}
        note={
          <>
            {code ? <Tag>{code}</Tag> : null}{' '}
            {t('office.campaign.opened', { when: say.instant(campaign.createdAt) })}
          </>
        }
      />
      {stoppedAt && waiting > 0 ? (
        <p>
          <strong>{t('office.campaign.stopped', { when: say.instant(stoppedAt), waiting })}</strong>
        </p>
      ) : null}
      <div class="campaign-foot">
        <Counts campaign={campaign} t={t} />
        {waiting > 0 ? <Turn id={id} name={name} isStopped={stoppedAt !== null} t={t} /> : null}
      </div>
    </section>
  )
}

/** What is not simply sent, each with the way to see which mails these are. */
const Counts = ({ campaign, t }: { campaign: CampaignProgress; t: MailWords }) => {
  const { id, waiting, stoppedAt } = campaign
  const told = (['failed', 'unknown', 'suppressed'] as const).filter((state) => campaign[state] > 0)
  const isUnderWay = waiting > 0 && stoppedAt === null
  if (told.length === 0 && !isUnderWay) return null
  return (
    <ul class="inline-list">
      {isUnderWay ? <li>{t('office.campaign.waiting', { waiting })}</li> : null}
      {told.map((state) => (
        <li>
          <a href={officeMailsOf({ campaign: id, state })}>
            {t(`office.campaign.${state}`, { count: campaign[state] })}
          </a>
        </li>
      ))}
    </ul>
  )
}

const Turn = (props: { id: string; name: string; isStopped: boolean; t: MailWords }) => {
  const { id, name, isStopped, t } = props
  return (
    <Form action={isStopped ? resumePath(id) : stopPath(id)}>
      <Actions>
        <Button label={t(isStopped ? 'office.resume-which' : 'office.stop-which', { name })}>
          {t(isStopped ? 'office.resume' : 'office.stop')}
        </Button>
      </Actions>
    </Form>
  )
}
