import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import type { ListPage } from '../../../platform/paging.ts'
import { errorWords, pagerOf, platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Field,
  Figures,
  Form,
  type Frame,
  Notice,
  OfficePage,
  OwnWords,
  Pager,
  Table,
  Unkept,
} from '../../../ui/index.ts'
import { officeRoundPath, type Round, roundTitle } from '../../rounds/index.ts'
import { surveysPath } from '../../surveys/index.ts'
import type { Rule } from '../certificate.ts'
import { certificatePath, officePath, remindPath, rulePath, withdrawPath } from '../paths.ts'
import type { Certificate } from '../queries/certificates.ts'
import type { Reached } from '../queries/round.ts'
import { words } from '../words.ts'

const certificateCrumbs = (round: Round, locale: string, isBelow = true) => [
  { href: officeRoundPath(round.code), label: roundTitle(locale, round) },
  ...(isBelow ? [{ href: officePath(round.code), label: words(locale)('office.title') }] : []),
]

type OfficeProps = {
  frame: Frame
  round: Round
  rule: Rule | null
  list: ListPage<Certificate>
  counts: { valid: number; 'being-made': number; withdrawn: number; waiting: number }
}

/** Who has a certificate of a round, and who may have one. */
export const CertificatesPage = (props: OfficeProps) => {
  const { frame, round, rule, counts } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <OfficePage
      frame={frame}
      title={t('office.title')}
      lead={
        rule
          ? t('office.rule', { count: rule.checkIns, survey: String(rule.endSurvey) })
          : t('office.no-rule')
      }
      crumbs={certificateCrumbs(round, frame.locale, false)}
    >
      <Actions>
        <ButtonLink href={rulePath(round.code)} kind={rule ? 'quiet' : 'primary'}>
          {t(rule ? 'office.rule.change' : 'office.rule.set')}
        </ButtonLink>
      </Actions>
      {rule ? (
        <Figures
          figures={(['waiting', 'being-made', 'valid', 'withdrawn'] as const).map((kind) => ({
            value: say.number(counts[kind]),
            label: t(`office.${kind}`),
          }))}
        />
      ) : null}
      {counts.waiting > 0 ? (
        <Form action={remindPath(round.code)}>
          <Actions>
            <Button>{t('office.remind')}</Button>
          </Actions>
          <p class="hint">{t('office.remind.hint')}</p>
        </Form>
      ) : null}
      {rule ? <List {...props} /> : null}
    </OfficePage>
  )
}

const List = ({ frame, round, list }: OfficeProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  return (
    <>
      <Table
        caption={t('office.list')}
        rows={list.shown}
        empty={
          <Empty title={t('office.none')} text={t('office.none.text', { day: say.day(round.endsOn) })} />
        }
        columns={[
          {
            label: t('office.name'),
            head: true,
            cell: ({ code, nameWritten }) => (
              <a href={certificatePath(code)}>
                <OwnWords>{nameWritten || t('office.erased')}</OwnWords>
              </a>
            ),
          },
          { label: t('office.standing'), cell: ({ standing }) => t(`standing.${standing}`) },
          { label: t('office.asked'), cell: ({ askedAt }) => say.shortDay(dayIn(askedAt, round.zone)) },
          {
            label: t('office.acts'),
            cell: ({ id, standing }) =>
              standing === 'erased' ? null : (
                <a href={withdrawPath(round.code, id)}>
                  {t(standing === 'withdrawn' ? 'office.again' : 'office.withdraw')}
                </a>
              ),
          },
        ]}
      />
      <Pager {...pagerOf(frame.locale, list, (page) => officePath(round.code, page))} />
    </>
  )
}

type RuleProps = {
  frame: Frame
  round: Round
  form: FormState
  reached: readonly Reached[]
  /** Nobody can answer the survey at the end as things stand. */
  lacksSurvey: boolean
}

/** Asks what a certificate of a round asks for, with how many would have it as things stand. */
export const RulePage = ({ frame, round, form, reached, lacksSurvey }: RuleProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const labels = { checkIns: t('rule.check-ins'), endSurvey: t('rule.end-survey') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('rule.title')}
      lead={t('rule.lead')}
      crumbs={certificateCrumbs(round, frame.locale)}
      faults={faults}
    >
      <Form action={rulePath(round.code)}>
        <Field
          type="number"
          width="short"
          min={0}
          max={12}
          hint={t('rule.check-ins.hint')}
          {...field('checkIns')}
        />
        <Field
          type="radios"
          hint={t('rule.end-survey.hint')}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`rule.end-survey.${value}`) }))}
          {...field('endSurvey')}
        />
        {lacksSurvey ? (
          <Notice title={t('rule.no-survey')}>
            {t('rule.no-survey.text')} <a href={surveysPath(round.code)}>{t('rule.no-survey.link')}</a>
          </Notice>
        ) : null}
        <Actions>
          <Button kind="primary">{t('rule.save')}</Button>
        </Actions>
      </Form>
      <Table
        caption={t('rule.reached')}
        columns={[
          { label: t('rule.check-ins'), cell: ({ least }) => say.number(least), head: true },
          { label: t('rule.people'), cell: ({ people }) => say.number(people), numeric: true },
          { label: t('rule.answered'), cell: ({ answered }) => say.number(answered), numeric: true },
        ]}
        rows={reached}
      />
    </OfficePage>
  )
}

type WithdrawProps = { frame: Frame; round: Round; certificate: Certificate; form: FormState }

/** Asks before a certificate is withdrawn; or before one that was is issued again, with what was typed if that came too late. */
export const WithdrawPage = ({ frame, round, certificate, form }: WithdrawProps) => {
  const t = words(frame.locale)
  const { field, faults } = formInWords(
    frame.locale,
    { why: t('withdraw.why') },
    form,
    errorWords(words, frame.locale),
  )
  const { standing } = certificate
  const isWithdrawn = standing === 'withdrawn'
  const isLate = isWithdrawn || standing === 'replaced'
  const { why } = form.values
  const path = withdrawPath(round.code, certificate.id)
  return (
    <OfficePage
      frame={frame}
      title={t(isWithdrawn ? 'again.title' : 'withdraw.title', { name: certificate.nameWritten })}
      lead={t(isWithdrawn ? 'again.lead' : 'withdraw.lead')}
      crumbs={certificateCrumbs(round, frame.locale)}
      faults={isLate ? undefined : faults}
    >
      {isLate ? null : (
        <Form action={path}>
          <Field type="textarea" rows={3} hint={t('withdraw.why.hint')} {...field('why')} />
          <Actions>
            <Button kind="danger">{t('withdraw.button')}</Button>
          </Actions>
        </Form>
      )}
      {isWithdrawn ? <p dir="auto">{certificate.withdrawnWhy}</p> : null}
      {isLate && why !== undefined ? (
        <Unkept
          title={t('refusal.already-withdrawn')}
          label={platformWords(frame.locale)('unkept')}
          text={why}
        />
      ) : null}
      {isWithdrawn ? (
        <Form action={path.replace(/withdraw$/, 'again')}>
          <Actions>
            <Button kind="primary">{t('again.button')}</Button>
          </Actions>
        </Form>
      ) : null}
    </OfficePage>
  )
}
