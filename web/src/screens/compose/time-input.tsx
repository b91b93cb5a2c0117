import { fullTime } from '../../words/dates.ts'

type Props = {
  id: string
  /** An instant, or nothing. */
  iso: string
  describedBy: string | undefined
  onChange: (iso: string) => void
}

/** As the control wants it, in the time of Laos: `2026-11-22T18:00`. */
const toControl = (iso: string): string => {
  if (Number.isNaN(Date.parse(iso))) return ''
  const [day = '', clock = ''] = fullTime(iso).split(' ')
  const [date = '', month = '', year = ''] = day.split('/')
  // While a year is being typed it is one of antiquity.
  return `${year.padStart(4, '0')}-${month}-${date}T${clock}`
}

/** A date with its hour, in the time of Laos wherever the device is. */
export const TimeInput = ({ id, iso, describedBy, onChange }: Props) => (
  <input
    id={id}
    class="wide"
    type="datetime-local"
    value={toControl(iso)}
    aria-describedby={describedBy}
    onInput={({ currentTarget: { value } }) => onChange(value === '' ? '' : `${value}:00+07:00`)}
  />
)
