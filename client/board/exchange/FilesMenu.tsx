// Behind "Files": take a map in, take one along, keep the board as a template.
import { Menu } from '@mantine/core'
import { IconFileExport, IconFileImport, IconTemplate } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { openExchange } from '#client/board/exchange/open-dialog.ts'
import { useTexts } from '#client/ui/texts.ts'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

type Props = {
  canEdit: boolean
  isFacilitator: boolean
  position: 'right-end' | 'bottom-start'
  /** The button. */
  children: ReactNode
}

export function FilesMenu({ canEdit, isFacilitator, position, children }: Props) {
  const say = useTexts(exchangeTexts)
  return (
    <Menu position={position} width={260} shadow="lg" withInitialFocusPlaceholder={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {canEdit && (
          <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={() => openExchange('import')}>
            {say('importMap')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconFileExport {...icon} />} onClick={() => openExchange('export')}>
          {say('exportMap')}
        </Menu.Item>
        {isFacilitator && (
          <Menu.Item leftSection={<IconTemplate {...icon} />} onClick={() => openExchange('template')}>
            {say('saveTemplate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
