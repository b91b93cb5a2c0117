import { provinces } from '../../../../shared/domain/laos-provinces.ts'
import { roles, userTouches } from '../../../../shared/domain/user.ts'
import type { CallOf } from '../../api/routes.ts'
import { areaName } from '../../names/area-name.ts'
import { me } from '../../sign-in/me.ts'
import { useSignal } from '../../signal.ts'
import { Field } from '../../ui/field.tsx'
import { chosenLanguage, useWords } from '../../words/language.ts'
import { roleWords, usersWords } from '../../words/users-words.ts'

export type UserFilter = Pick<
  NonNullable<CallOf<'GET /v1/users'>['query']>,
  'area' | 'role' | 'status' | 'awaitsSecondAdmin'
>

type Props = { filter: UserFilter; onFilter: (filter: UserFilter) => void }

const without = (filter: UserFilter, name: keyof UserFilter): UserFilter =>
  Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name))

type SelectProps = {
  id: string
  label: string
  all: string
  options: readonly { value: string; label: string }[]
  value: string | undefined
  onChoose: (value: string) => void
}

const Select = ({ id, label, all, options, value, onChoose }: SelectProps) => (
  <Field id={id} label={label}>
    <select
      id={id}
      class="wide"
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
)

/** Which users are listed: by province, role and state, or those alone that wait for a second admin. */
export const UserFilters = ({ filter, onFilter }: Props) => {
  const say = useWords()
  const language = useSignal(chosenLanguage)
  const person = useSignal(me)
  const statuses = ['active', 'disabled'] as const
  const near = provinces.filter(({ code }) => person !== undefined && userTouches(person, code))
  const choose = (part: UserFilter, name: keyof UserFilter): void =>
    onFilter({ ...without(filter, name), ...part })
  return (
    <>
      <div class="options">
        {near.length < 2 ? null : (
          <Select
            id="filter-area"
            label={say(usersWords.area)}
            all={say(usersWords.anyArea)}
            options={near.map(({ code }) => ({ value: code, label: areaName(code, language) }))}
            value={filter.area}
            onChoose={(area) => choose(area === '' ? {} : { area }, 'area')}
          />
        )}
        <Select
          id="filter-role"
          label={say(usersWords.role)}
          all={say(usersWords.anyRole)}
          options={roles.map((role) => ({ value: role, label: say(roleWords[role].name) }))}
          value={filter.role}
          onChoose={(value) => {
            const role = roles.find((one) => one === value)
            choose(role === undefined ? {} : { role }, 'role')
          }}
        />
        <Select
          id="filter-status"
          label={say(usersWords.status)}
          all={say(usersWords.anyStatus)}
          options={statuses.map((status) => ({ value: status, label: say(usersWords[status]) }))}
          value={filter.status}
          onChoose={(value) => {
            const status = statuses.find((one) => one === value)
            choose(status === undefined ? {} : { status }, 'status')
          }}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={filter.awaitsSecondAdmin === 'true'}
          onChange={(event) =>
            choose(event.currentTarget.checked ? { awaitsSecondAdmin: 'true' } : {}, 'awaitsSecondAdmin')
          }
        />
        <span>{say(usersWords.onlyAwaiting)}</span>
      </label>
    </>
  )
}
