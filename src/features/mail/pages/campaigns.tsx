import { type Formats, formats } from '../../../platform/formats.ts'
import type { CampaignProgress } from '../../../platform/mail/index.ts'
import { Actions, Button, Empty, Form, Progress, Tag } from '../../../ui/index.ts'
import { officeMailsOf, resumePath, stopPath } from '../paths.ts'
import { type MailWords, words } from '../words.ts'

export type CampaignsProps = {
  locale: string
  zone: string
  campaigns: readonly CampaignProgress[]
  /** Codes of rounds by their id. */
  rounds: ReadonlyMap<string, string>
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
        <Campaign campaign={campaign} t={t} say={formats(props.locale, props.zone)} rounds={props.rounds} />
      ))}
    </div>
  )
}

type CampaignProps = Pick<CampaignsProps, 'rounds'> & {
  campaign: CampaignProgress
  t: MailWords
  say: Formats
}

const Campaign = ({ campaign, t, say, rounds }: CampaignProps) => {
  const { id, total, waiting, sent, stoppedAt } = campaign
  const code = campaign.roundId ? rounds.get(campaign.roundId) : undefined
  const name = nameOf(campaign, t)
  return (
    <section class="campaign" aria-label={code ? `${name}, ${code}` : name}>
      <Progress
        label={name}
        done={total - waiting}
        total={total}
        text={t('office.campaign.progress', { sent: say.number(sent), total: say.number(total) })}
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

function nameOf({ kind }: CampaignProgress, t: MailWords): string {
  if (kind.startsWith('introduction')) return t('office.campaign.introduction')
  if (kind === 'topic' || kind === 'answers') return t(`office.campaign.${kind}`)
  return t('office.campaign.other', { kind })
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
