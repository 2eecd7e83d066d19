import { Actions, Button, Field, Form, type Frame, fieldId, OfficePage } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { sectors } from '../application.ts'
import { type Desk, leftOn, openSectorGroups } from '../desk.ts'
import { mapSectorsPath, sectorsPath } from '../paths.ts'
import type { ToldBatch } from '../queries/changes.ts'
import type { SectorGroup } from '../sectors.ts'
import { LatestChange, LeftBar, NothingLeft } from './desk.tsx'
import { backToNext, DeskKeys } from './desk-keys.tsx'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type Props = { frame: Frame; round: Round; desk: Desk; settled: number; latest: ToldBatch | undefined }

/** Free answers about the kind of library, like with like; each group is put into a sector in one go. */
export const SectorsPage = ({ frame, round, desk, settled, latest }: Props) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const groups = openSectorGroups(desk)
  return (
    <OfficePage
      frame={frame}
      title={t('kind.unknown-sector')}
      lead={t('sectors.lead')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      <LeftBar left={leftOn(desk)} settled={settled} voice={voice} />
      <LatestChange round={round} latest={latest} back={sectorsPath(round.code)} voice={voice} />
      {groups.length === 0 ? <NothingLeft round={round} voice={voice} /> : null}
      {groups.length > 0 ? <DeskKeys keys={['accept', 'undo']} voice={voice} /> : null}
      <ol class="desk-list" data-keys="">
        {groups.map((group, at) => (
          <li id={fieldId(group.key)} tabindex={-1}>
            <OneGroup
              group={group}
              number={at}
              round={round}
              back={backToNext(
                sectorsPath(round.code),
                groups.slice(at + 1, at + 2).map(({ key }) => fieldId(key))[0],
              )}
              voice={voice}
            />
          </li>
        ))}
      </ol>
    </OfficePage>
  )
}

const OneGroup = ({
  group,
  number,
  round,
  back,
  voice,
}: {
  group: SectorGroup
  number: number
  round: Round
  back: string
  voice: Voice
}) => {
  const { t } = voice
  return (
    <article class="desk-item">
      <h2 class="desk-item-who">
        <bdi>{group.spellings[0] || t('sectors.empty')}</bdi>{' '}
        <span class="hint">{t('sectors.people', { count: group.count })}</span>
      </h2>
      {group.spellings.length > 1 ? (
        <p>
          {t('sectors.also')} <bdi>{group.spellings.slice(1).join(' · ')}</bdi>
        </p>
      ) : null}
      <Form action={mapSectorsPath(round.code)} hidden={{ group: group.key, back }}>
        <Field
          type="select"
          name="sector"
          id={`sector-${number}`}
          label={t('field.sector')}
          value={group.suggestion?.sector ?? ''}
          placeholder={t('choose')}
          options={sectors.map((sector) => ({ value: sector, label: t(`sector.${sector}`) }))}
        />
        <Actions>
          <Button kind="primary" shortcut="a">
            {t('sectors.map', { count: group.count })}
          </Button>
        </Actions>
      </Form>
    </article>
  )
}
