type Option<Value extends string> = { value: Value; label: string; hint?: string | undefined }

type Props<Value extends string> = {
  name: string
  legend: string
  options: readonly Option<Value>[]
  chosen: Value | undefined
  /** What is wrong with the answer; an error summary leads to the first radio, whose id is `name`. */
  error?: string | undefined
  onChoose: (value: Value) => void
}

/** A question with large answers of which one is taken. */
export const Radios = <Value extends string>({
  name,
  legend,
  options,
  chosen,
  error,
  onChoose,
}: Props<Value>) => (
  <fieldset class={error === undefined ? undefined : 'error'}>
    <legend>{legend}</legend>
    {error === undefined ? null : <p id={`${name}-error`}>{error}</p>}
    <div class="options">
      {options.map(({ value, label, hint }, at) => (
        <label key={value} class="check">
          <input
            type="radio"
            id={at === 0 ? name : undefined}
            aria-describedby={error === undefined ? undefined : `${name}-error`}
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>
            {label}
            {hint === undefined ? null : <span class="hint"> {hint}</span>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)
