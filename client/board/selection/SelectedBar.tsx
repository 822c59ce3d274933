// The bar at selected notes, clusters, drawings, images, or several things at once: what can be done with all of them.
import { Button } from '@mantine/core'
import {
  IconCopy,
  IconFolderMinus,
  IconFolderPlus,
  IconLogout,
  IconPencil,
  IconStackBack,
  IconStackFront,
  IconTrash,
} from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import { openCard } from '#client/board/card-tools.ts'
import { BarAt, Command, Divider } from '#client/board/chrome/Bar.tsx'
import barClasses from '#client/board/chrome/bar.module.css'
import { type Chosen, chosenThings } from '#client/board/selection/chosen.ts'
import { dissolveCluster, groupNotes, isGrouped, takeOut } from '#client/board/selection/cluster-commands.ts'
import { DepartmentField } from '#client/board/selection/DepartmentField.tsx'
import { ImageWords } from '#client/board/selection/ImageWords.tsx'
import { NoteFields } from '#client/board/selection/NoteFields.tsx'
import { StyleFields } from '#client/board/selection/StyleFields.tsx'
import { selectionTexts } from '#client/board/selection/selection-texts.ts'
import { LightAndLock } from '#client/board/together/SelectionBar.tsx'
import { useTexts } from '#client/ui/texts.ts'

export function SelectedBar() {
  const editor = useEditor()
  const say = useTexts(selectionTexts)
  const chosen = useValue('chosen things', () => chosenThings(editor), [editor])
  const box = useValue('box of selection', () => {
    const bounds = editor.getSelectionPageBounds()
    if (!bounds) return null
    const { w, h } = editor.getViewportScreenBounds()
    const start = editor.pageToViewport({ x: bounds.x, y: bounds.y })
    const end = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
    return { left: start.x, top: start.y, right: end.x, bottom: end.y, boardWidth: w, boardHeight: h }
  }, [editor])
  if (!chosen || !box) return null
  const { shapes, notes, clusters, cards, isDrawing, image } = chosen
  const [only, ...rest] = shapes
  const isMovable = shapes.every(({ parentId }) => parentId === editor.getCurrentPageId())
  return (
    <BarAt
      key={shapes.map(({ id }) => id).join(' ')}
      box={box}
      label={say('things', { count: shapes.length })}
    >
      {cards && notes.length === cards.length && <NoteFields notes={notes} />}
      {cards && clusters.length === 0 && <DepartmentField cards={cards} />}
      {isDrawing && <StyleFields />}
      {image && <ImageWords image={image} />}
      <Headings chosen={chosen} />
      <Divider />
      <Command
        label={say('duplicate')}
        Icon={IconCopy}
        onUse={() => {
          editor.markHistoryStoppingPoint('duplicate')
          editor.duplicateShapes(
            shapes.map(({ id }) => id),
            { x: 24, y: 24 },
          )
        }}
      />
      {isMovable && (
        <>
          <Command
            label={say('front')}
            Icon={IconStackFront}
            onUse={() => {
              editor.markHistoryStoppingPoint('to front')
              editor.bringToFront(shapes.map(({ id }) => id))
            }}
          />
          <Command
            label={say('back')}
            Icon={IconStackBack}
            onUse={() => {
              editor.markHistoryStoppingPoint('to back')
              editor.sendToBack(shapes.map(({ id }) => id))
            }}
          />
        </>
      )}
      <Command
        label={say('remove')}
        Icon={IconTrash}
        onUse={() => {
          editor.markHistoryStoppingPoint('delete')
          editor.deleteShapes(shapes.map(({ id }) => id))
          editor.getContainer().focus()
        }}
      />
      {only && rest.length === 0 && <LightAndLock shapeId={only.id} />}
    </BarAt>
  )
}

/** What makes, changes and ends a cluster. */
function Headings({ chosen: { shapes, notes, clusters } }: { chosen: Chosen }) {
  const editor = useEditor()
  const say = useTexts(selectionTexts)
  const inCluster = useValue('is grouped', () => notes.some((note) => isGrouped(editor, note)), [
    editor,
    notes,
  ])
  const [cluster] = clusters
  const isOnlyCluster = cluster !== undefined && shapes.length === 1
  const mayGroup = notes.length > 1 && clusters.length === 0 && notes.length === shapes.length
  const mayJoin = notes.length > 0 && clusters.length === 1 && notes.length + 1 === shapes.length
  const mayLeave = inCluster && notes.length === shapes.length
  if (!isOnlyCluster && !mayGroup && !mayJoin && !mayLeave) return null
  return (
    <>
      {(mayGroup || mayJoin) && (
        <Button
          variant="subtle"
          color="gray"
          className={barClasses.wide}
          title={say(mayGroup ? 'groupKey' : 'join')}
          leftSection={<IconFolderPlus size={20} stroke={1.6} aria-hidden />}
          onClick={() => void groupNotes(editor)}
        >
          {say(mayGroup ? 'group' : 'join')}
        </Button>
      )}
      {mayLeave && <Command label={say('takeOut')} Icon={IconLogout} onUse={() => takeOut(editor, notes)} />}
      {isOnlyCluster && (
        <>
          <Command label={say('rename')} Icon={IconPencil} onUse={() => openCard(editor, cluster.id)} />
          <Command
            label={say('dissolve')}
            Icon={IconFolderMinus}
            onUse={() => dissolveCluster(editor, cluster)}
          />
        </>
      )}
    </>
  )
}
