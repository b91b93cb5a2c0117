import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { callApi, type CallResult } from '../../api/call-api.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { nowIso } from '../../clock.ts'
import { forgetDraft } from '../../drafts/draft-store.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { LoadedState } from '../../ui/loaded-state.tsx'
import { OnlyWhoMay } from '../../ui/only-who-may.tsx'
import { useWords } from '../../words/language.ts'
import { scheduleFormWords } from '../../words/schedule-form-words.ts'
import { scheduleWords } from '../../words/schedule-words.ts'
import type { Schedule } from './recurrence-text.ts'
import { draftOfSchedule, emptySchedule, type ScheduleBody } from './schedule-draft.ts'
import { ScheduleForm } from './schedule-form.tsx'

/** Writes a new schedule. */
export const NewSchedule = () => {
  const say = useWords()
  const person = useSignal(me)
  const { route } = useLocation()
  return (
    <OnlyWhoMay may="issue-alerts" title={say(scheduleWords.add)}>
      <ScheduleForm
        name="schedule.new"
        personId={person?.id ?? ''}
        first={() => emptySchedule(nowIso())}
        own={person?.areas ?? []}
        isEdit={false}
        save={(body, idempotencyKey) => callApi('POST /v1/schedules', { body, idempotencyKey })}
        onSaved={({ scheduleId }) => route(`/schedules/${scheduleId}`, true)}
      />
    </OnlyWhoMay>
  )
}

/** What an edit sends: its mode stays, and an audience that was taken away is taken away there too. */
const sendEdit = (
  { scheduleId, etag, audience: had }: Schedule,
  { mode: _mode, audience, ...rest }: ScheduleBody,
): Promise<CallResult<Schedule>> =>
  callApi('PATCH /v1/schedules/{scheduleId}', {
    params: { scheduleId },
    ifMatch: etag,
    body: { ...rest, ...(audience === undefined && had === null ? {} : { audience: audience ?? null }) },
  })

const isStale = (result: CallResult<Schedule>): boolean =>
  !result.ok && result.failure.kind === 'problem' && result.failure.problem.code === 'edited-meanwhile'

const Edit = ({ schedule, onAgain }: { schedule: Schedule; onAgain: () => void }) => {
  const say = useWords()
  const person = useSignal(me)
  const { route } = useLocation()
  const [stale, setStale] = useState(false)
  // What was written on an older state of it is not laid over what others have made of it since.
  const personId = person?.id ?? ''
  const name = `schedule.${schedule.scheduleId}.${schedule.etag}`
  const save = async (body: ScheduleBody): Promise<CallResult<Schedule>> => {
    const result = await sendEdit(schedule, body)
    setStale(isStale(result))
    return result
  }
  return (
    <>
      <ScheduleForm
        name={name}
        personId={personId}
        first={() => draftOfSchedule(schedule, nowIso())}
        own={person?.areas ?? []}
        isEdit
        save={save}
        onSaved={({ scheduleId }) => route(`/schedules/${scheduleId}`, true)}
      />
      {stale ? (
        <p>
          <button
            type="button"
            onClick={() => {
              forgetDraft(name, personId)
              onAgain()
            }}
          >
            {say(scheduleFormWords.again)}
          </button>
        </p>
      ) : null}
    </>
  )
}

/** Changes a schedule that exists. */
export const EditSchedule = () => {
  const say = useWords()
  const { scheduleId = '' } = useRoute().params
  const loaded = useLoaded(`edit schedule ${scheduleId}`, () =>
    callApi('GET /v1/schedules/{scheduleId}', { params: { scheduleId } }),
  )
  return (
    <OnlyWhoMay may="issue-alerts" title={say(scheduleWords.editTitle)}>
      <LoadedState loaded={loaded} />
      {loaded.body === undefined ? null : (
        <Edit key={loaded.body.etag} schedule={loaded.body} onAgain={loaded.reload} />
      )}
    </OnlyWhoMay>
  )
}
