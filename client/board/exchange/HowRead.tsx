// How the file was read, and the three things about it that the person may know better.
import { Button, NativeSelect, Switch } from '@mantine/core'
import { useState } from 'react'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import { delimiters } from '#shared/board/import/csv-rows.ts'
import { encodings } from '#shared/board/import/decode.ts'
import type { Table, TableWish } from '#shared/board/import/read-table.ts'

type Props = { table: Table; wish: TableWish; onWish: (wish: TableWish) => void }

export function HowRead({ table, wish, onWish }: Props) {
  const say = useTexts(exchangeTexts)
  const [isOpen, setIsOpen] = useState(false)
  const encoding = wish.encoding ?? table.encoding
  const delimiter = wish.delimiter ?? table.delimiter
  const hasHeader = wish.hasHeader ?? table.header !== null
  const how = say('howRead', {
    encoding: say(`encoding.${encoding}`),
    delimiter: say(`delimiter.${delimiter}`),
  })
  return (
    <div>
      <p className={classes.hint}>
        {how}, {say(hasHeader ? 'withHeader' : 'withoutHeader')}.{' '}
        {!isOpen && (
          <Button variant="subtle" size="compact-sm" onClick={() => setIsOpen(true)}>
            {say('changeReading')}
          </Button>
        )}
      </p>
      {isOpen && (
        <div className={classes.reading}>
          <NativeSelect
            label={say('encoding')}
            value={encoding}
            data={encodings.map((value) => ({ value, label: say(`encoding.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              onWish({ ...wish, encoding: encodings.find((each) => each === value) ?? null })
            }
          />
          <NativeSelect
            label={say('delimiter')}
            value={delimiter}
            data={delimiters.map((value) => ({ value, label: say(`delimiter.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              onWish({ ...wish, delimiter: delimiters.find((each) => each === value) ?? null })
            }
          />
          <Switch
            label={say('hasHeader')}
            checked={hasHeader}
            onChange={({ currentTarget: { checked } }) => onWish({ ...wish, hasHeader: checked })}
          />
        </div>
      )}
    </div>
  )
}
