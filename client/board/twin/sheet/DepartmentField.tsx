// Which department owns a touchpoint, or a note comes from.
import { boardTexts } from '#client/board/board-texts.ts'
import { ChoiceField } from '#client/board/twin/sheet/Field.tsx'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { value: string | null; isFixed: boolean; onSave: (departmentId: string | null) => void }

export function DepartmentField({ value, isFixed, onSave }: Props) {
  const { departments } = useTwin()
  const say = useTexts(boardTexts)
  return (
    <ChoiceField
      label={say('department')}
      value={value ?? ''}
      choices={[
        { value: '', label: say('noDepartment') },
        ...departments.map(({ departmentId, title }) => ({ value: departmentId, label: title })),
      ]}
      isFixed={isFixed}
      onSave={(chosen) => onSave(chosen || null)}
    />
  )
}
