import { useLocation } from 'preact-iso'
import { wholeCountry } from '../../../../shared/domain/user.ts'
import { callApi } from '../../api/call-api.ts'
import { useAreaNames } from '../../names/use-area-names.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { usePages } from '../../api/use-pages.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import type { AlertSummary } from '../../ui/alert-line.tsx'
import { Field } from '../../ui/field.tsx'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { OnlyWhoMay } from '../../ui/only-who-may.tsx'
import { Radios } from '../../ui/radios.tsx'
import { SendButton } from '../../ui/send-button.tsx'
import { hazardWords, levelWords } from '../../words/alert-words.ts'
import { auditWords } from '../../words/audit-words.ts'
import { commonWords } from '../../words/common-words.ts'
import { useWords } from '../../words/language.ts'
import { TextField } from '../roster/form-fields.tsx'
import { AuditRows, type AuditNames } from './audit-rows.tsx'
import { tellRows } from './told-rows.ts'
import { VerifyChain } from './verify-chain.tsx'

const pageRows = 100

/** Today in Laos, as yyyy-mm-dd. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

type Chain = { alertId: string } | { day: string }

const Rows = ({ chain }: { chain: Chain }) => {
  const say = useWords()
  const { pages, first, more } = usePages(
    `audit ${JSON.stringify(chain)}`,
    (after) => callApi('GET /v1/audit', { query: { ...chain, limit: pageRows, after: Number(after ?? 0) } }),
    ({ nextAfter }) => (nextAfter === null ? null : String(nextAfter)),
  )
  const rows = tellRows(pages.flatMap((page) => page.rows))
  const names = pages.reduce<AuditNames>((all, page) => ({ ...all, ...page.names }), {})
  return (
    <>
      <LoadedState loaded={first} />
      {first.body === undefined ? null : rows.length === 0 ? (
        <p role="status">{say(auditWords.none)}</p>
      ) : (
        <VerifyChain key={first.body.chain} chain={first.body.chain} />
      )}
      <AuditRows rows={rows} names={names} inAlert={'alertId' in chain} />
      {more === undefined ? null : (
        <SendButton kind="usual" sending={more}>
          {say(commonWords.showMore, { n: pageRows })}
        </SendButton>
      )}
    </>
  )
}

type AlertProps = { alerts: readonly AlertSummary[]; alertId: string; onChoose: (alertId: string) => void }

const AlertSelect = ({ alerts, alertId, onChoose }: AlertProps) => {
  const say = useWords()
  const nameAreas = useAreaNames(alerts.flatMap(({ areas }) => areas.slice(0, 1)))
  return (
    <Field id="audit-alert" label={say(auditWords.alert)}>
      <select
        id="audit-alert"
        class="wide"
        value={alertId}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{say(auditWords.choose)}</option>
        {alerts.some((alert) => alert.alertId === alertId) || alertId === '' ? null : (
          <option value={alertId}>{alertId}</option>
        )}
        {alerts.map((alert) => (
          <option key={alert.alertId} value={alert.alertId}>
            {`#${alert.number} ${say(levelWords[alert.level])}: ${say(hazardWords[alert.hazard])}, ${nameAreas(alert.areas, 1)}`}
          </option>
        ))}
      </select>
    </Field>
  )
}

const ChooseAlert = (props: Omit<AlertProps, 'alerts'>) => {
  const loaded = useLoaded('audit alerts', () => callApi('GET /v1/alerts', { query: { limit: 100 } }))
  return (
    <>
      <LoadedState loaded={loaded} />
      <AlertSelect alerts={loaded.body?.alerts ?? []} {...props} />
    </>
  )
}

const Audit = () => {
  const say = useWords()
  const { query, route } = useLocation()
  const readsDays = useSignal(me)?.areas.includes(wholeCountry) ?? false
  const byDay = readsDays && query['alertId'] === undefined
  const day = query['day'] ?? today()
  const alertId = query['alertId'] ?? ''
  const go = (search: string): void => route(`/audit?${search}`, true)
  return (
    <>
      {readsDays ? (
        <Radios
          name="audit-of"
          legend={say(auditWords.what)}
          options={[
            { value: 'day', label: say(auditWords.byDay) },
            { value: 'alert', label: say(auditWords.byAlert) },
          ]}
          chosen={byDay ? 'day' : 'alert'}
          onChoose={(of) => go(of === 'day' ? `day=${day}` : 'alertId=')}
        />
      ) : (
        <p class="hint">{say(auditWords.dayNeedsAll)}</p>
      )}
      {byDay ? (
        <TextField
          id="audit-day"
          type="date"
          label={say(auditWords.day)}
          value={day}
          onInput={(value) => {
            if (value !== '') go(`day=${value}`)
          }}
        />
      ) : (
        <ChooseAlert alertId={alertId} onChoose={(id) => go(`alertId=${id}`)} />
      )}
      {byDay ? <Rows chain={{ day }} /> : alertId === '' ? null : <Rows chain={{ alertId }} />}
    </>
  )
}

/** Who did what, to an alert or on a day, and whether the record of it is whole. */
export const AuditScreen = () => {
  const say = useWords()
  return (
    <OnlyWhoMay may="read-audit" title={say(auditWords.title)}>
      <Audit />
    </OnlyWhoMay>
  )
}
