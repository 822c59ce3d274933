// The checks of the audit by name, in the order in which they are made, so that a red notice can say which one failed.

/** Every check of the ballot protocol's section 4.6; each has a sentence in both languages in the browser. */
export const auditChecks = [
  'bundle-hash', // the bytes that were fetched are those the log names
  'bundle-form', // they are a bundle, of this poll, asking this question
  'public-key', // the poll's keys are those the log named when it opened
  'published-key', // the published secret key belongs to the public key
  'ballot-macs', // every ballot was made with a token of this key
  'one-ballot-per-token', // no token twice, sorted
  'ballots-within-issued', // no more ballots than people who received one
  'issued-to-me', // I am on the list if and only if I asked
  'my-ballot', // mine is there once, as I last cast it
] as const
export type AuditCheck = (typeof auditChecks)[number]
