import { licenceOf } from '../../../platform/licences.ts'
import { ButtonLink, type Frame, Notice, Page } from '../../../ui/index.ts'
import { guidelinesPath } from '../../pages/index.ts'
import { yourDataPath } from '../../people/index.ts'
import { kinds, type Rule } from '../contribution.ts'
import { kindPath } from '../paths.ts'
import { words } from '../words.ts'

/** Whoever would like to write chooses what; or is told that the network takes nothing now. */
export const ChoosePage = ({ frame, rule }: { frame: Frame; rule: Rule }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('choose.title')} lead={t('choose.lead')}>
      {rule.closedAt === null ? <Choices frame={frame} /> : <Notice>{t('choose.closed')}</Notice>}
      <section>
        <h2>{t('choose.then')}</h2>
        <ol>
          <li>{t('choose.then.link')}</li>
          <li>{t('choose.then.answer', { days: rule.answerDays })}</li>
          <li>{t('choose.then.agree')}</li>
          <li>{t('choose.then.licence', { licence: licenceOf(rule.licence)?.name ?? '' })}</li>
        </ol>
        <p>
          <a href={guidelinesPath}>{t('choose.guidelines')}</a>
        </p>
        <p>
          {t('choose.lost')} <a href={yourDataPath}>{t('choose.lost.link')}</a>
        </p>
      </section>
    </Page>
  )
}

const Choices = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <>
      {kinds.map((kind) => (
        <section class="choice">
          <h2>{t(`kind.${kind}`)}</h2>
          <p>{t(`choose.${kind}`)}</p>
          <div class="actions">
            <ButtonLink kind={kind === 'postcard' ? 'primary' : 'quiet'} href={kindPath(kind)}>
              {t(`choose.${kind}.button`)}
            </ButtonLink>
          </div>
        </section>
      ))}
    </>
  )
}
