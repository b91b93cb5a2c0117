import type { KnownVillage } from '../../api/use-villages.ts'
import type { Tone } from '../../ui/tag.tsx'

export type Dot = { village: Pick<KnownVillage, 'latitude' | 'longitude'>; tone: Tone }

/** The most urgent are drawn last, over the others. */
const tones: readonly Tone[] = ['done', 'plain', 'waits', 'wrong']

const width = 400
const leastHeight = 150
const edge = 14
/** Of a few villages they are large enough to tell shapes apart, of many small enough not to cover one another. */
const radiusOf = (count: number): number => (count > 300 ? 3 : 6)

/** Colour alone tells nothing to one man in twelve: a filled dot, a ring, a half line, a cross. */
const shapes: Readonly<Record<Tone, (x: number, y: number, r: number) => string>> = {
  done: (x, y, r) => circle(x, y, r),
  plain: (x, y, r) => `${circle(x, y, r)}M${x - r} ${y}h${r * 2}`,
  waits: (x, y, r) => circle(x, y, r),
  wrong: (x, y, r) => `M${x - r} ${y - r}l${r * 2} ${r * 2}M${x + r} ${y - r}l${-r * 2} ${r * 2}`,
}

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0`

type Place = { longitude: number; latitude: number }
const placeOf = ({ longitude, latitude }: Dot['village']): Place[] =>
  longitude === undefined || latitude === undefined ? [] : [{ longitude, latitude }]

/** From degrees to the picture: a degree of longitude is shorter by the cosine of the latitude. */
const project = (places: readonly Place[]) => {
  const [west, east] = [
    Math.min(...places.map((at) => at.longitude)),
    Math.max(...places.map((at) => at.longitude)),
  ]
  const [south, north] = [
    Math.min(...places.map((at) => at.latitude)),
    Math.max(...places.map((at) => at.latitude)),
  ]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  // Two hundredths of a degree, some 2 km: a single village does not fill the picture.
  const span = Math.max((east - west) * shrink, (north - south) / 0.7, 0.02)
  const scale = (width - 2 * edge) / span
  return {
    height: Math.max(leastHeight, Math.round((north - south) * scale + 2 * edge)),
    at: ({ longitude, latitude }: Place): [number, number] => [
      Math.round(width / 2 + (longitude - (west + east) / 2) * shrink * scale),
      Math.round(
        Math.max(leastHeight, (north - south) * scale + 2 * edge) / 2 +
          ((north + south) / 2 - latitude) * scale,
      ),
    ],
  }
}

type Props = {
  dots: readonly Dot[]
  /** Drawn faintly, so that one sees where among them the dots lie. */
  others?: readonly Dot['village'][]
  label: string
}

/** Villages where they lie, by how far they are: one path a tone, whatever their number. */
export const DotMap = ({ dots, others = [], label }: Props) => {
  const around = others.flatMap(placeOf)
  const places = [...dots.flatMap(({ village }) => placeOf(village)), ...around]
  if (places.length === around.length) return null
  const { height, at } = project(places)
  const radius = radiusOf(dots.length)
  return (
    <svg class="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {around.length === 0 ? null : (
        <path class="other" d={around.map((place) => `M${at(place).join(' ')}h0`).join('')} />
      )}
      {tones.map((tone) => {
        const path = dots
          .filter((dot) => dot.tone === tone)
          .flatMap(({ village }) => placeOf(village))
          .map((place) => shapes[tone](...at(place), radius))
          .join('')
        return path === '' ? null : <path key={tone} class={tone} d={path} />
      })}
    </svg>
  )
}
