import { h, type ComponentType, type FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Failure } from './failure.tsx'
import { Loading } from './loading.tsx'

type Later<P> = FunctionComponent<P> & {
  /** Brings it before it is needed; false where it could not be had. */
  fetch: () => Promise<boolean>
}

/** A part of a screen in a file of its own, so that the first part is there sooner on 2G. */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): Later<P> => {
  let found: ComponentType<P> | undefined
  const fetch = (): Promise<boolean> =>
    load().then(
      (part) => {
        found = part
        return true
      },
      () => false,
    )
  const Part = (props: P) => {
    const [failed, setFailed] = useState(false)
    const [, renderAgain] = useState(0)
    const ask = async (): Promise<void> => {
      setFailed(!(await fetch()))
      renderAgain((turn) => turn + 1)
    }
    useEffect(() => {
      if (found === undefined) void ask()
    }, [])
    if (failed) return <Failure failure={{ kind: 'offline' }} retry={() => void ask()} />
    return found === undefined ? <Loading /> : h(found, props)
  }
  return Object.assign(Part, { fetch })
}
