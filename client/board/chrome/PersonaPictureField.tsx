// A persona's picture: choose one, another one, or none.
import { Button } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import classes from '#client/board/chrome/inspector.module.css'
import { editMap } from '#client/board/edit-map.ts'
import { chooseImages } from '#client/board/images/choose-images.ts'
import { uploadsOf } from '#client/board/images/uploads.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { putPersonaPicture } from '#client/board/put-persona-picture.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonaShape } from '#shared/board/shapes.ts'

/** How far it is and why one did not come, the board's notice says. */
export function PersonaPictureField({ persona: { id, props } }: { persona: PersonaShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const isBusy = useValue('is uploading', () => uploadsOf(editor).get().progress.length > 0, [editor])
  const choose = () => {
    chooseImages({ isMultiple: false }).then(
      ([file]) => (file ? putPersonaPicture(editor, id, file) : undefined),
      reportError,
    )
  }
  return (
    <div className={classes.picture}>
      <Button
        variant="default"
        leftSection={<IconPhoto size={20} stroke={1.6} aria-hidden />}
        loading={isBusy}
        onClick={choose}
      >
        {say(props.imageId === null ? 'addPicture' : 'changePicture')}
      </Button>
      {props.imageId !== null && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() =>
            editMap(editor, 'persona picture', (edit) => edit.setProps(id, 'persona', { imageId: null }))
          }
        >
          {say('removePicture')}
        </Button>
      )}
    </div>
  )
}
