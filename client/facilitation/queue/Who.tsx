// A person in a row of the queue: what they are called, what stands below, and their department.
import type { ReactNode } from 'react'
import { Department } from '#client/facilitation/panel/Department.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { presenceTexts } from '#client/facilitation/presence/texts-presence.ts'
import { departmentOf } from '#client/facilitation/selectors.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './queue-rows.module.css'

type Props = { personId: PersonId; below: string | null; kind?: ReactNode }

export function Who({ personId, below, kind }: Props) {
  const t = useTexts(panelTexts)
  const name = usePersonName()(personId)
  const presence = useTexts(presenceTexts)
  const state = useFacilitation(({ states }) => states[personId])
  const isMe = useMe()?.personId === personId
  return (
    <span className={classes.who}>
      <span className={classes.name}>{isMe ? t('you') : name}</span>
      {kind}
      {state && <span className={`${panel.small} ${panel.dimmed}`}>{presence(state)}</span>}
      {below && <span className={panel.small}>{below}</span>}
    </span>
  )
}

export function PersonDepartment({
  personId,
  isTitleHidden = false,
}: {
  personId: PersonId
  isTitleHidden?: boolean
}) {
  const people = useFacilitation((state) => state.view.people)
  const departments = useFacilitation((state) => state.view.info.departments)
  return (
    <span className={classes.department}>
      <Department mark={departmentOf(people, departments, personId)} isTitleHidden={isTitleHidden} />
    </span>
  )
}
