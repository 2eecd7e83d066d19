import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, ButtonLink, Field, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import { type Condition, isMet } from '../certificate.ts'
import { askPath, badgePath, certificatePath, pdfPath } from '../paths.ts'
import type { Certificate } from '../queries/certificates.ts'
import type { Claim } from '../queries/own.ts'
import { words } from '../words.ts'

export type OwnProps = {
  frame: Frame
  round: Round
  claim: Claim
  /** Where the survey at the end is answered; null while that cannot be done. */
  survey: string | null
  certificate: Certificate | null
  form: FormState
  /** Where this page is: by its link, or signed in. */
  base: string
  origin: string
  /** What the network is called. */
  network: string
}

/** One's own certificate: what is asked, how the name is written, and what can be done with it. */
export const OwnCertificatePage = (props: OwnProps) => {
  const { frame, round, claim, certificate, form } = props
  const t = words(frame.locale)
  const { faults } = inWords(frame, form)
  return (
    <Page
      frame={frame}
      title={t('own.title')}
      kicker={roundTitle(frame.locale, round)}
      isUnlisted
      faults={asksName(props) ? faults : undefined}
    >
      {certificate ? <Given {...props} certificate={certificate} /> : null}
      {certificate || !claim ? null : <Conditions {...props} conditions={claim.conditions} />}
      {!claim && !certificate ? <p>{t('own.none')}</p> : null}
      {!certificate && asksName(props) ? <NameForm {...props} /> : null}
    </Page>
  )
}

/** Whether the name can be written, for the first time or anew. */
const asksName = ({ claim, certificate }: OwnProps) =>
  certificate ? certificate.standing === 'valid' : claim?.isEarned === true

const inWords = (frame: Frame, form: FormState) =>
  formInWords(frame.locale, { name: words(frame.locale)('own.name') }, form, errorWords(words, frame.locale))

const Conditions = ({ frame, conditions, survey }: OwnProps & { conditions: readonly Condition[] }) => {
  const t = words(frame.locale)
  return (
    <>
      <p>{t('own.asks')}</p>
      <ul>
        {conditions.map((one) => (
          <li>
            {t(`condition.${one.kind}`, { count: one.asked })}{' '}
            <strong>
              {isMet(one)
                ? t('own.met')
                : one.kind === 'check-ins'
                  ? t('own.reached', { reached: one.reached, asked: one.asked })
                  : t('own.not-yet')}
            </strong>
            {one.kind === 'end-survey' && survey && !isMet(one) ? (
              <>
                {' '}
                <a href={survey}>{t('own.survey')}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

const NameForm = ({ frame, form, base, certificate }: OwnProps) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, form)
  return (
    <Form action={askPath(base)}>
      <Field type="text" autocomplete="name" hint={t('own.name.hint')} {...field('name')} />
      <Actions>
        <Button kind={certificate ? 'quiet' : 'primary'}>{t(certificate ? 'own.anew' : 'own.ask')}</Button>
      </Actions>
    </Form>
  )
}

const Given = (props: OwnProps & { certificate: Certificate }) => {
  const { frame, certificate } = props
  const t = words(frame.locale)
  if (certificate.standing === 'withdrawn')
    return (
      <Notice title={t('own.withdrawn')}>
        <span dir="auto">{certificate.withdrawnWhy}</span>
      </Notice>
    )
  if (certificate.standing !== 'valid')
    return <Notice title={t('own.being-made')}>{t('own.being-made.text')}</Notice>
  return (
    <>
      <p>{t('own.ready', { name: certificate.nameWritten })}</p>
      <Uses {...props} />
      <section>
        <h2>{t('own.anew.title')}</h2>
        <p>{t('own.anew.text')}</p>
        <NameForm {...props} />
      </section>
    </>
  )
}

const Uses = ({
  frame,
  round,
  certificate,
  base,
  origin,
  network,
}: OwnProps & { certificate: Certificate }) => {
  const t = words(frame.locale)
  const { code, issuedAt } = certificate
  const address = origin + certificatePath(code)
  return (
    <>
      <Actions>
        <ButtonLink href={pdfPath(code)} kind="primary">
          {t('own.pdf')}
        </ButtonLink>
        <ButtonLink href={certificatePath(code)}>{t('own.check')}</ButtonLink>
      </Actions>
      <p>
        {t('own.address')}{' '}
        <a href={certificatePath(code)}>
          <bdi dir="ltr">{address}</bdi>
        </a>
      </p>
      <p>
        <a
          href={linkedIn({ name: `${t('paper.heading')}, ${round.code}`, network, issuedAt, address, code })}
        >
          {t('own.linkedin')}
        </a>
      </p>
      <p>
        <a href={badgePath(base)}>{t('own.badge')}</a> <span class="hint">{t('own.badge.hint')}</span>
      </p>
    </>
  )
}

type Profile = { name: string; network: string; issuedAt: Date | null; address: string; code: string }

/** A plain link: it tells LinkedIn nothing until somebody opens it. @source LinkedIn, Add to Profile */
function linkedIn({ name, network, issuedAt, address, code }: Profile): string {
  const issued = issuedAt ?? new Date(0)
  const search = new URLSearchParams({
    ...{ startTask: 'CERTIFICATION_NAME', name, organizationName: network },
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: String(issued.getUTCMonth() + 1),
    ...{ certUrl: address, certId: code },
  })
  return `https://www.linkedin.com/profile/add?${search}`
}
