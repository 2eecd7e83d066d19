import { Actions, Button, Changes, Form, PersonChip } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Application } from '../application.ts'
import type { Problem } from '../checks.ts'
import { settleCorrectionPath } from '../paths.ts'
import { answerInWords, chipOf, shownFields, type Voice } from './saying.ts'

type Props = { application: Application; problem: Problem; round: Round; back: string; voice: Voice }

/** What the file says now beside what we have; either can stand. */
export const Correction = ({ application, problem, round, back, voice }: Props) => {
  const { t } = voice
  const change = problem.suggestion ?? {}
  const after = { ...application, ...change }
  return (
    <article class="desk-item">
      <h2 class="desk-item-who">
        <PersonChip {...chipOf(application, voice, round)} />
      </h2>
      <Changes
        caption={t('correction.caption')}
        words={{ field: t('history.field'), before: t('correction.ours'), after: t('correction.file') }}
        changes={shownFields
          .filter((field) => field in change)
          .map((field) => ({
            label: t(`field.${field}`),
            before: answerInWords(application, field, voice),
            after: answerInWords(after, field, voice),
          }))}
      />
      <Form action={settleCorrectionPath(round.code, application.id)} hidden={{ back }}>
        <Actions>
          <Button kind="primary" name="verdict" value="accept" shortcut="a">
            {t('correction.accept')}
          </Button>
          <Button name="verdict" value="keep">
            {t('correction.keep')}
          </Button>
        </Actions>
      </Form>
    </article>
  )
}
