// The facilitator's next steps about polls: close what runs; else open the set of this item, write one, or ask for the mood.
import { IconLock, IconLockOpen, IconMoodSmile } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import type { StripStep } from '#client/facilitation/panel/strip-steps.tsx'
import { setToOpen } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import { findPollSet, type PollSet } from '#shared/templates/poll-sets.ts'
import { wishFor } from './composer-wish.ts'
import { formOf, fromSet, phaseNow } from './form-draft.ts'
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
      wishFor({ draft, refused: null })
      onCompose()
      return
    }
    openForm(filled.form).then(({ refused }) => {
      if (!refused) return
      wishFor({ draft, refused })
      onCompose()
    }, reportError)
  }
  const set = setToOpen({ agenda, polls })
  const mood = findPollSet('mood')
  return [
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
      iconPlace: set ? 'menu' : 'before',
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
