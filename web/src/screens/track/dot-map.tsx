import type { KnownVillage } from '../../api/use-villages.ts'
import type { Tone } from '../../ui/tag.tsx'

export type Dot = { village: Pick<KnownVillage, 'latitude' | 'longitude'>; tone: Tone }

/** The most urgent are drawn last, over the others. */
const tones: readonly Tone[] = ['done', 'plain', 'waits', 'wrong']

const width = 600
const leastHeight = 200
const edge = 12
const radius = 5

/** Colour alone tells nothing to one man in twelve: a filled dot, a ring, a half line, a cross. */
const shapes: Readonly<Record<Tone, (x: number, y: number) => string>> = {
  done: (x, y) => circle(x, y),
  plain: (x, y) => `${circle(x, y)}M${x - radius} ${y}h${radius * 2}`,
  waits: (x, y) => circle(x, y),
  wrong: (x, y) =>
    `M${x - radius} ${y - radius}l${radius * 2} ${radius * 2}M${x + radius} ${y - radius}l${-radius * 2} ${radius * 2}`,
}

const circle = (x: number, y: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`

type Place = { longitude: number; latitude: number }
const placeOf = ({ village: { longitude, latitude } }: Dot): Place[] =>
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

/** Villages where they lie, by how far they are: one path a tone, whatever their number. */
export const DotMap = ({ dots, label }: { dots: readonly Dot[]; label: string }) => {
  const places = dots.flatMap(placeOf)
  if (places.length === 0) return null
  const { height, at } = project(places)
  return (
    <svg class="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {tones.map((tone) => {
        const path = dots
          .filter((dot) => dot.tone === tone)
          .flatMap(placeOf)
          .map((place) => shapes[tone](...at(place)))
          .join('')
        return path === '' ? null : <path key={tone} class={tone} d={path} />
      })}
    </svg>
  )
}
