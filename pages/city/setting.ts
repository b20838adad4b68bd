/** Where the dashboard is drawn: whose community is one tap away, in which mode, in whose frame. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export type Setting = {
  /** The reader's own community or office's place. */
  readonly home?: string | undefined
  readonly elder?: boolean
  /** In a frame of another site: no navigation beyond the figures, nothing to press that does anything. */
  readonly embedded?: boolean
}

export const SettingContext = createContext<Setting>({})
export const useSetting = (): Setting => useContext(SettingContext)
