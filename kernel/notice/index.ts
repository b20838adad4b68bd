/**
 * 消息: one sentence to a person about their matter. Written with the move that causes it, read by the person, and carried to the
 * city's message gateway when there is one. Delivery happens at least once: a gateway knows a repeated `id`.
 */
import { fill } from '#kernel/outcome/texts.ts'
import { type Text, text } from '#kernel/text'

export type MessageTexts = Readonly<Record<string, Text>>

/** The sentence of a kind with its facts; a kind without a sentence is told by its number only. */
export function messageText(texts: MessageTexts, kind: string, content: Readonly<Record<string, unknown>>): Text {
  return fill(texts[kind] ?? text('您的事项{number}有新进展。', 'There is news of {number}.'), content)
}

export type OutgoingMessage = { readonly id: string; readonly to: string; readonly kind: string; readonly text: string }

/** Hands one message on; false when it has to be tried again. */
export type Gateway = (message: OutgoingMessage) => Promise<boolean>
