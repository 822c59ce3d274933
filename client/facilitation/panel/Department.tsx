// A department's shape with its title, or the shape alone with the title for screen readers.
import { VisuallyHidden } from '@mantine/core'
import type { DepartmentMark } from '#client/facilitation/selectors.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import classes from './panel.module.css'

type Props = { mark: DepartmentMark | null; isTitleHidden?: boolean }

export function Department({ mark, isTitleHidden = false }: Props) {
  if (!mark) return null
  return (
    <span className={classes.department}>
      <DepartmentShape place={mark.place} />
      {isTitleHidden ? <VisuallyHidden>{mark.title}</VisuallyHidden> : <span>{mark.title}</span>}
    </span>
  )
}
