// The foot of the second step of an import: takes in what was read, chooses another file, or leaves it.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = {
  isEmpty: boolean
  onOther: () => void
  onCancel: () => void
  /** The button that takes it in, where that can be done. */
  children: ReactNode
}

export function CheckFoot({ isEmpty, onOther, onCancel, children }: Props) {
  const say = useTexts(exchangeTexts)
  return (
    <>
      <p className={classes.hint}>{say(isEmpty ? 'placedFirst' : 'placedBelow')}</p>
      <div className={`${classes.buttons} ${classes.foot}`}>
        {children}
        <Button size="md" variant="default" onClick={onOther}>
          {say('otherFile')}
        </Button>
        <Button size="md" variant="subtle" className={classes.cancel} onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </>
  )
}
