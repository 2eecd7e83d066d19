import { Empty, Figures, type Frame, OfficePage } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { CountryNumbers } from '../queries/applications.ts'
import { crumbsOf, voiceOf } from './saying.ts'

/** What an ambassador sees of applications: the numbers of the own country, and nobody's name. */
export const NumbersPage = ({
  frame,
  round,
  numbers,
}: {
  frame: Frame
  round: Round
  numbers: readonly CountryNumbers[]
}) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  return (
    <OfficePage
      frame={frame}
      title={t('list.title')}
      lead={t('numbers.lead')}
      crumbs={crumbsOf(round, voice)}
    >
      {numbers.length === 0 ? (
        <Empty title={t('numbers.empty.title')} text={t('numbers.empty.text')} />
      ) : null}
      {numbers.map(({ country, applications, accepted, waiting }) => (
        <section>
          <h2>{say.country(country)}</h2>
          <Figures
            figures={[
              { value: say.number(applications), label: t('numbers.applications', { count: applications }) },
              { value: say.number(accepted), label: t('numbers.accepted') },
              { value: say.number(waiting), label: t('numbers.waiting') },
            ]}
          />
        </section>
      ))}
    </OfficePage>
  )
}
