// Tells screen readers what has changed in the room. Shows nothing.
import { useCallback, useEffect, useRef } from 'react'
import { announcementTexts } from '#client/facilitation/announcement-texts.ts'
import {
  type Announcement,
  announcementsBetween,
  quartersPassed,
} from '#client/facilitation/announcements.ts'
import { useSpokenConcerns } from '#client/facilitation/concerns/use-spoken-concerns.ts'
import {
  aboutPresence,
  type PresenceAnnouncement,
} from '#client/facilitation/presence/presence-announcements.ts'
import { itemProgress } from '#client/facilitation/selectors.ts'
import {
  type PersonNaming,
  useFacilitation,
  useMe,
  usePersonName,
  useRoom,
  useServerNow,
} from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { type Translate, useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'

type Say = Translate<typeof announcementTexts extends { keys?: infer T } ? T : never>

export function Announcer() {
  useSpokenChanges()
  useSpokenClock()
  const me = useMe()
  return me && <SpokenConcerns me={me} />
}

/** Of its own, because it follows ballots, and those are somebody's. */
function SpokenConcerns({ me }: { me: Me }) {
  const t = useTexts(announcementTexts)
  const personName = usePersonName()
  useSpokenConcerns(
    me,
    useCallback((one) => announce(sentence(t, personName, one)), [t, personName]),
  )
  return null
}

/** Only what the server has confirmed is said: a guess that is taken back must not have been read out. */
function useSpokenChanges(): void {
  const { store } = useRoom()
  const t = useTexts(announcementTexts)
  const personName = usePersonName()
  // The subscription outlives a change of language or of somebody's name.
  const words = useRef({ t, personName })
  useEffect(() => {
    words.current = { t, personName }
  })
  useEffect(
    () =>
      store.subscribe((after, before) => {
        const { t, personName } = words.current
        // The first snapshot is where we start from, not a change.
        if (!after.me || !before.me) return
        const sentences = announcementsBetween(before.confirmed, after.confirmed, after.me).map((one) =>
          sentence(t, personName, one),
        )
        if (before.status === 'online' && after.status === 'offline') sentences.push(t('offline'))
        if (before.status === 'offline' && after.status === 'online') sentences.unshift(t('online'))
        for (const one of aboutPresence(before, after, after.me)) sentences.push(sentence(t, personName, one))
        if (sentences.length > 0) announce(sentences.join(' '))
      }),
    [store],
  )
}

function sentence(
  t: Say,
  personName: PersonNaming,
  announcement: Announcement | PresenceAnnouncement,
): string {
  switch (announcement.what) {
    case 'place':
      return t('place', { place: announcement.place })
    case 'cameBack':
      return t('cameBack', { name: personName(announcement.personId) })
    case 'leads':
      return t('leads', { name: personName(announcement.personId) })
    case 'group':
      return t('group', { title: announcement.title })
    case 'speaks':
    case 'chosen':
    case 'ruleDeclined':
    case 'away-back-soon':
    case 'away-other-meeting':
    case 'away-lost':
    case 'backAgain':
      return t(announcement.what, { name: personName(announcement.personId) })
    case 'raised':
      return t('raised', { name: personName(announcement.personId), count: announcement.waiting })
    case 'pollSecret':
    case 'pollOpen':
      return t(announcement.what, { question: announcement.question })
    case 'round':
      return t('round', { title: announcement.title })
    case 'item':
      return t('item', { title: announcement.title, count: announcement.minutes })
    case 'rulesWaiting':
    case 'rulesChanged':
      return t(announcement.what, { count: announcement.count })
    case 'checkOutTotals':
      return t('checkOutTotals', announcement.totals)
    case 'concernsReleased':
      return t('concernsReleased', { count: announcement.count, title: announcement.title })
    case 'concernsSuppressed':
    case 'actionAdded':
    case 'actionYours':
    case 'actionNotYours':
    case 'actionDeleted':
      return t(announcement.what, { title: announcement.title })
    case 'topicParked':
    case 'topicSettled':
      return t(announcement.what, { topic: announcement.topic })
    case 'concernAnswer':
      return t('concernAnswer', { answer: announcement.answer })
    default:
      return t(announcement.what)
  }
}

/** The clock at quarters: often enough to pace oneself, seldom enough to listen. */
function useSpokenClock(): void {
  const agenda = useFacilitation((state) => state.confirmed.agenda)
  const t = useTexts(announcementTexts)
  const now = useServerNow(1_000)
  const progress = itemProgress(agenda, now)
  const itemId = progress?.item.itemId
  const quarters = progress ? quartersPassed(progress.elapsed) : 0
  const minutes = progress ? Math.round(progress.leftMs / 60_000) : 0
  const told = useRef({ itemId, quarters })
  useEffect(() => {
    const before = told.current
    told.current = { itemId, quarters }
    if (before.itemId !== itemId || quarters <= before.quarters) return
    if (quarters === 4) announce(t('over'))
    else announce(minutes > 0 ? t('left', { count: minutes }) : t('leftSeconds'))
  }, [itemId, quarters, minutes, t])
}
