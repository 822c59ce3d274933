// Which labels under a line have room beside each other: the ends always, between them every second, fifth, tenth and so on.

/** How far apart labels may stand, in places. */
const steps = [1, 2, 5, 10, 20, 50, 100]

/** The places that get their label; `room` is what one needs, `spacing` how far it is from one place to the next. */
export function shownLabels(count: number, { room, spacing }: { room: number; spacing: number }): number[] {
  if (count < 2) return count === 1 ? [0] : []
  const last = count - 1
  const apart = (one: number, other: number) => Math.abs(other - one) * spacing >= room
  const step = steps.find((wide) => wide * spacing >= room) ?? last
  const between: number[] = []
  // Of twenty: 1, 5, 10, 15, 20. What would touch one of the ends is left out.
  for (let place = step - 1; place < last; place += step)
    if (place > 0 && apart(0, place) && apart(place, last)) between.push(place)
  return apart(0, last) ? [0, ...between, last] : [last]
}
