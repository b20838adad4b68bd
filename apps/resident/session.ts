/** Who is signed in on this device. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me } from '#kernel/person/contract.ts'

export type Session = { readonly me: Me | undefined; readonly again: () => void }
export const SessionContext = createContext<Session>({ me: undefined, again: () => {} })
export const useSession = (): Session => useContext(SessionContext)
