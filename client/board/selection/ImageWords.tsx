// What a selected image shows, in words, for everyone who does not see it.
import { TextInput } from '@mantine/core'
import { type TLImageShape, useEditor } from '@tldraw/tldraw'
import barClasses from '#client/board/chrome/bar.module.css'
import { selectionTexts } from '#client/board/selection/selection-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

const maxLength = 400

/** One step to undo for each visit to the field. */
export function ImageWords({ image: { id, type, props } }: { image: TLImageShape }) {
  const editor = useEditor()
  const say = useTexts(selectionTexts)
  return (
    <div className={barClasses.field}>
      <TextInput
        aria-label={say('describe')}
        placeholder={say('describe')}
        title={say('describeHint')}
        value={props.altText}
        maxLength={maxLength}
        w={220}
        onFocus={() => editor.markHistoryStoppingPoint('image description')}
        onChange={({ currentTarget }) =>
          editor.updateShape<TLImageShape>({ id, type, props: { altText: currentTarget.value } })
        }
      />
    </div>
  )
}
