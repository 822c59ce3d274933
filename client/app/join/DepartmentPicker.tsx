// The departments as chips with their shapes; the last one is for everybody who does not want to say.
import { useId } from 'react'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { Department } from '#shared/access/api.ts'
import type { DepartmentId } from '#shared/ids.ts'
import classes from './DepartmentPicker.module.css'
import { joinTexts } from './join-texts.ts'

type Props = {
  departments: readonly Department[]
  chosen: DepartmentId | null
  onChoose: (departmentId: DepartmentId | null) => void
}

export function DepartmentPicker({ departments, chosen, onChoose }: Props) {
  const t = useTexts(joinTexts)
  const group = useId()
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t('department')}</legend>
      <div className={classes.chips}>
        {departments.map(({ departmentId, title }, place) => (
          <label key={departmentId} className={classes.chip}>
            <input
              type="radio"
              name={group}
              checked={departmentId === chosen}
              onChange={() => onChoose(departmentId)}
            />
            <DepartmentShape place={place} size={18} />
            <span>{title}</span>
          </label>
        ))}
        <label className={`${classes.chip} ${classes.none}`}>
          <input type="radio" name={group} checked={chosen === null} onChange={() => onChoose(null)} />
          <span>{t('noDepartment')}</span>
        </label>
      </div>
    </fieldset>
  )
}
