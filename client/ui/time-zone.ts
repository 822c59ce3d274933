// The time zone of whoever looks.

/** An IANA name, as "Europe/Berlin". */
export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
