// A persona's uploaded picture, from this workshop's own server.
import classes from '#client/board/twin/sheet/sheet.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { imageId: string; name: string; size: number }

export function PersonaPicture({ imageId, name, size }: Props) {
  const { workshopId } = useTwin()
  const say = useTexts(twinTexts)
  return (
    <img
      className={classes.picture}
      src={`/api/workshops/${workshopId}/images/${encodeURIComponent(imageId)}`}
      alt={say('picture', { name })}
      width={size}
      height={size}
    />
  )
}
