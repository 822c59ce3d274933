// A time to speak of one's own, kept within what the rules accept.

const leastSeconds = 10

export function ownLength(
  { minutes, seconds }: { minutes: number; seconds: number },
  mostSeconds: number,
): number {
  return Math.min(mostSeconds, Math.max(leastSeconds, Math.round(minutes * 60 + seconds)))
}
