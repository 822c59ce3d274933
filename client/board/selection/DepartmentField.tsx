// The department of the selected cards.
import { NativeSelect } from '@mantine/core'
import { useEditor, useValue } from '@tldraw/tldraw'
import barClasses from '#client/board/chrome/bar.module.css'
import { sceneOf } from '#client/board/scene.ts'
import { setDepartment, shared } from '#client/board/selection/note-commands.ts'
import { selectionTexts } from '#client/board/selection/selection-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CardShape } from '#shared/board/shapes.ts'

export function DepartmentField({ cards }: { cards: readonly CardShape[] }) {
  const editor = useEditor()
  const say = useTexts(selectionTexts)
  const { departments } = useValue('scene', () => sceneOf(editor).get(), [editor])
  const departmentId = shared(cards, (card) => (card.type === 'cluster' ? null : card.props.departmentId))
  return (
    <div className={barClasses.field}>
      <NativeSelect
        aria-label={say('department')}
        title={say('department')}
        value={departmentId === undefined ? mixed : (departmentId ?? '')}
        onChange={({ currentTarget: { value } }) => setDepartment(editor, cards, value || null)}
        data={[
          ...(departmentId === undefined ? [{ value: mixed, label: say('mixed'), disabled: true }] : []),
          { value: '', label: say('noDepartment') },
          ...departments.map(({ departmentId: id, title }) => ({ value: id, label: title })),
        ]}
      />
    </div>
  )
}

/** No department is called so: their ids are letters, digits and hyphens. */
const mixed = '*'
