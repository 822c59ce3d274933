// How polls stay secret, in full: what happens to a ballot, what is promised to whom, and what is not.
import { secrecyTexts } from '#client/facilitation/ballots/secrecy-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './HowPollsStaySecret.module.css'

/** The content of a page; its title stands above it. */
export function HowPollsStaySecret() {
  const t = useTexts(secrecyTexts)
  return (
    <div className={classes.text}>
      <p className={classes.lead}>{t('lead')}</p>

      <section>
        <h2>{t('steps')}</h2>
        <ol className={classes.steps}>
          <li>{t('step1')}</li>
          <li>{t('step2')}</li>
          <li>{t('step3')}</li>
          <li>{t('step4')}</li>
          <li>{t('step5')}</li>
        </ol>
      </section>

      <section>
        <h2>{t('promises')}</h2>
        <dl className={classes.pairs}>
          <dt>{t('whoData')}</dt>
          <dd>{t('promiseData')}</dd>
          <dt>{t('whoRoom')}</dt>
          <dd>{t('promiseRoom')}</dd>
          <dt>{t('whoCheat')}</dt>
          <dd>{t('promiseCheat')}</dd>
          <dt>{t('whoCoerce')}</dt>
          <dd>{t('promiseCoerce')}</dd>
        </dl>
      </section>

      <section>
        <h2>{t('limits')}</h2>
        <ul className={classes.limits}>
          <li>{t('limitAddress')}</li>
          <li>{t('limitUnanimous')}</li>
          <li>{t('limitCode')}</li>
          <li>{t('limitPerson')}</li>
          <li>{t('limitSeat')}</li>
          <li>{t('limitDevice')}</li>
          <li>{t('limitScreen')}</li>
        </ul>
      </section>

      <section>
        <h2>{t('experts')}</h2>
        <p>{t('expertsWhat')}</p>
      </section>
    </div>
  )
}
