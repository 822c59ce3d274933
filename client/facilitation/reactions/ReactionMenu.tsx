// A small button for a reaction that all see for a moment, without a name.
import { ActionIcon, Menu } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './ReactionMenu.module.css'
import { reactionIcons, requests, signs } from './reaction-icons.ts'
import { reactionTexts } from './texts-reactions.ts'

/** `isQuiet`: without a frame, in a heading. */
export function ReactionMenu({ isQuiet = false }: { isQuiet?: boolean }) {
  const t = useTexts(reactionTexts)
  const me = useMe()
  const { react } = useRoom()
  if (!me || me.role === 'observer') return null
  return (
    <Menu position={isQuiet ? 'bottom-end' : 'top-end'} shadow="lg" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant={isQuiet ? 'subtle' : 'default'}
          className={isQuiet ? classes.quiet : classes.open}
          aria-label={t('react')}
          title={t('react')}
        >
          <IconMoodSmile {...iconProps} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('nameless')}</Menu.Label>
        <div className={classes.signs}>
          {signs.map((reaction) => {
            const Icon = reactionIcons[reaction]
            return (
              <Menu.Item
                key={reaction}
                className={classes.sign}
                aria-label={t(reaction)}
                title={t(reaction)}
                onClick={() => react(reaction)}
              >
                <Icon {...iconProps} size="1.375rem" />
              </Menu.Item>
            )
          })}
        </div>
        {requests.map((reaction) => {
          const Icon = reactionIcons[reaction]
          return (
            <Menu.Item key={reaction} leftSection={<Icon {...iconProps} />} onClick={() => react(reaction)}>
              {t(reaction)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
