type Option<Value extends string> = { value: Value; label: string; hint?: string | undefined }

type Props<Value extends string> = {
  name: string
  legend: string
  options: readonly Option<Value>[]
  chosen: Value | undefined
  onChoose: (value: Value) => void
}

/** A question with large answers of which one is taken. */
export const Radios = <Value extends string>({ name, legend, options, chosen, onChoose }: Props<Value>) => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map(({ value, label, hint }) => (
      <label key={value} class="check">
        <input
          type="radio"
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
  </fieldset>
)
