// The contracts of all stores, run against SQLite. A second engine is a second file like this one.
import { ballotsContract } from './ballots-contract.ts'
import { boardContract } from './board-contract.ts'
import { eventLogContract } from './event-log-contract.ts'
import { historyContract } from './history-contract.ts'
import { imagesContract } from './images-contract.ts'
import { peopleContract } from './people-contract.ts'
import { silenceContract } from './silence-contract.ts'
import { sqliteFolder } from './sqlite-for-test.ts'
import { webhooksContract } from './webhooks-contract.ts'
import { wholesContract } from './wholes-contract.ts'
import { workshopsContract } from './workshops-contract.ts'

const { open } = sqliteFolder()

eventLogContract('sqlite', open)
boardContract('sqlite', open)
ballotsContract('sqlite', open)
workshopsContract('sqlite', open)
peopleContract('sqlite', open)
silenceContract('sqlite', open)
historyContract('sqlite', open)
imagesContract('sqlite', open)
webhooksContract('sqlite', open)
wholesContract('sqlite', open)
