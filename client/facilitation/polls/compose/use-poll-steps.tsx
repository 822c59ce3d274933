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
import { asRefused, refusalsTold, type Wish, wishFor } from './composer-wish.ts'
import { formOf, fromForm, fromSet, phaseNow } from './form-draft.ts'
import { titleOf } from './PreparedList.tsx'
import { composeTexts } from './texts-compose.ts'
import { useOpenForm } from './use-open-form.ts'

const group = 'poll'

/** None while ballots are being counted. */
export function usePollSteps(onCompose: () => void): StripStep[] {
  const t = useTexts(agendaTexts)
  const { send } = useRoom()
  const polls = useFacilitation((state) => state.view.polls)
  const toOpen = useStepsToOpen(onCompose)
  const [running] = runningPolls(polls)
  if (!running) return toOpen
  if (running.state === 'closing') return []
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
}

function useStepsToOpen(onCompose: () => void): StripStep[] {
  const t = useTexts(agendaTexts)
  const tc = useTexts(composeTexts)
  const opening = useOpening(onCompose)
  const language = useFacilitation((state) => state.view.info.language)
  const agenda = useFacilitation((state) => state.view.agenda)
  const polls = useFacilitation((state) => state.view.polls)
  const prepared = useFacilitation((state) => state.view.prepared)
  const own = preparedToOpen({ agenda, polls, prepared })
  const set = own ? null : setToOpen({ agenda, polls })
  const mood = findPollSet('mood') ?? null
  const steps: (StripStep | null)[] = [
    own && {
      step: 'poll.openPrepared',
      group,
      label: tc('openOne', { title: titleOf(own.form) }),
      icon: own.form.mode === 'anonymous' ? <IconLock {...iconProps} /> : <IconLockOpen {...iconProps} />,
      iconPlace: 'before',
      act: () => opening.prepared(own),
    },
    set && {
      step: 'poll.openSet',
      group,
      label: set.id.startsWith('expectation')
        ? tc('openExpectation')
        : tc('openSet', { title: set.title[language] }),
      icon: <IconLock {...iconProps} />,
      iconPlace: 'before',
      act: () => opening.set(set),
    },
    {
      step: 'poll.compose',
      group,
      label: t('openPoll'),
      icon: <IconLock {...iconProps} />,
      iconPlace: set || own ? 'menu' : 'before',
      act: onCompose,
    },
    mood && {
      step: 'poll.mood',
      group,
      label: tc('askMood'),
      icon: <IconMoodSmile {...iconProps} />,
      iconPlace: 'menu',
      act: () => opening.set(mood),
    },
  ]
  return steps.filter((step) => step !== null)
}

/** One click; the composer comes in when the server refuses, with everything filled in and the reason. */
function useOpening(onCompose: () => void) {
  const { send } = useRoom()
  const openForm = useOpenForm()
  const language = useFacilitation((state) => state.view.info.language)
  const agenda = useFacilitation((state) => state.view.agenda)
  const compose = (wish: Wish) => {
    wishFor(wish)
    onCompose()
  }
  return {
    set(set: PollSet): void {
      const draft = fromSet(set, language, phaseNow(agenda))
      const filled = formOf(draft, language)
      if (!filled.ok) {
        compose({ draft, refused: null, changing: null })
        return
      }
      openForm(filled.form).then(({ refused }) => {
        if (refused) compose({ draft, refused, changing: null })
      }, reportError)
    },
    prepared(one: PreparedPoll): void {
      const { preparedId, form } = one
      send({ type: 'poll.open-prepared', preparedId }, { explains: refusalsTold }).then((reply) => {
        const refused = asRefused(reply)
        if (refused) compose({ draft: fromForm(form), refused, changing: one })
      }, reportError)
    },
  }
}
