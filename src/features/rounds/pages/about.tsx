import { type Frame, Page } from '../../../ui/index.ts'
import { roundsPath } from '../paths.ts'
import { words } from '../words.ts'

const parts = ['what', 'asks', 'private', 'topics'] as const
const steps = ['call', 'apply', 'place', 'partner', 'topics', 'end'] as const

/** What the network is and how a round works, in one place, for anyone who comes upon it. */
export const AboutPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  const [what, ...others] = parts.map((part) => (
    <section>
      <h2>{t(`about.${part}.title`)}</h2>
      <p>{t(`about.${part}.text`)}</p>
    </section>
  ))
  return (
    <Page
      frame={frame}
      title={t('about.title')}
      lead={t('about.lead', { site: frame.site.name })}
      head={<meta name="description" content={t('about.lead', { site: frame.site.name })} />}
    >
      {what}
      <section>
        <h2>{t('about.steps.title')}</h2>
        <ol>
          {steps.map((step) => (
            <li>{t(`about.step.${step}`)}</li>
          ))}
        </ol>
      </section>
      {others}
      <p>
        <a href={roundsPath}>{t('about.rounds')}</a>
      </p>
    </Page>
  )
}
