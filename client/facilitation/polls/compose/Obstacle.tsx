// Why the server did not open the poll, and what can be done instead: for a small group, asking openly in one click.
import { Alert, Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { eligible } from '#shared/facilitation/people.ts'
import type { Refused } from './composer-wish.ts'
import { composeTexts } from './texts-compose.ts'

export function Obstacle({ refused, onAskOpenly }: { refused: Refused | null; onAskOpenly: () => void }) {
  const t = useTexts(composeTexts)
  const minimum = useFacilitation((state) => state.view.info.minimumGroup)
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const box = useRef<HTMLDivElement>(null)
  // On a low window it appears below the edge of the dialog, and the click would seem to have done nothing.
  useEffect(() => {
    if (refused) box.current?.scrollIntoView({ block: 'end' })
  }, [refused])
  if (refused === 'group-too-small')
    return (
      <Alert ref={box} color="gray" variant="light" title={t('tooSmall')} role="alert">
        <p>{t('tooSmallWhat', { minimum, count: eligible(people, present).length })}</p>
        <Button variant="default" mt="sm" onClick={onAskOpenly}>
          {t('askOpenly')}
        </Button>
      </Alert>
    )
  if (refused === 'too-similar')
    return (
      <Alert ref={box} color="gray" variant="light" title={t('tooSimilar')} role="alert">
        {t('tooSimilarWhat', { minimum })}
      </Alert>
    )
  return null
}
