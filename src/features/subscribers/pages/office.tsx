import { formats } from '../../../platform/formats.ts'
import { confirmWords, platformWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import {
  Actions,
  Button,
  Confirm,
  Empty,
  Facts,
  Form,
  type Frame,
  OfficePage,
  Table,
} from '../../../ui/index.ts'
import { deadline, officeRoundPath, type Round, roundInText, roundTitle } from '../../rounds/index.ts'
import { exportPath, tellPath } from '../paths.ts'
import type { ListNumbers } from '../queries.ts'
import { words } from '../words.ts'

type WaitingProps = { frame: Frame; numbers: ListNumbers; calls: readonly Round[]; mayExport: boolean }

/** How many wait for the next call. */
export const WaitingPage = ({ frame, numbers, calls, mayExport }: WaitingProps) => {
  const t = words(frame.locale)
  const { waiting, months } = numbers
  return (
    <OfficePage frame={frame} title={t('office.title')} lead={t('office.lead')}>
      {waiting === 0 ? (
        <Empty title={t('office.none')} text={t('office.none.text')} />
      ) : (
        <>
          <Facts facts={[{ term: t('office.waiting'), detail: byLanguage(frame, numbers) }]} />
          {calls.map((round) => (
            <p>
              <a href={tellPath(round.code)}>
                {t('office.tell', { round: roundInText(frame.locale, round) })}
              </a>
            </p>
          ))}
          <Months frame={frame} months={months} />
        </>
      )}
      {mayExport ? (
        <Form action={exportPath}>
          <Actions>
            <Button>{t('office.export')}</Button>
          </Actions>
          <p class="hint">{t('office.export.hint')}</p>
        </Form>
      ) : null}
    </OfficePage>
  )
}

const byLanguage = ({ locale }: Frame, { waiting, locales }: Pick<ListNumbers, 'waiting' | 'locales'>) => {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  const each = locales.map((one) => t('office.language', { ...one, language: say.language(one.locale) }))
  return t('office.people', { count: waiting, each: say.list(each) })
}

const Months = ({ frame, months }: { frame: Frame; months: ListNumbers['months'] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Table
      caption={t('office.months')}
      slim
      columns={[
        { label: t('office.month'), cell: ({ month }) => say.month(month), head: true },
        { label: t('office.joined'), cell: ({ count }) => say.number(count), numeric: true },
      ]}
      rows={months}
    />
  )
}

type TellProps = {
  frame: Frame
  round: Round
  numbers: Pick<ListNumbers, 'waiting' | 'locales'>
  /** How many of those who wait have applied already. */
  applied: number
  /** The email as it will go out, in each language in which it does. */
  emails: readonly { locale: string; subject: string; text: string }[]
}

/** Asks before everyone who waits is told of a call. */
export const TellPage = ({ frame, round, numbers, applied, emails }: TellProps) => {
  const t = words(frame.locale)
  const until = deadline(frame.locale, round)
  return (
    <OfficePage
      frame={frame}
      title={t('tell.title')}
      crumbs={[{ href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) }]}
    >
      <Confirm
        action={tellPath(round.code)}
        words={confirmWords(frame.locale)}
        what={[
          t('tell.what.1', { count: numbers.waiting }),
          t('tell.what.2', { round: roundInText(frame.locale, round), until }),
          ...(applied > 0 ? [t('tell.what.applied', { count: applied })] : []),
        ]}
        whom={byLanguage(frame, numbers)}
        undo={t('tell.undo.text')}
        button={t('tell.button', { count: numbers.waiting })}
        cancel={{ href: officeRoundPath(round.code), label: platformWords(frame.locale)('cancel') }}
      />
      {emails.map(({ locale, subject, text }) => (
        <section>
          <h2>{t('tell.email', { language: formats(frame.locale, 'UTC').language(locale) })}</h2>
          <div lang={locale} dir={dirOf(locale)}>
            <p>
              <strong>{subject}</strong>
            </p>
            <p class="copy">{text}</p>
          </div>
        </section>
      ))}
    </OfficePage>
  )
}
