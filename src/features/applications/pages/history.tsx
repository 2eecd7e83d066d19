import { platformWords } from '../../../platform/say.ts'
import { Button, Changes, Disclosure, Form, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Application } from '../application.ts'
import { type Change, problemKinds } from '../checks.ts'
import { applicationPath, undoPath } from '../paths.ts'
import { answerInWords, shownFields, type Voice } from './saying.ts'

export type MadeMend = {
  batchId: string
  kind: string
  before: Change
  after: Change
  madeAt: Date
  madeBy: string | null
  undoneAt: Date | null
}
export type Behind = { fileName: string; number: number; header: string[]; cells: string[] }

const isKind = (kind: string): kind is (typeof problemKinds)[number] =>
  problemKinds.some((known) => known === kind)

/** What was done, in words. */
export const kindInWords = (kind: string, { t }: Voice): string => {
  if (isKind(kind)) return t(`kind.${kind}`)
  if (
    kind === 'merged' ||
    kind === 'merged-answers' ||
    kind === 'dropped' ||
    kind === 'keep-both' ||
    kind === 'correction-kept'
  )
    return t(`done.${kind}`)
  return t('done.edited')
}

type Props = { mends: readonly MadeMend[]; round: Round; application: Application; voice: Voice }

/** What was changed in an application, each with its undo. */
export const History = ({ mends, round, application, voice }: Props) => {
  const { t, say } = voice
  if (mends.length === 0) return null
  return (
    <section>
      <h2>{t('history.title')}</h2>
      {mends.map((mend) => (
        <>
          <Changes
            caption={t(mend.undoneAt ? 'history.caption.undone' : 'history.caption', {
              what: kindInWords(mend.kind, voice),
              who: mend.madeBy ?? platformWords(voice.locale)('terminal'),
              at: say.instant(mend.madeAt),
            })}
            words={{ field: t('history.field'), before: t('history.before'), after: t('history.after') }}
            changes={shownFields
              .filter((field) => field in mend.after)
              .map((field) => ({
                label: t(`field.${field}`),
                before: answerInWords({ ...application, ...mend.before }, field, voice),
                after: answerInWords({ ...application, ...mend.after }, field, voice),
              }))}
          />
          {mend.undoneAt ? null : (
            <Form
              action={undoPath(round.code)}
              hidden={{ batch: mend.batchId, back: applicationPath(round.code, application.id) }}
            >
              <Button label={t('undo.label', { what: kindInWords(mend.kind, voice) })}>{t('undo')}</Button>
            </Form>
          )}
        </>
      ))}
    </section>
  )
}

/** The rows of the files as they came. */
export const Rows = ({ rows, voice }: { rows: readonly Behind[]; voice: Voice }) => {
  const { t, say } = voice
  return (
    <>
      {rows.map(({ fileName, number, header, cells }) => (
        <Disclosure summary={t('rows.summary', { file: fileName, row: say.number(number) })}>
          <Table
            caption={t('rows.caption')}
            captionHidden
            rows={cells
              .map((cell, at) => ({ name: header[at] ?? '', cell }))
              .filter(({ cell }) => cell !== '')}
            columns={[
              { label: t('rows.column'), head: true, cell: ({ name }) => <bdi>{name}</bdi> },
              { label: t('rows.cell'), cell: ({ cell }) => <bdi>{cell}</bdi> },
            ]}
          />
        </Disclosure>
      ))}
    </>
  )
}
