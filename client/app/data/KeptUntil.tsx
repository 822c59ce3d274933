// Says until when a workshop is kept; says nothing while that is not known.
import { useEffect, useState } from 'react'
import { ApiFailure, askWorkshop } from '#client/ui/api.ts'
import { formatDate } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { Retention } from '#shared/access/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { dataTexts } from './data-texts.ts'

type Props = { seat: { workshopId: WorkshopId; role: LinkKind }; className?: string | undefined }

export function KeptUntil({ seat: { workshopId, role }, className }: Props) {
  const t = useTexts(dataTexts)
  const language = useLanguage()
  const [kept, setKept] = useState<Retention | null>(null)

  useEffect(() => {
    let isGone = false
    askWorkshop(Retention, { workshopId, role }, '/retention').then(
      (told) => {
        if (!isGone) setKept(told)
      },
      (failure: unknown) => {
        if (!(failure instanceof ApiFailure)) throw failure // what fails on the way can be missed here
      },
    )
    return () => {
      isGone = true
    }
  }, [workshopId, role])

  if (!kept) return null
  const { days, until } = kept
  return (
    <p className={className}>
      {days === null || until === null
        ? t('keptForever')
        : t('keptUntil', { count: days, date: formatDate(until - 1, language) })}
    </p>
  )
}
