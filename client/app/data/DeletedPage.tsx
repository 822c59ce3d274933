// What stands in place of a workshop that was deleted: that it was; and what this browser kept of it goes as well.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { MessagePage } from '#client/app/pages/MessagePage.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { dataTexts } from './data-texts.ts'
import { forgetCopies } from './forget-here.ts'

export function DeletedPage({ workshopId }: { workshopId: WorkshopId }) {
  const t = useTexts(dataTexts)
  useEffect(() => {
    void forgetCopies(workshopId, null)
  }, [workshopId])
  return (
    <MessagePage title={t('deletedTitle')}>
      <p role="alert">{t('deletedText')}</p>
      <Button component={Link} to="/" variant="default">
        {t('toStart')}
      </Button>
    </MessagePage>
  )
}
