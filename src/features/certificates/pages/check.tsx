import { formats } from '../../../platform/formats.ts'
import { dirOf } from '../../../platform/words.ts'
import { Actions, Button, ButtonLink, Facts, Field, type Frame, Notice, Page, Qr } from '../../../ui/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import { codeInGroups } from '../certificate.ts'
import type { Paper } from '../emails/paper.ts'
import { checkPath, pdfPath } from '../paths.ts'
import type { Certificate } from '../queries/certificates.ts'
import { words } from '../words.ts'

/** Where a code is typed that stands on a paper. */
export const TypeCodePage = ({ frame, typed }: { frame: Frame; typed: string }) => {
  const t = words(frame.locale)
  const error = typed === '' ? undefined : t('check.unknown')
  return (
    <Page
      frame={frame}
      title={t('check.type.title')}
      lead={t('check.type.lead')}
      faults={error ? [{ name: 'code', message: error }] : []}
    >
      <form action={checkPath}>
        <Field
          type="text"
          width="medium"
          dir="ltr"
          name="code"
          label={t('check.code')}
          hint={t('check.code.hint')}
          value={typed}
          error={error}
        />
        <Actions>
          <Button kind="primary">{t('check.button')}</Button>
        </Actions>
      </form>
    </Page>
  )
}

type CheckProps = { frame: Frame; certificate: Certificate; round: Round; paper: Paper }

/** What a certificate is worth now; as much as stands on it while it holds, and less afterwards. */
export const CheckPage = ({ frame, certificate, round, paper }: CheckProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const { standing, code, locale, withdrawnAt } = certificate
  const isValid = standing === 'valid'
  return (
    <Page frame={frame} title={t(`check.${standing}.title`)} kicker={t('check.kicker')} isUnlisted>
      <Notice tone={isValid ? 'success' : 'warning'} title={t(`check.${standing}`)}>
        {withdrawnAt ? t('check.since', { day: say.instant(withdrawnAt) }) : null}
      </Notice>
      {isValid ? (
        <section lang={locale} dir={dirOf(locale)}>
          <h2>{paper.heading}</h2>
          <p>{paper.to}</p>
          <p class="name-written">
            <bdi>{paper.name}</bdi>
          </p>
          <p>{paper.what}</p>
          <p>{paper.criteria}</p>
          <p>{paper.issued}</p>
        </section>
      ) : null}
      <Facts
        facts={[
          { term: t('check.code'), detail: <bdi dir="ltr">{codeInGroups(code)}</bdi> },
          { term: t('check.round'), detail: <bdi>{roundTitle(frame.locale, round)}</bdi> },
          { term: t('check.issuer'), detail: <bdi>{frame.site.name}</bdi> },
        ]}
      />
      {isValid ? (
        <>
          <Actions>
            <ButtonLink href={pdfPath(code)}>{t('own.pdf')}</ButtonLink>
          </Actions>
          <Qr text={paper.href} label={t('paper.qr')} />
        </>
      ) : null}
    </Page>
  )
}
