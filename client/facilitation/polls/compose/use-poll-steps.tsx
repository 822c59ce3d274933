// The facilitator's next steps about polls: close what runs; else open the set of this item, write one, or ask for the mood.
import { IconLock, IconLockOpen, IconMoodSmile } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import type { StripStep } from '#client/facilitation/panel/strip-steps.tsx'
import { preparedToOpen, setToOpen } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import type { PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import { findPollSet, type PollSet } from '#shared/templates/poll-sets.ts'
import { asRefused, refusalsTold, wishFor } from './composer-wish.ts'
import { formOf, fromForm, fromSet, phaseNow } from './form-draft.ts'
import { titleOf } from './PreparedList.tsx'
import { composeTexts } from './texts-compose.ts'
import { useOpenForm } from './use-open-form.ts'

/** None while ballots are being counted. */
export function usePollSteps(onCompose: () => void): StripStep[] {
  const t = useTexts(agendaTexts)
  const tc = useTexts(composeTexts)
  const { send } = useRoom()
  const openForm = useOpenForm()
  const language = useFacilitation((state) => state.view.info.language)
  const agenda = useFacilitation((state) => state.view.agenda)
  const polls = useFacilitation((state) => state.view.polls)
  const prepared = useFacilitation((state) => state.view.prepared)
  const [running] = runningPolls(polls)
  const group = 'poll'
  if (running?.state === 'closing') return []
  if (running)
    return [
      {
        step: 'poll.close',
        group,
        label: t('closePoll'),
        icon: <IconLockOpen {...iconProps} />,
        iconPlace: 'menu',
        // A refusal is told by the store's notice.
        act: () => void send({ type: 'poll.close', pollId: running.pollId }),
      },
    ]

  /** One click; the composer comes in when the server refuses, with everything filled in and the reason. */
  const open = (set: PollSet) => () => {
    const draft = fromSet(set, language, phaseNow(agenda))
    const filled = formOf(draft, language)
    if (!filled.ok) {
      wishFor({ draft, refused: null, changing: null })
      onCompose()
      return
    }
    openForm(filled.form).then(({ refused }) => {
      if (!refused) return
      wishFor({ draft, refused, changing: null })
      onCompose()
    }, reportError)
  }
  const openPrepared = (one: PreparedPoll) => () => {
    send({ type: 'poll.open-prepared', preparedId: one.preparedId }, { explains: refusalsTold }).then(
      (reply) => {
        const refused = asRefused(reply)
        if (!refused) return
        wishFor({ draft: fromForm(one.form), refused, changing: one })
        onCompose()
      },
      reportError,
    )
  }
  const own = preparedToOpen({ agenda, polls, prepared })
  const set = own ? null : setToOpen({ agenda, polls })
  const mood = findPollSet('mood')
  return [
    ...(own
      ? [
          {
            step: 'poll.openPrepared' as const,
            group: 'poll' as const,
            label: tc('openOne', { title: titleOf(own.form) }),
            icon:
              own.form.mode === 'anonymous' ? <IconLock {...iconProps} /> : <IconLockOpen {...iconProps} />,
            iconPlace: 'before' as const,
            act: openPrepared(own),
          },
        ]
      : []),
    ...(set
      ? [
          {
            step: 'poll.openSet' as const,
            group: 'poll' as const,
            label: set.id.startsWith('expectation')
              ? tc('openExpectation')
              : tc('openSet', { title: set.title[language] }),
            icon: <IconLock {...iconProps} />,
            iconPlace: 'before' as const,
            act: open(set),
          },
        ]
      : []),
    {
      step: 'poll.compose',
      group,
      label: t('openPoll'),
      icon: <IconLock {...iconProps} />,
      iconPlace: set || own ? 'menu' : 'before',
      act: onCompose,
    },
    ...(mood
      ? [
          {
            step: 'poll.mood' as const,
            group: 'poll' as const,
            label: tc('askMood'),
            icon: <IconMoodSmile {...iconProps} />,
            iconPlace: 'menu' as const,
            act: open(mood),
          },
        ]
      : []),
  ]
}
