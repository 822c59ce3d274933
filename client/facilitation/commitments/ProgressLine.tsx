// How far the check-in is, in a line of words: in total, and by department.

import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { checkInProgress } from './check-in-view.ts'
import classes from './ProgressLine.module.css'
import { commitmentTexts } from './texts-commitments.ts'

export function ProgressLine() {
  const t = useTexts(commitmentTexts)
  const view = useFacilitation((state) => state.view)
  const present = useFacilitation((state) => state.present)
  const { done, all, departments } = checkInProgress(view, present)
  return (
    <p className={`${panel.small} ${panel.figures} ${classes.line}`} data-testid="check-in-progress">
      <strong>{t('count', { done, all })}</strong>
      {departments.map(({ mark, done: of, members }) => (
        <span key={mark?.place ?? -1} className={classes.department}>
          <DepartmentShape place={mark?.place ?? -1} size={12} isFilled={of === members.length} />
          {t('ofDepartment', { department: mark?.title ?? t('noDepartment'), done: of, all: members.length })}
        </span>
      ))}
    </p>
  )
}
