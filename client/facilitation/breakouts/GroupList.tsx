// All groups with their people, for facilitators: each person with the choice of another group.
import { NativeSelect } from '@mantine/core'
import { useGoToShape } from '#client/facilitation/board-place.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { areAtWork, type Group, type Groups, groupOf } from '#shared/facilitation/breakouts.ts'
import { eligible } from '#shared/facilitation/people.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './breakouts.module.css'
import { breakoutTexts } from './texts-breakouts.ts'

export function GroupList({ breakouts }: { breakouts: Groups }) {
  const t = useTexts(breakoutTexts)
  const people = useFacilitation(({ view }) => view.people)
  const present = useFacilitation((state) => state.present)
  const goTo = useGoToShape()
  const without = eligible(people, present).filter((personId) => !groupOf(breakouts, personId))
  return (
    <>
      {breakouts.groups.map((group) => (
        <section key={group.frameId} className={classes.group} aria-label={group.title}>
          <div className={classes.head}>
            <h3 className={classes.title}>{group.title}</h3>
            <span className={`${panel.small} ${panel.dimmed}`}>
              {t('members', { count: group.members.length })}
            </span>
          </div>
          {goTo && areAtWork(breakouts) && (
            <TextButton
              aria-label={t('goToName', { title: group.title })}
              onClick={() => goTo(group.frameId)}
            >
              {t('goTo')}
            </TextButton>
          )}
          <Members members={group.members} breakouts={breakouts} own={group} />
        </section>
      ))}
      {without.length > 0 && (
        <section className={classes.group} aria-label={t('unassigned')}>
          <h3 className={classes.title}>{t('unassigned')}</h3>
          <Members members={without} breakouts={breakouts} own={null} />
        </section>
      )}
    </>
  )
}

type MembersProps = { members: readonly PersonId[]; breakouts: Groups; own: Group | null }

function Members({ members, breakouts, own }: MembersProps) {
  const t = useTexts(breakoutTexts)
  const { send } = useRoom()
  const name = usePersonName()
  const choices = breakouts.groups.map(({ frameId, title }) => ({ value: frameId, label: title }))
  return (
    <ul>
      {members.map((personId) => (
        <li key={personId} className={classes.member}>
          <span>{name(personId)}</span>
          <NativeSelect
            variant="unstyled"
            classNames={{ input: classes.choice }}
            aria-label={t('moveTo', { name: name(personId) })}
            data={own ? choices : [{ value: '', label: '–' }, ...choices]}
            value={own?.frameId ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const chosen = breakouts.groups.find(({ frameId }) => frameId === value)
              if (chosen) void send({ type: 'breakout.move', personId, frameId: chosen.frameId })
            }}
          />
        </li>
      ))}
    </ul>
  )
}
