// One icon for each channel.
import {
  IconBuildingStore,
  IconDeviceMobile,
  IconDotsCircleHorizontal,
  IconHome,
  IconMail,
  IconMailbox,
  IconMessage,
  IconPhone,
  IconShare,
  IconWorld,
} from '@tabler/icons-react'
import type { Channel } from '#shared/board/model.ts'

export const channelIcons: Record<Channel, typeof IconWorld> = {
  web: IconWorld,
  app: IconDeviceMobile,
  phone: IconPhone,
  'e-mail': IconMail,
  letter: IconMailbox,
  shop: IconBuildingStore,
  'field-service': IconHome,
  chat: IconMessage,
  social: IconShare,
  other: IconDotsCircleHorizontal,
}
