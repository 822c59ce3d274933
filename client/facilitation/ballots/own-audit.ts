// The audit as one browser makes it: with what it knows of its own ballot, and with the count for everyone to see.
import { hexToBytes } from '@noble/hashes/utils.js'
import type { Audited, WrittenBallot } from '#client/facilitation/ballots/ballot-view.ts'
import type { StoredBallot } from '#client/facilitation/ballots/stored-ballot.ts'
import { audit } from '#shared/ballots/audit.ts'
import { ballotCode } from '#shared/ballots/ballot.ts'
import type { Bundle } from '#shared/ballots/bundle.ts'
import { shuffledAnswers, tallyBundle } from '#shared/ballots/tally.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'

const ballotsPerBreath = 10

export async function auditPoll({
  bytes,
  poll,
  me,
  row,
  breathe,
}: {
  bytes: Uint8Array
  poll: SecretPoll
  me: Me
  row: StoredBallot | null
  breathe: () => Promise<void>
}): Promise<Audited> {
  const { personId } = me
  let checked = 0
  // A ballot takes about a millisecond; pausing after each would be slow where timers are (a tab in the background).
  const breatheSometimes = async () => {
    checked += 1
    if (checked % ballotsPerBreath === 0) await breathe()
  }
  const { ok, failedCheck, counted, bundle } = await audit({
    bundle: bytes,
    // The key this browser took its ballot with: were another one in the log today, that would be the server's doing.
    poll: row ? { ...poll, pk: row.pk } : poll,
    me: { personId, asked: hasAsked(me, row), ballot: row },
    breathe: breatheSometimes,
  })
  const ballots = bundle?.ballots ?? []
  return {
    audit: { ok, counted, ballots: ballots.length, ...(failedCheck ? { failedCheck } : {}) },
    tally: bundle ? tallyBundle(bundle) : null,
    written: bundle ? textsOf(bundle) : [],
    codes: ballots.map(({ t }) => ballotCode(hexToBytes(t))).sort(),
  }
}

function textsOf(bundle: Bundle): WrittenBallot[] {
  const answers = shuffledAnswers(bundle) ?? []
  return answers.flatMap(({ t, answer }) => (answer?.[0] === 'text' ? [{ t, text: answer[1] }] : []))
}

/** null where this browser cannot know: no answer came, or there is no row because it is another device. */
function hasAsked(me: Me, row: StoredBallot | null): boolean | null {
  if (me.role !== 'participant') return false
  if (!row || row.token === 'asked') return null
  return row.token !== 'refused'
}
