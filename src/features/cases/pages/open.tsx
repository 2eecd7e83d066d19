import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { type MemberStanding, memberPath, weeksCrumbs } from '../../checkins/index.ts'
import type { Round } from '../../rounds/index.ts'
import { openCasePath } from '../paths.ts'
import { words } from '../words.ts'

type OpenProps = { frame: Frame; round: Round; member: MemberStanding; form: FormState }

/** Where a coordinator opens a case for somebody who asked for help in another way. */
export const OpenCasePage = ({ frame, round, member, form }: OpenProps) => {
  const t = words(frame.locale)
  const labels = { body: t('open.label') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('open.title')}
      lead={t('open.lead')}
      crumbs={[
        ...weeksCrumbs(round, frame.locale),
        { href: memberPath(round.code, member.applicationId), label: member.name },
      ]}
      faults={faults}
    >
      <Form action={openCasePath(round.code, member.applicationId)} guard>
        <Field type="textarea" hint={t('note.hint')} {...field('body')} />
        <Actions>
          <Button kind="primary">{t('open.button')}</Button>
        </Actions>
      </Form>
    </OfficePage>
  )
}
