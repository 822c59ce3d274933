// The four words by which everyone can tell that they saw the same result.
import classes from './AuditWords.module.css'

export const AuditWords = ({ label, words }: { label: string; words: readonly string[] }) => (
  <span className={classes.audit}>
    {label}: <strong>{words.join(' · ')}</strong>.
  </span>
)
