// Who is here, by department: a shape and a count each; behind it the list of people.
import { Popover, VisuallyHidden } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { PeopleList } from '#client/facilitation/panel/PeopleList.tsx'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './PeopleButton.module.css'
import { countByDepartment } from './people-count.ts'
import { roomTexts } from './room-texts.ts'

export function PeopleButton() {
  const t = useTexts(roomTexts)
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const departments = useFacilitation((state) => state.view.info.departments)
  const isKnown = useMe() !== null
  const counts = countByDepartment({ people, present, departments })
  const spoken = counts.map(({ title, count }) =>
    t('peopleOf', { department: title ?? t('noDepartment'), count }),
  )
  const words = isKnown ? [t('people', { count: present.length }), ...spoken].join(', ') : t('whoIsHere')
  return (
    <Popover position="bottom-end" width={360} withinPortal={false} trapFocus shadow="lg">
      <Popover.Target>
        <button type="button" className={classes.button}>
          <VisuallyHidden>{words}</VisuallyHidden>
          <span className={classes.total} aria-hidden="true">
            <IconUsers size={20} stroke={1.6} />
            {isKnown ? present.length : '…'}
          </span>
          <span className={classes.departments} aria-hidden="true">
            {counts.map(({ place, count }) => (
              <span key={place} className={classes.department}>
                <DepartmentShape place={place} />
                {count}
              </span>
            ))}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what can have the focus. */}
        <section className={classes.list} aria-label={t('whoIsHere')} tabIndex={0} data-autofocus>
          <PeopleList />
        </section>
      </Popover.Dropdown>
    </Popover>
  )
}
