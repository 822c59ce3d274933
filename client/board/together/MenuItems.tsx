// In a card's menu of the table: one's dots on it and, for facilitators, the light.
import { Menu } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { ActionItem } from '#client/board/together/ActionCommands.tsx'
import { dotsOf } from '#client/board/together/dot-round.ts'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useHighlight } from '#client/board/together/use-highlight.ts'
import { useTexts } from '#client/ui/texts.ts'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

export function MenuItems({ shapeId }: { shapeId: string }) {
  const say = useTexts(togetherTexts)
  const { me, together } = useCompany()
  const { dots, mayVote, act } = together
  const highlight = useHighlight(shapeId)
  const mine = dots && dotsOf(dots, shapeId, { personId: me, mayVote })
  return (
    <>
      {mine?.canPlace && (
        <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => act.placeDot(shapeId)}>
          {say('placeDotHere')}
        </Menu.Item>
      )}
      {mine?.canTakeBack && (
        <Menu.Item leftSection={<IconMinus {...icon} />} onClick={() => act.takeDotBack(shapeId)}>
          {say('takeDotBackHere')}
        </Menu.Item>
      )}
      <ActionItem shapeId={shapeId} />
      {highlight && (
        <Menu.Item leftSection={<IconFocusCentered {...icon} />} onClick={highlight.toggle}>
          {say(highlight.isLit ? 'unlight' : 'lightAll')}
        </Menu.Item>
      )}
    </>
  )
}
